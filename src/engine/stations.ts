/**
 * A station: c servers, a bounded waiting room, first come first served. It only keeps count and order; how long service
 * takes, and what happens meanwhile, is the kind's affair: a web server's threads are a station whose service lasts as long
 * as the database takes to answer.
 */

import type { Calls } from './calls.ts';
import type { Memory } from './memory.ts';

export const ENTRY = { served: 0, waits: 1, full: 2 } as const;

export class Stations {
  /** Servers in use. */
  readonly busy: Int32Array;
  readonly waiting: Int32Array;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  private readonly calls: Calls;

  /** @param count how many stations; the owner decides which instance has which */
  constructor(memory: Memory, calls: Calls, count: number) {
    this.busy = memory.i32(count);
    this.waiting = memory.i32(count);
    this.head = memory.i32(count).fill(-1);
    this.tail = memory.i32(count).fill(-1);
    this.calls = calls;
  }

  /** Takes a server if one is free, else a place in the queue if there is one. */
  enter(station: number, call: number, servers: number, queueLimit: number): number {
    if (this.busy[station] < servers) {
      this.busy[station]++;
      return ENTRY.served;
    }
    if (this.waiting[station] >= queueLimit) return ENTRY.full;
    const tail = this.tail[station];
    if (tail < 0) this.head[station] = call;
    else this.calls.next[tail] = call;
    this.calls.next[call] = -1;
    this.tail[station] = call;
    this.waiting[station]++;
    return ENTRY.waits;
  }

  /**
   * Gives a server back. The next in line takes it at once and is returned; -1 when none waits, or when there are fewer
   * servers than before and this one goes out of use.
   */
  leave(station: number, servers: number): number {
    const call = this.head[station];
    if (call < 0 || this.busy[station] > servers) {
      this.busy[station]--;
      return -1;
    }
    this.head[station] = this.calls.next[call];
    if (this.head[station] < 0) this.tail[station] = -1;
    this.waiting[station]--;
    return call;
  }

  /** The next in line takes a server that has become free by itself (more servers than before); -1 when none waits or none is free. */
  admit(station: number, servers: number): number {
    if (this.busy[station] >= servers || this.head[station] < 0) return -1;
    this.busy[station]++;
    const call = this.head[station];
    this.head[station] = this.calls.next[call];
    if (this.head[station] < 0) this.tail[station] = -1;
    this.waiting[station]--;
    return call;
  }

  /** Forgets everything: the instance died. */
  clear(station: number): void {
    this.busy[station] = 0;
    this.waiting[station] = 0;
    this.head[station] = -1;
    this.tail[station] = -1;
  }
}
