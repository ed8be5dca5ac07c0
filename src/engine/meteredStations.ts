/** Stations whose servers are what an instance is busy with: their use is its `utilization`, their line counts in its `queue`. */

import { MET, SPENT } from './follow/story.ts';
import type { Memory } from './memory.ts';
import { METER, type Network } from './network.ts';
import { ENTRY, Stations } from './stations.ts';

export class MeteredStations {
  private readonly stations: Stations;
  private readonly net: Network;
  private readonly firstSlot: number;
  private readonly slots: number;

  constructor(memory: Memory, net: Network, firstSlot: number, slots: number) {
    this.stations = new Stations(memory, net.calls, slots);
    this.net = net;
    this.firstSlot = firstSlot;
    this.slots = slots;
  }

  /** How many servers each instance has from now on: what utilization is divided by. */
  setServers(servers: number): void {
    this.net.instances.servers.fill(servers, this.firstSlot, this.firstSlot + this.slots);
  }

  /** As `Stations.enter`, at the call's own instance. */
  enter(call: number, queueLimit: number): number {
    const slot = this.net.calls.to[call];
    const entry = this.stations.enter(slot - this.firstSlot, call, this.net.instances.servers[slot], queueLimit);
    if (entry === ENTRY.served) this.shift(METER.utilization, slot, 1);
    else if (entry === ENTRY.waits) {
      this.net.follower?.stands(call, SPENT.queue, this.stations.waiting[slot - this.firstSlot] - 1);
      this.shift(METER.queue, slot, 1);
    } else this.net.follower?.met(call, MET.full, this.stations.waiting[slot - this.firstSlot]);
    return entry;
  }

  /** As `Stations.leave`. @returns the call whose service begins now, -1 for none */
  leave(slot: number): number {
    const next = this.stations.leave(slot - this.firstSlot, this.net.instances.servers[slot]);
    if (next >= 0) this.shift(METER.queue, slot, -1);
    else this.shift(METER.utilization, slot, -1);
    return next;
  }

  /** As `Stations.admit`: to be asked until it gives -1 when there are more servers than before. */
  admit(slot: number): number {
    const next = this.stations.admit(slot - this.firstSlot, this.net.instances.servers[slot]);
    if (next >= 0) {
      this.shift(METER.queue, slot, -1);
      this.shift(METER.utilization, slot, 1);
    }
    return next;
  }

  /** The instance died; the engine sets its levels to zero itself. */
  clear(slot: number): void {
    this.stations.clear(slot - this.firstSlot);
  }

  private shift(meter: number, slot: number, by: number): void {
    this.net.meters.shift(meter * this.net.instances.count + slot, by);
  }
}
