/**
 * Who watches an instance's work from beside it: agents that read its logs and its numbers. They are told of every answer as it is made
 * and of every question of its own that failed; they change nothing of it. Null in the network while nobody watches anybody.
 */

import type { Network } from './network.ts';

export interface Watcher {
  /** An instance has answered a call, with an outcome; the answer leaves at a moment, now or soon. The call is readable. */
  answered(call: number, slot: number, outcome: number, at: number): void;
  /** An attempt that an instance made has failed. The call is readable: `to` may be -1, as nobody was reached. */
  attemptFailed?(call: number, slot: number, outcome: number): void;
  /** An instance has died, and what was in its memory with it. */
  died?(slot: number): void;
}

/** What a monitor knows of the nodes it watches, as old as its newest look at them. -1 where it knows nothing. */
export interface Readings {
  /** Mean busy share of the instances, 0 to 1. */
  utilization(node: number): number;
  /** Share of answers that were failures. */
  failedShare(node: number): number;
  /** Seconds. */
  p99(node: number): number;
  answersPerSecond(node: number): number;
  /** Whether the monitor itself works and has looked yet. */
  isWorking(): boolean;
}

export class Watched {
  private readonly bySlot: (readonly Watcher[] | undefined)[] = [];
  private readonly readings: (Readings | undefined)[] = [];

  /** Called while actors are made. */
  add(net: Network, node: number, watcher: Watcher, readings?: Readings): void {
    const { first } = net.instances;
    for (let slot = first[node]; slot < first[node + 1]; slot++) this.bySlot[slot] = [...(this.bySlot[slot] ?? []), watcher];
    if (readings) this.readings[node] = readings;
  }

  answered(call: number, slot: number, outcome: number, at: number): void {
    const watchers = this.bySlot[slot];
    if (watchers === undefined) return;
    for (let i = 0; i < watchers.length; i++) watchers[i].answered(call, slot, outcome, at);
  }

  attemptFailed(call: number, slot: number, outcome: number): void {
    const watchers = this.bySlot[slot];
    if (watchers === undefined) return;
    for (let i = 0; i < watchers.length; i++) watchers[i].attemptFailed?.(call, slot, outcome);
  }

  died(slot: number): void {
    for (const watcher of this.bySlot[slot] ?? []) watcher.died?.(slot);
  }

  /** What is known of a node by the monitor that watches it; undefined when none does. */
  of(node: number): Readings | undefined {
    return this.readings[node];
  }
}
