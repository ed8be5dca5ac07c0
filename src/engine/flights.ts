/**
 * Several calls that want one and the same thing: the first sets out to get it, the others wait for that one ("single flight"). Of
 * use to whoever has calls inside that ask for things by number; a waiting call may stand in no other queue.
 */

import { type Calls, nth } from './calls.ts';
import { SPENT } from './follow/story.ts';
import { longer, type Memory } from './memory.ts';

/** A prime: things spread over so many short lists. */
const listCount = 1021;

export class Flights {
  private readonly calls: Calls;
  /** Per list its newest leader plus one; 0 = none. */
  private readonly heads: Int32Array;
  /** Of a leader: what it is out for, the next leader of its list plus one, and who waits last. */
  private thing = new Int32Array(0);
  private after = new Int32Array(0);
  private last = new Int32Array(0);

  constructor(memory: Memory, calls: Calls) {
    this.calls = calls;
    this.heads = memory.i32(listCount);
    memory.grows(this as unknown as Record<'thing' | 'after' | 'last', Int32Array>, 'thing', 'after', 'last');
  }

  /**
   * @param thing from 0 to 2^31 - 1
   * @returns whether somebody is out for it already, so that the call now waits; else the call is to go itself
   */
  joins(thing: number, call: number): boolean {
    const { next } = this.calls;
    const list = thing % listCount;
    next[call] = -1;
    for (let leader = this.heads[list] - 1; leader >= 0; leader = this.after[nth(leader)] - 1) {
      if (this.thing[nth(leader)] !== thing) continue;
      next[this.last[nth(leader)]] = call;
      this.last[nth(leader)] = call;
      this.calls.follower?.doing(call, SPENT.shared);
      return true;
    }
    if (nth(call) >= this.thing.length) this.grow(call);
    this.thing[nth(call)] = thing;
    this.last[nth(call)] = call;
    this.after[nth(call)] = this.heads[list];
    this.heads[list] = call + 1;
    return false;
  }

  /** The call that set out is back. @returns the first of those that waited for it, the others by `next`; -1 when nobody did */
  land(leader: number): number {
    const list = this.thing[nth(leader)] % listCount;
    if (this.heads[list] === leader + 1) {
      this.heads[list] = this.after[nth(leader)];
    } else {
      let before = this.heads[list] - 1;
      while (before >= 0 && this.after[nth(before)] !== leader + 1) before = this.after[nth(before)] - 1;
      if (before < 0) throw new Error(`call ${leader} is back, but had not set out`);
      this.after[nth(before)] = this.after[nth(leader)];
    }
    return this.calls.next[leader];
  }

  /** All calls inside an instance are lost, and with them what they were out for. */
  forget(slot: number): void {
    for (let list = 0; list < listCount; list++) {
      for (let leader = this.heads[list] - 1; leader >= 0; ) {
        const following = this.after[nth(leader)] - 1;
        if (this.calls.to[leader] === slot) this.land(leader);
        leader = following;
      }
    }
  }

  private grow(call: number): void {
    let length = Math.max(256, this.thing.length);
    while (length <= nth(call)) length *= 2;
    this.thing = longer(this.thing, new Int32Array(length));
    this.after = longer(this.after, new Int32Array(length));
    this.last = longer(this.last, new Int32Array(length));
  }
}
