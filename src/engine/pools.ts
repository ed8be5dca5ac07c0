/** Connections of each caller to whom it calls: so many at once, and whoever finds none stands in line, first come first served. */

import type { Callers } from './callers.ts';
import { type Calls, nth } from './calls.ts';
import { LINK_METER } from './linkMetrics.ts';
import { longer, type Memory } from './memory.ts';

export class Pools {
  private readonly callers: Callers;
  private readonly calls: Calls;
  /** By cell: connections in use, calls in line, and the first and last of these. */
  private readonly connected: Int32Array;
  readonly waiting: Int32Array;
  /** Of the connections in use, those that nobody uses. */
  private readonly leaked: Int32Array;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  /** By call. */
  private before = new Int32Array(64).fill(-1);
  private after = new Int32Array(64).fill(-1);

  constructor(memory: Memory, callers: Callers, calls: Calls) {
    this.callers = callers;
    this.calls = calls;
    this.connected = memory.i32(callers.count);
    this.waiting = memory.i32(callers.count);
    this.leaked = memory.i32(callers.count);
    this.head = memory.i32(callers.count).fill(-1);
    this.tail = memory.i32(callers.count).fill(-1);
    memory.grows(this as unknown as Record<'before' | 'after', Int32Array>, 'before', 'after');
  }

  isFree(link: number, cell: number): boolean {
    return this.connected[cell] < this.callers.values.poolSize[link];
  }

  lineIsFull(link: number, cell: number): boolean {
    const most = this.callers.values.maxPending[link];
    return most > 0 && this.waiting[cell] >= most;
  }

  connect(link: number, cell: number): void {
    this.connected[cell]++;
    this.callers.shift(link, LINK_METER.connections, 1);
  }

  /** A connection is free again. @returns the call that takes it over, and stands in line no longer; -1 when nobody does */
  release(link: number, cell: number): number {
    const next = this.head[cell];
    if (next < 0 || this.connected[cell] > this.callers.values.poolSize[link]) {
      this.disconnect(link, cell);
      return -1;
    }
    this.leave(next, cell);
    return next;
  }

  /** One connection less in use, whoever waits for it. */
  disconnect(link: number, cell: number): void {
    this.connected[cell]--;
    this.callers.shift(link, LINK_METER.connections, -1);
  }

  /** A connection is not given back though its call is over. */
  leak(cell: number): void {
    this.leaked[cell]++;
  }

  /** The leak is found: its connections are to be given back. @returns how many */
  found(cell: number): number {
    const count = this.leaked[cell];
    this.leaked[cell] = 0;
    return count;
  }

  line(call: number, cell: number): void {
    if (nth(call) >= this.before.length) this.grow(call);
    const last = this.tail[cell];
    this.before[nth(call)] = last;
    this.after[nth(call)] = -1;
    if (last < 0) this.head[cell] = call;
    else this.after[nth(last)] = call;
    this.tail[cell] = call;
    this.waiting[cell]++;
    this.callers.shift(this.calls.link[call], LINK_METER.waiting, 1);
  }

  leave(call: number, cell: number): void {
    const before = this.before[nth(call)];
    const after = this.after[nth(call)];
    if (before < 0) this.head[cell] = after;
    else this.after[nth(before)] = after;
    if (after < 0) this.tail[cell] = before;
    else this.before[nth(after)] = before;
    this.waiting[cell]--;
    this.callers.shift(this.calls.link[call], LINK_METER.waiting, -1);
  }

  /** The caller has died. */
  forget(link: number, cell: number): void {
    this.callers.shift(link, LINK_METER.connections, -this.connected[cell]);
    this.callers.shift(link, LINK_METER.waiting, -this.waiting[cell]);
    this.connected[cell] = 0;
    this.waiting[cell] = 0;
    this.leaked[cell] = 0;
    this.head[cell] = -1;
    this.tail[cell] = -1;
  }

  private grow(call: number): void {
    let length = this.before.length;
    while (length <= nth(call)) length *= 2;
    this.before = longer(this.before, new Int32Array(length).fill(-1));
    this.after = longer(this.after, new Int32Array(length).fill(-1));
  }
}
