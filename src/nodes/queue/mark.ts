/** What a message says of itself beside its key: whether it breaks whoever works on it, and which class of requests left it. One byte. */

import type { Calls } from '../../engine/calls.ts';
import { requestClasses } from '../../engine/plan.ts';

/** The class of the request that left a message, plus one; 0 where no user's request did: a worker, a store, a timetable. */
export function leftBy({ cls }: Calls, publisher: number): number {
  return publisher >= 0 && cls[publisher] < requestClasses.length ? cls[publisher] + 1 : 0;
}

/** @param left as `leftBy` gives it */
export const markOf = (isPoison: boolean, left: number): number => left * 2 + (isPoison ? 1 : 0);
export const isMarkedPoison = (mark: number): boolean => (mark & 1) === 1;
/** -1 where no user's request left it. */
export const classMarked = (mark: number): number => (mark >> 1) - 1;
