/**
 * One row that many writes want (a counter, the stock of what everybody buys). Who writes it holds its lock from before its CPU time until
 * it is acknowledged, so these writes go one after the other however many CPUs there are. A transaction that somebody forgot to end
 * (a fault) holds the lock of everything: all writes stand in line, reads go on.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { Chain } from '../../engine/chain.ts';
import { SPENT } from '../../engine/follow/story.ts';
import { type Stream, uniform } from '../../engine/luck.ts';

export class HotRow {
  private readonly ctx: NodeContext;
  /** Those that want the row, and those that wait only because everything is locked. */
  private readonly hot: Chain;
  private readonly others: Chain;
  /** One cell each: the call that holds the lock (-1 = none), how many stand in line, and 1 while everything is locked. */
  private readonly holder: Int32Array;
  private readonly waiting: Int32Array;
  private readonly shut: Uint8Array;
  private readonly stream: Stream;
  private readonly share: number;
  private readonly waits: number;
  private readonly inLine: number;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.hot = new Chain(ctx.memory);
    this.others = new Chain(ctx.memory);
    this.holder = ctx.memory.i32(1).fill(-1);
    this.waiting = ctx.memory.i32(1);
    this.shut = ctx.memory.u8(1);
    this.stream = ctx.stream('hot-row');
    this.share = ctx.param('hotRowShare');
    this.waits = ctx.metric('lockWaits');
    this.inLine = ctx.metric('lockWaiting');
  }

  /** A write wants to begin. @returns whether it may; else it stands in line */
  enter(call: number): boolean {
    const { net } = this.ctx;
    const share = net.params[this.share];
    const isHot = share > 0 && uniform(this.stream, net.calls.request[call], net.saltOf(call)) * 100 < share;
    if (this.shut[0] === 0 && (!isHot || this.holder[0] < 0)) {
      if (isHot) this.holder[0] = call;
      return true;
    }
    net.follower?.stands(call, SPENT.lock, this.waiting[0]);
    (isHot ? this.hot : this.others).append(call);
    this.shift(1);
    net.meters.values[this.waits]++;
    return false;
  }

  /** Whether anybody stands in line. */
  get isAwaited(): boolean {
    return this.waiting[0] > 0;
  }

  /** A write is over. */
  leave(call: number): void {
    if (this.holder[0] === call) this.holder[0] = -1;
  }

  /** The next in line that may begin now; -1 = none. To be asked until then. */
  next(): number {
    if (this.shut[0] === 1) return -1;
    const other = this.others.first;
    if (other >= 0) {
      this.others.remove(other);
      this.shift(-1);
      return other;
    }
    const call = this.holder[0] < 0 ? this.hot.first : -1;
    if (call < 0) return -1;
    this.hot.remove(call);
    this.shift(-1);
    this.holder[0] = call;
    return call;
  }

  /** The next in line at a server that will write no more; -1 = none is left. */
  nextDismissed(slot: number): number {
    const call = this.outOf(this.hot, slot);
    return call >= 0 ? call : this.outOf(this.others, slot);
  }

  private outOf(line: Chain, slot: number): number {
    for (let call = line.first; call >= 0; call = line.next(call)) {
      if (this.ctx.net.calls.to[call] !== slot) continue;
      line.remove(call);
      this.shift(-1);
      return call;
    }
    return -1;
  }

  crashed(slot: number): void {
    while (this.nextDismissed(slot) >= 0);
    if (this.holder[0] >= 0 && this.ctx.net.calls.to[this.holder[0]] === slot) this.holder[0] = -1;
  }

  setShut(isShut: boolean): void {
    this.shut[0] = isShut ? 1 : 0;
  }

  private shift(change: number): void {
    this.waiting[0] += change;
    this.ctx.net.meters.shift(this.inLine, change);
  }
}
