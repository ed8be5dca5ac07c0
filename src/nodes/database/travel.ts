/** Writes that travel to a replica each by itself. One is work of the replica that nobody asked for, and ends when it has come. */

import type { NodeContext } from '../../engine/behavior.ts';
import { CLASS } from '../../engine/plan.ts';

/** `calls.stage` of a write on its way; what a CPU does has lower ones. */
export const ON_ITS_WAY = 2;

export class Travel {
  private readonly ctx: NodeContext;
  /** By instance: how often all that was on its way there was lost. */
  private readonly breaks: Int32Array;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.breaks = ctx.memory.i32(ctx.slots);
  }

  /** @param seconds until it arrives */
  begin(i: number, write: number, seconds: number): void {
    const { net, firstSlot } = this.ctx;
    const chore = net.chore(firstSlot + i, write);
    net.calls.cls[chore] = CLASS.job;
    net.calls.memo[chore] = write;
    net.calls.stage[chore] = ON_ITS_WAY;
    net.calls.scratch[chore] = this.breaks[i];
    net.serve(chore, seconds);
  }

  /** All that is on its way to a copy will not come. */
  breakOff(i: number): void {
    this.breaks[i]++;
  }

  /** One has come. @returns the write, -1 if it was broken off */
  end(chore: number): number {
    const { calls } = this.ctx.net;
    const i = calls.to[chore] - this.ctx.firstSlot;
    const write = calls.scratch[chore] === this.breaks[i] ? calls.memo[chore] : -1;
    calls.free(chore);
    return write;
  }
}
