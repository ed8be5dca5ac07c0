/** Every instance of every node: is it there, is it well, how slow, and what it is doing. Slots are counted over the whole run. */

import type { Memory } from './memory.ts';
import type { Moments } from './moments.ts';
import { HEALTH, type Plan } from './plan.ts';

/** Why an instance is slow; what is slow for several reasons is slow by all of them. */
export const SLOW_BY = { fault: 0, steal: 1, count: 2 } as const;

export class Instances {
  readonly count: number;
  /** First slot of each node, and one past the last node's. */
  readonly first: Int32Array;
  readonly nodeOf: Int32Array;
  /** 1 when the instance takes calls, or would if it were well; slots beyond wait for the count to be raised. */
  readonly exists: Uint8Array;
  /** 1 while it starts: it is there and paid for, but not in service (`exists` is 0). See `fleet.ts`. */
  readonly booting: Uint8Array;
  /** 1 while it finishes what it has before it goes: it gets no new calls (`exists` is 0). */
  readonly draining: Uint8Array;
  /** 1 when it gets no calls although it has started, or will not get any when it has (`exists` is 0): the other half of a switch. */
  readonly standsBy: Uint8Array;
  /** Which release of the software runs on it; 0 is what the run began with. */
  readonly version: Uint8Array;
  /** One of `HEALTH`; set by `setHealth`. */
  readonly health: Uint8Array;
  /** How many slots are not up: while there is none, nobody needs to look at `health`. */
  ill = 0;
  /** Service takes this many times as long; kept by `slowDown`. */
  readonly slow: Float64Array;
  /** The same, by the fault of its version. */
  readonly burden: Float64Array;
  /** From this moment on it is warm; until then service takes longer, by `coldness` for each second that is left. */
  readonly warmAt: Float64Array;
  readonly coldness: Float64Array;
  /** The same by reason: `slot + SLOW_BY.x * count`. */
  private readonly slowBy: Float64Array;
  /** One that drains stays at least until this moment: whoever still sends it what only it can do says so. */
  readonly keptUntil: Float64Array;
  /** How many more jobs it would take from a queue right now; kept by kinds that are handed work. */
  readonly room: Float64Array;
  /** Per node, bits of `STANDS_FOR` (asks.ts): set by caches, read by their callers. */
  readonly standsFor: Uint8Array;
  /**
   * Per node, the slot that takes every call which was sent to no certain instance; -1 = the kind chooses, call by call. Kept by kinds that
   * can say so beforehand.
   */
  readonly taker: Int32Array;
  /** 1 for the primary of a store. */
  readonly primary: Uint8Array;
  /** Servers of the instance, the divisor of its utilization. */
  readonly servers: Float64Array;
  /** Servers that were computing when the instance fell silent, and will go on. */
  readonly heldBusy: Float64Array;
  /** First and last call held by a hung instance. */
  readonly frozenFirst: Int32Array;
  readonly frozenLast: Int32Array;

  constructor(memory: Memory, plan: Plan) {
    this.first = new Int32Array(plan.nodes.length + 1);
    plan.nodes.forEach((node, n) => {
      this.first[n + 1] = this.first[n] + node.slots;
    });
    this.count = this.first[plan.nodes.length];
    this.nodeOf = new Int32Array(this.count);
    this.exists = memory.u8(this.count);
    this.booting = memory.u8(this.count);
    this.draining = memory.u8(this.count);
    this.standsBy = memory.u8(this.count);
    this.version = memory.u8(this.count);
    this.health = memory.u8(this.count);
    memory.whole(this as unknown as Record<'ill', number>, 'ill');
    this.slow = memory.f64(this.count).fill(1);
    this.burden = memory.f64(this.count).fill(1);
    this.warmAt = memory.f64(this.count);
    this.coldness = memory.f64(this.count);
    this.slowBy = memory.f64(SLOW_BY.count * this.count).fill(1);
    this.keptUntil = memory.f64(this.count);
    this.room = memory.f64(this.count);
    this.standsFor = memory.u8(plan.nodes.length);
    this.taker = memory.i32(plan.nodes.length).fill(-1);
    this.primary = memory.u8(this.count);
    this.servers = memory.f64(this.count).fill(1);
    this.heldBusy = memory.f64(this.count);
    this.frozenFirst = memory.i32(this.count).fill(-1);
    this.frozenLast = memory.i32(this.count).fill(-1);
    plan.nodes.forEach((node, n) => {
      this.nodeOf.fill(n, this.first[n], this.first[n + 1]);
      this.exists.fill(1, this.first[n], this.first[n] + node.instances);
    });
  }

  /** For one reason (of `SLOW_BY`) service takes so many times as long from now on; 1 = not for this reason. */
  slowDown(slot: number, reason: number, factor: number): void {
    const { slowBy, count } = this;
    slowBy[slot + reason * count] = factor;
    let all = 1;
    for (let each = slot; each < slowBy.length; each += count) all *= slowBy[each];
    this.slow[slot] = all;
  }

  slownessBy(slot: number, reason: number): number {
    return this.slowBy[slot + reason * this.count];
  }

  /** @param health one of `HEALTH` */
  setHealth(slot: number, health: number): void {
    const was = this.health[slot];
    if (was === HEALTH.up && health !== HEALTH.up) this.ill++;
    else if (was !== HEALTH.up && health === HEALTH.up) this.ill--;
    this.health[slot] = health;
  }

  isUp(slot: number): boolean {
    return this.exists[slot] === 1 && this.health[slot] === HEALTH.up;
  }

  /** Of some slots, how many there are up to the last one that exists. */
  reachOf(first: number, slots: number): number {
    let reach = slots;
    while (reach > 0 && this.exists[first + reach - 1] === 0) reach--;
    return reach;
  }

  /** How many times as long service takes at the instance now: by slowness, by its version, and because it is not warm yet. */
  serviceFactor(slot: number, clock: Moments): number {
    const factor = this.slow[slot] * this.burden[slot];
    const coldSeconds = this.warmAt[slot] - clock.now;
    return coldSeconds > 0 ? factor * (1 + coldSeconds * this.coldness[slot]) : factor;
  }
}
