/**
 * Connections of each server: a statement has one from when it comes in until it is answered, whatever it waits for. Where all are taken
 * the next is turned away, or stands in line. One more than were ever open at once has to be opened first, which takes CPU: after a
 * promotion all of them.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { Chain } from '../../engine/chain.ts';
import { MET, SPENT } from '../../engine/follow/story.ts';

export const DOOR = { open: 0, waits: 1, shut: 2 } as const;

/** The order of the spec's `whenFull` options. */
const WHEN_FULL = { refuse: 0, wait: 1 } as const;

export class Connections {
  private readonly ctx: NodeContext;
  /** By instance: taken, ever open at once, and standing in line. */
  private readonly taken: Int32Array;
  private readonly open: Int32Array;
  private readonly waiting: Int32Array;
  private readonly line: Chain;
  private readonly fields;
  private readonly metrics;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.taken = ctx.memory.i32(ctx.slots);
    this.open = ctx.memory.i32(ctx.slots);
    this.waiting = ctx.memory.i32(ctx.slots);
    this.line = new Chain(ctx.memory);
    this.fields = {
      most: ctx.param('maxConnections'),
      whenFull: ctx.param('whenFull'),
      connectMs: ctx.param('connectMs'),
      queueLimit: ctx.param('queueLimit'),
    };
    this.metrics = {
      taken: ctx.metric('connections'),
      waiting: ctx.metric('connectionsWaiting'),
      refused: ctx.metric('connectionsRefused'),
      opened: ctx.metric('connectionsOpened'),
    };
  }

  /** A call has come to a server. `calls.memo` is the CPU time that its connection takes, in seconds. @returns one of `DOOR` */
  enter(call: number): number {
    const { net, firstSlot } = this.ctx;
    const i = net.calls.to[call] - firstSlot;
    const most = net.params[this.fields.most];
    if (most === 0 || this.taken[i] < most) {
      this.take(call, i);
      return DOOR.open;
    }
    if (net.params[this.fields.whenFull] === WHEN_FULL.wait && this.waiting[i] < net.params[this.fields.queueLimit]) {
      net.follower?.stands(call, SPENT.connection, this.waiting[i]);
      this.line.append(call);
      this.shiftWaiting(i, 1);
      return DOOR.waits;
    }
    net.meters.values[this.metrics.refused + i]++;
    net.follower?.met(call, MET.full, this.taken[i]);
    return DOOR.shut;
  }

  /** A call of a server has been answered. @returns the one that comes in for it; -1 = none */
  leave(slot: number): number {
    const i = slot - this.ctx.firstSlot;
    this.shiftTaken(i, -1);
    return this.admit(slot);
  }

  /** The next in line where a connection is free; -1 = none. To be asked until then when there may be more of them. */
  admit(slot: number): number {
    const { net, firstSlot } = this.ctx;
    const i = slot - firstSlot;
    const most = net.params[this.fields.most];
    if (this.waiting[i] === 0 || (most > 0 && this.taken[i] >= most)) return -1;
    for (let call = this.line.first; call >= 0; call = this.line.next(call)) {
      if (net.calls.to[call] !== slot) continue;
      this.line.remove(call);
      this.shiftWaiting(i, -1);
      this.take(call, i);
      return call;
    }
    return -1;
  }

  /** The server died: nobody is connected to it. */
  crashed(slot: number): void {
    const { calls } = this.ctx.net;
    const i = slot - this.ctx.firstSlot;
    for (let call = this.line.first; call >= 0; ) {
      const next = this.line.next(call);
      if (calls.to[call] === slot) this.line.remove(call);
      call = next;
    }
    this.shiftWaiting(i, -this.waiting[i]);
    this.shiftTaken(i, -this.taken[i]);
    this.open[i] = 0;
  }

  /** Its callers are others now. */
  reopened(slot: number): void {
    const i = slot - this.ctx.firstSlot;
    this.open[i] = this.taken[i];
  }

  private take(call: number, i: number): void {
    const { net } = this.ctx;
    this.shiftTaken(i, 1);
    const isNew = this.taken[i] > this.open[i];
    net.calls.memo[call] = isNew ? net.params[this.fields.connectMs] / 1000 : 0;
    if (!isNew) return;
    this.open[i] = this.taken[i];
    net.meters.values[this.metrics.opened + i]++;
  }

  private shiftTaken(i: number, change: number): void {
    this.taken[i] += change;
    this.ctx.net.meters.shift(this.metrics.taken + i, change);
  }

  private shiftWaiting(i: number, change: number): void {
    this.waiting[i] += change;
    this.ctx.net.meters.shift(this.metrics.waiting + i, change);
  }
}
