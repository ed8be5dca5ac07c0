/**
 * A run's moments, which every part that reads the time has. All in simulated seconds, but for the widths of the agenda's buckets and the
 * run's own counts. Plain fields that are known to hold fractions: to read or write one is a third of what a cell of an array is, and
 * nothing comes to the heap (docs/performance.md).
 */

import type { Memory } from './memory.ts';

/** A field that begins with this is known to hold fractions; one that began with a whole number would be made anew by its first fraction. */
const fraction = Number.NaN;

export class Moments {
  now = fraction;
  /** The run's: number and beginning of the frame, the next act, whether it has started, and why it ended. */
  frameIndex = fraction;
  frameStart = fraction;
  nextAct = fraction;
  started = fraction;
  ended = fraction;
  /**
   * By which a moment or a duration is handed on: a number with a fraction that is handed to a function is an object each time, wherever the
   * compiler does not fit the function in.
   */
  given = fraction;
  /** Events from this moment on wait. */
  horizon = fraction;
  /** The agenda's: when the event taken out last was due, where its buckets begin and how many there are to a second. */
  taken = fraction;
  base = fraction;
  perSecond = fraction;
  /** The end of the wheel, as a number of buckets. */
  limit = fraction;
  periodStart = fraction;
  /** As `base` and `perSecond`, of the wheel's successor. */
  nextBase = fraction;
  nextPerSecond = fraction;

  /** Of a run that has not begun: all are 0. */
  constructor(memory: Memory) {
    const own = this as unknown as Record<keyof Moments, number>;
    const names = Object.keys(this) as (keyof Moments)[];
    for (const name of names) own[name] = 0;
    memory.real(own, ...names);
  }
}
