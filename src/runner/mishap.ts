/** Why something in a worker did not come to its end, as codes: no sentence crosses the wall, whoever shows it has the words. Pure. */

import { runEnds } from '../engine/limits.ts';

/**
 * Beside the engine's own words for a run that has to end:
 * - `engine`: it threw what it should never throw
 * - `memory`: the browser had none left to give
 * - `silent`: no word of it any more
 * - `unstarted`: its code did not come, or was not let run
 * - `unreadable`: what one side said the other could not take
 */
export const mishaps = ['overflow', 'standstill', 'engine', 'memory', 'silent', 'unstarted', 'unreadable'] as const;
export type Mishap = (typeof mishaps)[number];

/** As engines word it that there is no more room, for arrays or for calls. */
const outOfRoom = /allocation|array (buffer|length|size)|buffer size|out of memory|call stack|too much recursion/i;

/** What was thrown, as its code. */
export function mishapOf(thrown: unknown): Mishap {
  if (!(thrown instanceof Error)) return 'engine';
  const ended = runEnds.find((word) => word === thrown.message);
  return ended ?? (outOfRoom.test(thrown.message) ? 'memory' : 'engine');
}
