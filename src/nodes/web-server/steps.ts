/** The steps of one request at its web server, and which wires are asked when. */

import type { NodeContext } from '../../engine/behavior.ts';
import { ASKED } from '../../engine/plan.ts';

/** Who waits for a page. */
export interface Host {
  /** All is asked and answered: answer the caller. */
  finish(call: number, outcome: number): void;
  /** It has a thread already and wants a CPU once more. */
  computeAgain(call: number): void;
}

/** What a request waits for: `calls.stage`; smaller numbers are the server's own. How many of its rows it has is in `calls.visit`. */
export const STEP = {
  lookUp: 2,
  fetch: 3,
  fetchUncached: 4,
  write: 5,
  publish: 6,
  service: 7,
  rows: 8,
  services: 9,
  /** Reads a row that others of this instance wait for. */
  fetchShared: 10,
  /** Waits for one of those. */
  shares: 11,
  /** Waits until it is time to ask the cache again. */
  pauses: 12,
  writeCached: 13,
  /** Stores the file that came with it. */
  store: 14,
  /** Waits for the session store: before its page is made, or after a login. */
  recall: 15,
  remember: 16,
} as const;

/** Links by phase. */
export type ByPhase = readonly [last: readonly number[], between: readonly number[]];

export const byPhase = ({ plan }: NodeContext, links: readonly number[]): ByPhase => [
  links.filter((link) => plan.links[link].asked !== ASKED.between),
  links.filter((link) => plan.links[link].asked !== ASKED.last),
];
