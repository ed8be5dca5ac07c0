/**
 * A run's moments side by side in one array, which every part that reads the time has anyway: its address is looked up once where several
 * are needed (docs/performance.md). All in simulated seconds, but for the two widths of the agenda's buckets and the run's own counts.
 */

import type { Memory } from './memory.ts';

export const MOMENT = {
  now: 0,
  /** The run's: number and beginning of the frame, the next act, whether it has started, and why it ended. */
  frameIndex: 1,
  frameStart: 2,
  nextAct: 3,
  started: 4,
  ended: 5,
  /**
   * By which a moment or a duration is handed on: a number with a fraction that is handed to a function is an object each time, wherever the
   * compiler does not fit the function in.
   */
  given: 6,
  /** Events from this moment on wait. */
  horizon: 7,
  /** The agenda's: when the event taken out last was due, where its buckets begin and how many there are to a second. */
  taken: 8,
  base: 9,
  perSecond: 10,
  /** The end of the wheel, as a number of buckets. */
  limit: 11,
  periodStart: 12,
  /** As `base` and `perSecond`, of the wheel's successor. */
  nextBase: 13,
  nextPerSecond: 14,
  count: 15,
} as const;

/** @returns the moments of a run that has not begun */
export const momentsOf = (memory: Memory): Float64Array => memory.f64(MOMENT.count);
