/** Operations on the most wanted row of each cache server, counted exactly: a row lives on one server, and that one's limit is its. */

import type { NodeContext } from '../../engine/behavior.ts';
import { longer } from '../../engine/memory.ts';

export class HotKey {
  /** By row, since the frame began. */
  private counts = new Int32Array(0);
  /** By instance: the highest of them. */
  private readonly highest: Int32Array;
  private readonly since: Float64Array;

  constructor({ memory, slots }: NodeContext) {
    this.highest = memory.i32(slots);
    this.since = memory.f64(1);
    memory.grows(this as unknown as Record<'counts', Int32Array>, 'counts');
  }

  count(row: number, instance: number): void {
    if (row >= this.counts.length) this.grow(row);
    const count = ++this.counts[row];
    if (count > this.highest[instance]) this.highest[instance] = count;
  }

  /** Per second since the last frame, for one server. */
  rateAt(instance: number, now: number): number {
    return now > this.since[0] ? this.highest[instance] / (now - this.since[0]) : 0;
  }

  /** A frame ends. */
  begin(now: number): void {
    this.counts.fill(0);
    this.highest.fill(0);
    this.since[0] = now;
  }

  private grow(row: number): void {
    let length = Math.max(1024, this.counts.length);
    while (length <= row) length *= 2;
    this.counts = longer(this.counts, new Int32Array(length));
  }
}
