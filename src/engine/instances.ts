/** Every instance of every node: is it there, is it well, how slow, and what it is doing. Slots are counted over the whole run. */

import type { Memory } from './memory.ts';
import { HEALTH, type Plan } from './plan.ts';

export class Instances {
  readonly count: number;
  /** First slot of each node, and one past the last node's. */
  readonly first: Int32Array;
  readonly nodeOf: Int32Array;
  /** 1 when the design has this instance; slots beyond wait for the count to be raised. */
  readonly exists: Uint8Array;
  readonly health: Uint8Array;
  /** Service takes this many times as long. */
  readonly slow: Float64Array;
  /** How many more jobs it would take from a queue right now; kept by kinds that are handed work. */
  readonly room: Float64Array;
  /** Per node, bits of `STANDS_FOR` (asks.ts): set by caches, read by their callers. */
  readonly standsFor: Uint8Array;
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
    this.health = memory.u8(this.count);
    this.slow = memory.f64(this.count).fill(1);
    this.room = memory.f64(this.count);
    this.standsFor = memory.u8(plan.nodes.length);
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

  isUp(slot: number): boolean {
    return this.exists[slot] === 1 && this.health[slot] === HEALTH.up;
  }
}
