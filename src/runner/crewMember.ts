/** The other side of `crew.ts`, within a browser's worker: plays what it is sent, one job after the other. */

import type { FromMember } from './crew.ts';
import { mishapOf } from './mishap.ts';

/** What is used of a worker's global scope; named here because the checks of the page's world read this file too. */
declare const self: {
  postMessage(message: unknown): void;
  onmessage: ((event: { data: unknown }) => void) | null;
};

/**
 * Called once by a worker's entry file.
 * @param play what a job is; `say` sends a partial result. Must speak at least every few seconds, or the crew gives it up.
 * What it throws fails the job with a code for it, without a retry: the same job would only throw again.
 */
export function serveCrew<J, P, R>(play: (job: J, say: (partial: P) => void) => R): void {
  const send = (message: FromMember<P, R>) => self.postMessage(message);
  self.onmessage = (event) => {
    try {
      const result = play(event.data as J, (partial) => send({ say: 'partial', partial }));
      send({ say: 'done', result });
    } catch (error) {
      send({ say: 'failed', reason: mishapOf(error) });
    }
  };
}
