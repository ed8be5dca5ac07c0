/** What the router remembers of a directory of rows: an entry may be old, until its time is over. */

import type { NodeContext } from '../../engine/behavior.ts';
import { longer } from '../../engine/memory.ts';

export class Directory {
  private readonly ctx: NodeContext;
  /** By row: the shard plus one, 0 = not known. */
  private shard = new Int32Array(0);
  private until = new Float64Array(0);
  private readonly ttl: number;
  private readonly lookUpMs: number;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    ctx.memory.grows(this as unknown as Record<'shard', Int32Array>, 'shard');
    ctx.memory.grows(this as unknown as Record<'until', Float64Array>, 'until');
    this.ttl = ctx.param('directoryTtlSeconds');
    this.lookUpMs = ctx.param('directoryMs');
  }

  /** Seconds that the directory takes to answer. */
  get seconds(): number {
    return this.ctx.net.params[this.lookUpMs] / 1000;
  }

  /** The shard that is remembered of a row, -1 = none. */
  knows(row: number): number {
    return row < this.shard.length && this.ctx.net.now < this.until[row] ? this.shard[row] - 1 : -1;
  }

  learn(row: number, shard: number): void {
    if (row >= this.shard.length) {
      let length = Math.max(1024, this.shard.length);
      while (length <= row) length *= 2;
      this.shard = longer(this.shard, new Int32Array(length));
      this.until = longer(this.until, new Float64Array(length));
    }
    this.shard[row] = shard + 1;
    this.until[row] = this.ctx.net.now + this.ctx.net.params[this.ttl];
  }

  forget(row: number): void {
    if (row < this.shard.length) this.shard[row] = 0;
  }

  clear(): void {
    this.shard.fill(0);
  }
}
