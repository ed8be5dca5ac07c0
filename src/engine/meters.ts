/**
 * Counters, levels and gauges of one frame. A counter counts within the frame; a level is integrated exactly over time
 * (a step function changes only at events); a gauge is what was last written.
 */

import type { Memory } from './memory.ts';

export class Meters {
  /** Current value of every meter: counters since the frame began. */
  readonly values: Float64Array;
  private readonly since: Float64Array;
  private readonly area: Float64Array;
  private readonly clock: Float64Array;

  constructor(memory: Memory, clock: Float64Array, count: number) {
    this.values = memory.f64(count);
    this.since = memory.f64(count);
    this.area = memory.f64(count);
    this.clock = clock;
  }

  /** Moves a level by `change` from now on. */
  shift(meter: number, change: number): void {
    const now = this.clock[0];
    this.area[meter] += this.values[meter] * (now - this.since[meter]);
    this.since[meter] = now;
    this.values[meter] += change;
  }

  /** Adds to a level's integral what an event already knows of the future, e.g. a service time that cannot be interrupted. */
  credit(meter: number, secondsTimesValue: number): void {
    this.area[meter] += secondsTimesValue;
  }

  /** Time-weighted mean of a level over a frame that ends now, and a fresh start for the next one. */
  closeLevel(meter: number, seconds: number): number {
    const now = this.clock[0];
    const area = this.area[meter] + this.values[meter] * (now - this.since[meter]);
    this.since[meter] = now;
    this.area[meter] = 0;
    return area / seconds;
  }

  /** Integral so far within the frame. */
  areaOf(meter: number): number {
    return this.area[meter] + this.values[meter] * (this.clock[0] - this.since[meter]);
  }
}
