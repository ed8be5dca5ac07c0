/**
 * Alerts that are firing, for whoever acts on them: an autoscaler, a pipeline that rolls back. Raised by monitors; every actor that has
 * `alerted` is told of each. A node has an alert while any rule of any monitor holds for it.
 */

import type { Memory } from './memory.ts';
import type { Network } from './network.ts';

/** What an alert is about, in the order of the notes that tell of it. */
export const ALERT = { errors: 0, latency: 1, cpu: 2, down: 3, burn: 4, count: 5 } as const;

const notes = ['alert-errors', 'alert-latency', 'alert-cpu', 'alert-down', 'alert-burn'] as const;

export class Alerts {
  private readonly net: Network;
  /** 1 per node and rule while it fires. */
  private readonly firing: Uint8Array;
  private readonly since: Float64Array;

  constructor(memory: Memory, net: Network, nodes: number) {
    this.net = net;
    this.firing = memory.u8(nodes * ALERT.count);
    this.since = memory.f64(nodes * ALERT.count);
  }

  isFiring(node: number, rule: number): boolean {
    return this.firing[node * ALERT.count + rule] === 1;
  }

  /** Whether anything is wrong with the node that somebody was told of. */
  any(node: number): boolean {
    for (let rule = 0; rule < ALERT.count; rule++) if (this.isFiring(node, rule)) return true;
    return false;
  }

  /** @param value what was measured, or for how long in seconds an ended one had fired */
  set(node: number, rule: number, isFiring: boolean, value: number): void {
    const at = node * ALERT.count + rule;
    if ((this.firing[at] === 1) === isFiring) return;
    const { net } = this;
    this.firing[at] = isFiring ? 1 : 0;
    if (isFiring) net.journal.note(notes[rule], node, -1, value);
    else net.journal.note('alert-over', node, -1, net.now - this.since[at]);
    this.since[at] = net.now;
    for (const actor of net.actors) actor.alerted?.(node, rule, isFiring);
  }
}
