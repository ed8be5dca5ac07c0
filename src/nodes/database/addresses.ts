/** Where callers believe that the primary is: after a promotion each of them goes on calling the old one until it has been told. */

import type { NodeContext } from '../../engine/behavior.ts';
import { type Stream, uniform } from '../../engine/luck.ts';
import { TIMER } from './shipping.ts';

/** Cells. */
const OLD = 0;
const SINCE = 1;
const SECONDS = 2;
const COUNT = 3;

export class Addresses {
  private readonly ctx: NodeContext;
  private readonly cells: Float64Array;
  private readonly stream: Stream;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.cells = ctx.memory.f64(4);
    this.cells[OLD] = -1;
    this.stream = ctx.stream('addresses');
  }

  /** Another leads: callers learn of it one by one within so many seconds. */
  move(old: number, seconds: number): void {
    const { net, node } = this.ctx;
    this.cells[COUNT]++;
    this.cells[OLD] = seconds > 0 ? old : -1;
    this.cells[SINCE] = net.now;
    this.cells[SECONDS] = seconds;
    if (seconds > 0) net.wake(node, TIMER.repointed, this.cells[COUNT], net.now + seconds);
  }

  /** A timer of `TIMER.repointed` rang. @returns whether everybody knows now */
  ring(count: number): boolean {
    if (count !== this.cells[COUNT] || this.cells[OLD] < 0) return false;
    this.cells[OLD] = -1;
    return true;
  }

  /** Where the caller of a call looks for the primary. */
  of(call: number, primary: number): number {
    const old = this.cells[OLD];
    if (old < 0) return primary;
    const caller = this.ctx.net.calls.from[call];
    const learns = this.cells[SINCE] + this.cells[SECONDS] * uniform(this.stream, caller, this.cells[COUNT]);
    return this.ctx.net.now < learns ? old : primary;
  }
}
