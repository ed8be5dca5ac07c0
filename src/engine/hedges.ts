/**
 * Hedged calls (Dean and Barroso 2013): when an answer is late, a copy of the question goes to another instance, and whichever answers
 * first counts. Here stands who is whose copy and when one is due; what a call holds is the policies' to give back.
 */

import { type Callers, MARK } from './callers.ts';
import { type Calls, nth } from './calls.ts';
import { longer, type Memory } from './memory.ts';
import type { Network } from './network.ts';
import { RecentTimes } from './recentTimes.ts';

/** Tells a copy's luck from its original's: attempts are fewer. */
const copyAttempt = 64;

export class Hedges {
  private readonly callers: Callers;
  private readonly net: Network;
  private readonly calls: Calls;
  /** Nodes that any of several instances can answer for. */
  private readonly spreads: readonly boolean[];
  private readonly recent: RecentTimes;
  /** By call: its copy, or whose copy it is; when whoever waits began to; when a copy is due, -1 = never. */
  private twin = new Int32Array(64).fill(-1);
  private startedAt = new Float64Array(64);
  private dueAt = new Float64Array(64).fill(-1);

  constructor(memory: Memory, callers: Callers, net: Network, spreads: readonly boolean[]) {
    this.callers = callers;
    this.net = net;
    this.calls = net.calls;
    this.spreads = spreads;
    this.recent = new RecentTimes(memory, callers.count);
    memory.grows(this as unknown as Record<'twin', Int32Array>, 'twin');
    memory.grows(this as unknown as Record<'startedAt' | 'dueAt', Float64Array>, 'startedAt', 'dueAt');
  }

  /** A call departs. @returns when a copy of it is due, -1 for never */
  begin(call: number, cell: number, isOnce: boolean): number {
    const { net, calls } = this;
    const { hedge, hedgeSeconds } = this.callers.values;
    const link = calls.link[call];
    this.startedAt[nth(call)] = net.now;
    if (hedge[link] === 0 || calls.waiting[call] === 0 || isOnce) return -1;
    const wait = hedge[link] === 1 ? hedgeSeconds[link] : this.recent.quantileOf(cell);
    if (wait === Infinity) return -1;
    this.dueAt[nth(call)] = net.now + wait;
    return this.dueAt[nth(call)];
  }

  /** Whether it is time for a copy, and there still is no answer. */
  isDue(call: number): boolean {
    if (nth(call) >= this.dueAt.length || this.dueAt[nth(call)] !== this.net.now) return false;
    return this.calls.waiting[call] === 1 && this.twin[nth(call)] < 0;
  }

  /** Its caller is asked first where the copy is to go, and may choose another wire for it. */
  copyOf(call: number): number {
    const { calls, net } = this;
    const link = calls.link[call];
    this.dueAt[nth(call)] = -1;
    const copy = calls.take(link, calls.from[call], calls.cls[call], calls.key[call], calls.request[call], calls.salt[call]);
    this.clear(copy);
    calls.bornAt[copy] = calls.bornAt[call];
    calls.giveUpAt[copy] = Math.min(calls.giveUpAt[call], calls.deadline[call]);
    calls.parent[copy] = calls.parent[call];
    calls.session[copy] = calls.session[call];
    calls.memo[copy] = calls.memo[call];
    calls.scratch[copy] = calls.scratch[call];
    calls.attempt[copy] = calls.attempt[call] + copyAttempt;
    calls.waiting[copy] = 1;
    net.actors[net.links.from[link]].again?.(copy);
    if (calls.to[copy] < 0) calls.to[copy] = this.elsewhere(link, calls.to[call]);
    this.twin[nth(call)] = copy;
    this.twin[nth(copy)] = call;
    // measured from the first one's start: whoever waits knows no other
    this.startedAt[nth(copy)] = this.startedAt[nth(call)];
    return copy;
  }

  /** @returns the other of two, -1 when there is none; from now on they know nothing of each other */
  part(call: number): number {
    const other = this.twin[nth(call)];
    this.dueAt[nth(call)] = -1;
    if (other < 0) return -1;
    this.twin[nth(call)] = -1;
    this.twin[nth(other)] = -1;
    this.dueAt[nth(other)] = -1;
    return other;
  }

  /** What is left of two, or what won, counts as the attempt it is a copy of. */
  becomeOriginal(call: number, marks: number): void {
    if (marks & MARK.copy) this.calls.attempt[call] -= copyAttempt;
  }

  /** A call of this caller was answered. */
  learn(call: number, link: number, cell: number): void {
    const { hedge, hedgeShare } = this.callers.values;
    if (hedge[link] === 2) this.recent.add(cell, this.net.now - this.startedAt[nth(call)], hedgeShare[link]);
  }

  /** A call's place is new, or its caller has died. */
  clear(call: number): void {
    if (nth(call) >= this.twin.length) this.grow(call);
    this.twin[nth(call)] = -1;
    this.dueAt[nth(call)] = -1;
  }

  /** The caller has died. */
  forget(cell: number): void {
    this.recent.forget(cell);
  }

  /** The next instance after one that has been asked; -1 leaves it to the callee's kind. */
  private elsewhere(link: number, asked: number): number {
    const { instances, links } = this.net;
    const node = links.to[link];
    if (!this.spreads[node] || asked < 0) return -1;
    const first = instances.first[node];
    const slots = instances.first[node + 1] - first;
    for (let step = 1; step < slots; step++) {
      const slot = first + ((asked - first + step) % slots);
      if (instances.exists[slot] === 1) return slot;
    }
    return -1;
  }

  private grow(call: number): void {
    let length = this.twin.length;
    while (length <= nth(call)) length *= 2;
    this.twin = longer(this.twin, new Int32Array(length).fill(-1));
    this.startedAt = longer(this.startedAt, new Float64Array(length));
    this.dueAt = longer(this.dueAt, new Float64Array(length).fill(-1));
  }
}
