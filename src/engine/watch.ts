/**
 * Notes what a reader of the run wants marked without having to look for it: the first failed request, and when more calls
 * wait at a node than it serves. Looked at once per frame, so a mark is at most one frame late.
 */

import type { Memory } from './memory.ts';
import { METER, type Network } from './network.ts';

/** Waiting per server above which a node counts as saturated, and below which it no longer does. */
const above = 1;
const below = 0.25;

export class Watch {
  private readonly net: Network;
  /** 1 per node while saturated; the last cell is 1 once a request has failed. */
  private readonly state: Uint8Array;

  constructor(memory: Memory, net: Network, nodes: number) {
    this.net = net;
    this.state = memory.u8(nodes + 1);
  }

  /** Before the frame's meters are closed. @param seconds its length */
  look(seconds: number): void {
    const { audience, journal } = this.net;
    const nodes = this.state.length - 1;
    if (this.state[nodes] === 0 && audience.counts[3] > 0) {
      this.state[nodes] = 1;
      journal.note('first-failure', -1, -1, audience.counts[3]);
    }
    for (let node = 0; node < nodes; node++) {
      const waiting = this.waitingPerServer(node, seconds);
      if (this.state[node] === 0 && waiting > above) {
        this.state[node] = 1;
        journal.note('saturated', node, -1, waiting);
      } else if (this.state[node] === 1 && waiting < below) {
        this.state[node] = 0;
        journal.note('desaturated', node, -1, waiting);
      }
    }
  }

  private waitingPerServer(node: number, seconds: number): number {
    const { instances, meters } = this.net;
    let queue = 0;
    let servers = 0;
    for (let slot = instances.first[node]; slot < instances.first[node + 1]; slot++) {
      if (instances.exists[slot] === 0) continue;
      queue += meters.areaOf(METER.queue * instances.count + slot) / seconds;
      servers += instances.servers[slot];
    }
    return servers === 0 ? 0 : queue / servers;
  }
}
