/** So many a second and no more; what was not used is there for one second (a bucket with tokens for a second). */

import type { Memory } from '../../engine/memory.ts';

/** Cells: when all that was taken would have come at an even pace; when its owner is to be woken. */
const EVEN = 0;
const RINGS = 1;

export class Pace {
  private readonly cells: Float64Array;

  constructor(memory: Memory) {
    this.cells = memory.f64(2);
  }

  /** From when on one more may be taken. @param perSecond 0 = any number */
  opensAt(perSecond: number): number {
    return perSecond === 0 ? 0 : this.cells[EVEN] - 1 + 1 / perSecond;
  }

  /** @returns whether one more may be taken now; then it is */
  takes(now: number, perSecond: number): boolean {
    if (this.opensAt(perSecond) > now) return false;
    this.take(now, perSecond);
    return true;
  }

  take(now: number, perSecond: number): void {
    if (perSecond > 0) this.cells[EVEN] = Math.max(this.cells[EVEN], now) + 1 / perSecond;
  }

  /** @returns whether a timer for that moment is not set yet; it is to be set now */
  ringsAt(moment: number, now: number): boolean {
    if (this.cells[RINGS] > now && this.cells[RINGS] <= moment) return false;
    this.cells[RINGS] = moment;
    return true;
  }
}
