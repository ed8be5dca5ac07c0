/** What each partition may do in a second, as a bucket that holds one second's worth: a hot partition is throttled while others idle. */

import type { NodeContext } from '../../engine/behavior.ts';
import { ringPlace } from '../../engine/ring.ts';

/** How many places there are on the ring. */
const places = 0x100000000;

export class Limits {
  /** `partition * 2 + (0 for reads, 1 for writes)`: what is left, as of the moment beside it. */
  private left = new Float64Array(0);
  private asOf = new Float64Array(0);
  private readonly ctx: NodeContext;
  private readonly partitions: number;
  /** Fields of the two limits. */
  private readonly rates: readonly [number, number];

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.partitions = ctx.param('partitions');
    this.rates = [ctx.param('readsPerPartition'), ctx.param('writesPerPartition')];
    ctx.memory.grows(this as unknown as Record<'left' | 'asOf', Float64Array>, 'left', 'asOf');
    this.changed();
  }

  /** Another number of partitions: all begin with full buckets. */
  changed(): void {
    const count = this.ctx.net.params[this.partitions] * 2;
    if (count === this.left.length) return;
    this.left = Float64Array.from({ length: count }, (_, i) => this.ctx.net.params[this.rates[i & 1]]);
    this.asOf = new Float64Array(count).fill(this.ctx.net.now);
  }

  /** Takes one from the row's partition. @returns whether there was one */
  take(row: number, isWrite: boolean): boolean {
    const { params, now } = this.ctx.net;
    const count = params[this.partitions];
    if (count === 0) return true;
    const at = Math.floor((ringPlace(row) / places) * count) * 2 + (isWrite ? 1 : 0);
    const rate = params[this.rates[at & 1]];
    this.left[at] = Math.min(rate, this.left[at] + rate * (now - this.asOf[at]));
    this.asOf[at] = now;
    if (this.left[at] < 1) return false;
    this.left[at]--;
    return true;
  }
}
