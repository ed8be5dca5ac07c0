/** What a disk can do in a second: its operations stand in one line, first come first served, and each takes its part of the second. */

import type { NodeContext } from '../../engine/behavior.ts';

export class DiskLine {
  private readonly ctx: NodeContext;
  /** By instance: when the disk has done all that it has been given, and how many times as long it takes. */
  private readonly freeAt: Float64Array;
  private readonly slow: Float64Array;
  private readonly iops: number;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.freeAt = ctx.memory.f64(ctx.slots);
    this.slow = ctx.memory.f64(ctx.slots).fill(1);
    this.iops = ctx.param('iops');
  }

  /** Gives the disk operations. @returns seconds until it begins with them; 0 where it has no limit */
  take(slot: number, operations: number): number {
    const { net, firstSlot } = this.ctx;
    const most = net.params[this.iops];
    if (most === 0) return 0;
    const i = slot - firstSlot;
    const begin = Math.max(this.freeAt[i], net.now);
    this.freeAt[i] = begin + (operations * this.slow[i]) / most;
    return begin - net.now;
  }

  /** How many times as long the disk takes for everything. */
  slowness(slot: number): number {
    return this.slow[slot - this.ctx.firstSlot];
  }

  slowDown(slot: number, factor: number): void {
    this.slow[slot - this.ctx.firstSlot] = factor;
  }

  crashed(slot: number): void {
    this.freeAt[slot - this.ctx.firstSlot] = 0;
  }
}
