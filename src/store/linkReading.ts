/**
 * A link is read in a worker that is ended when it takes too long, so that no link can stop the page. Where no worker starts the
 * page reads it itself: the limits of the codec hold there, too.
 */

import type { Decoded } from '../design/codec.ts';
import type { FromLinkWorker } from '../runner/linkWorker.ts';

export type LinkReading = Decoded | { ok: false; problem: { code: 'too-slow' } };

/** What is needed of a worker. */
export interface LinkWorkerLike {
  postMessage(text: string): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromLinkWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface ReadingWorld {
  /** Throws where there are no workers. */
  makeWorker(): LinkWorkerLike;
  /** Calls back at every beat; returns how to stop. Counts beats, not time: a page that slept sees no silence in them. */
  everyBeat(beat: () => void): () => void;
  readHere(text: string): Promise<Decoded>;
}

export const beatMs = 50;
/** Half a second. */
const mostBeats = 10;
/** For the second try: a machine that is busy with other things is not a link that never ends. */
const mostBeatsAgain = 40;
/** Fifteen seconds for a worker's code. */
const mostBeatsBeforeReady = 300;

/**
 * Reads whatever somebody pasted or opened.
 * @param text an address, a fragment, or what a chat made of them
 * @returns what `decodeLink` says of it, or `too-slow` when two workers in a row gave no answer in time. Never rejects.
 */
export async function readWatched(text: string, world: ReadingWorld): Promise<LinkReading> {
  for (const patience of [mostBeats, mostBeatsAgain]) {
    const answer = await ask(text, world, patience);
    if (answer === 'no worker') return world.readHere(text);
    if (answer !== 'silence') return answer;
  }
  return { ok: false, problem: { code: 'too-slow' } };
}

function ask(text: string, world: ReadingWorld, patience: number): Promise<Decoded | 'no worker' | 'silence'> {
  return new Promise((answer) => {
    let worker: LinkWorkerLike;
    try {
      worker = world.makeWorker();
    } catch {
      answer('no worker');
      return;
    }
    let isReady = false;
    let beats = 0;
    const end = (result: Decoded | 'no worker' | 'silence') => {
      stop();
      worker.onmessage = null;
      worker.onerror = null;
      worker.terminate();
      answer(result);
    };
    const stop = world.everyBeat(() => {
      beats += 1;
      if (isReady && beats > patience) end('silence');
      else if (!isReady && beats > mostBeatsBeforeReady) end('no worker');
    });
    worker.onerror = () => end(isReady ? 'silence' : 'no worker');
    worker.onmessage = ({ data }) => {
      if (data.say === 'read') {
        end(data.decoded);
        return;
      }
      isReady = true;
      beats = 0;
      worker.postMessage(text);
    };
  });
}
