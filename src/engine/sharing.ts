/**
 * Processor sharing: everybody inside is served at once, each at the same share of the servers and never at more than one.
 * Exact and event-driven. Since all advance at one speed, a call that brings `seconds` of work is done when the work that each of
 * them has got, counted on a clock of the station's own, has grown by that much (virtual time; Parekh and Gallager 1993). So whoever
 * is done next is the least in a heap by that moment, and only that call has an event in the agenda.
 *
 * The heap is a pairing heap (Fredman, Sedgewick, Sleator and Tarjan 1986) whose links lie in columns by call: one station's may be
 * empty and another's long without memory for both.
 */

import { nth } from './calls.ts';
import type { Memory } from './memory.ts';
import { type Network, OP } from './network.ts';

export class Sharing {
  /** Calls in service at each station. */
  readonly members: Int32Array;
  private readonly net: Network;
  private readonly servers: Float64Array;
  /** Work that a member has got since the station was last empty, and up to which moment of the run it is counted. */
  private readonly given: Float64Array;
  private readonly countedAt: Float64Array;
  /** 1 while the instance is silent: its servers are taken, but none of them moves. */
  private readonly stopped: Uint8Array;
  /** The call that is done next, -1 for none. */
  private readonly root: Int32Array;
  /** By call: what `given` must have grown to, and the work itself. */
  private doneAt = new Float64Array(1);
  private work = new Float64Array(1);
  private child = new Int32Array(1);
  private sibling = new Int32Array(1);

  /** @param count how many stations; all without servers until `setServers` */
  constructor(memory: Memory, net: Network, count: number) {
    this.net = net;
    this.members = memory.i32(count);
    this.servers = memory.f64(count);
    this.given = memory.f64(count);
    this.countedAt = memory.f64(count);
    this.stopped = memory.u8(count);
    this.root = memory.i32(count).fill(-1);
    memory.grows(this as unknown as Record<'doneAt' | 'work', Float64Array>, 'doneAt', 'work');
    memory.grows(this as unknown as Record<'child' | 'sibling', Int32Array>, 'child', 'sibling');
  }

  /** A call comes with `seconds` of work for one server; `actor.served` follows when it is done. */
  enter(station: number, call: number, seconds: number): void {
    if (nth(call) >= this.work.length) this.grow(call);
    this.count(station);
    this.work[nth(call)] = seconds;
    this.doneAt[nth(call)] = this.given[station] + seconds;
    this.child[nth(call)] = -1;
    this.sibling[nth(call)] = -1;
    this.takeBack(station);
    this.net.calls.forgo(call);
    this.root[station] = this.meld(this.root[station], call);
    this.members[station]++;
    this.plan(station);
  }

  /** The call whose `served` has just come takes its leave. */
  leave(station: number, call: number): void {
    const left = this.child[nth(call)];
    this.members[station]--;
    // counted by its own work and not by the clock: rounding does not add up
    this.given[station] = this.members[station] === 0 ? 0 : this.doneAt[nth(call)];
    this.countedAt[station] = this.net.now;
    this.root[station] = this.meldAll(left);
    this.plan(station);
  }

  /** From now on the members share so many servers; with 0 they wait where they are. */
  setServers(station: number, servers: number): void {
    if (servers === this.servers[station]) return;
    this.count(station);
    this.servers[station] = servers;
    this.takeBack(station);
    this.plan(station);
  }

  /** The instance falls silent, or comes to itself: the members go on where they stopped. */
  stop(station: number, stopped: boolean): void {
    this.count(station);
    this.stopped[station] = stopped ? 1 : 0;
    this.takeBack(station);
    this.plan(station);
  }

  /** Servers in use. */
  busy(station: number): number {
    return Math.min(this.members[station], this.servers[station]);
  }

  /** The work that the call brought, in seconds of one server. */
  workOf(call: number): number {
    return this.work[nth(call)];
  }

  /** Forgets everything: the instance died. */
  clear(station: number): void {
    this.members[station] = 0;
    this.given[station] = 0;
    this.root[station] = -1;
    this.stopped[station] = 0;
  }

  /** Share of one server that each member has. */
  private speed(station: number): number {
    if (this.stopped[station] === 1) return 0;
    const members = this.members[station];
    const servers = this.servers[station];
    return members <= servers ? 1 : servers / members;
  }

  /** Brings `given` up to now. */
  private count(station: number): void {
    const { now } = this.net;
    if (this.members[station] > 0) this.given[station] += (now - this.countedAt[station]) * this.speed(station);
    this.countedAt[station] = now;
  }

  private takeBack(station: number): void {
    const root = this.root[station];
    if (root >= 0) this.net.calls.forgo(root);
  }

  private plan(station: number): void {
    const root = this.root[station];
    if (root < 0) return;
    const speed = this.speed(station);
    if (speed === 0) return;
    const left = Math.max(0, this.doneAt[nth(root)] - this.given[station]);
    this.net.schedule(root, OP.served, this.net.now + left / speed);
  }

  /** Of equals the first stays above. */
  private meld(a: number, b: number): number {
    if (a < 0) return b;
    if (b < 0) return a;
    const above = this.doneAt[nth(a)] <= this.doneAt[nth(b)] ? a : b;
    const below = above === a ? b : a;
    this.sibling[nth(below)] = this.child[nth(above)];
    this.child[nth(above)] = below;
    return above;
  }

  /** Makes one heap of a row of siblings: in pairs from the left, then all pairs from the right. */
  private meldAll(first: number): number {
    const { sibling } = this;
    let pairs = -1;
    for (let a = first; a >= 0; ) {
      const b = sibling[nth(a)];
      const rest = b < 0 ? -1 : sibling[nth(b)];
      sibling[nth(a)] = -1;
      if (b >= 0) sibling[nth(b)] = -1;
      const pair = this.meld(a, b);
      sibling[nth(pair)] = pairs;
      pairs = pair;
      a = rest;
    }
    let heap = -1;
    while (pairs >= 0) {
      const rest = sibling[nth(pairs)];
      sibling[nth(pairs)] = -1;
      heap = this.meld(heap, pairs);
      pairs = rest;
    }
    return heap;
  }

  private grow(call: number): void {
    let length = Math.max(256, this.work.length);
    while (length <= nth(call)) length *= 2;
    for (const key of ['doneAt', 'work'] as const) {
      const longer = new Float64Array(length);
      longer.set(this[key]);
      this[key] = longer;
    }
    for (const key of ['child', 'sibling'] as const) {
      const longer = new Int32Array(length);
      longer.set(this[key]);
      this[key] = longer;
    }
  }
}
