/**
 * The more CPUs of a server are at work, the longer each of them takes: they wait for each other (contention), and tell each other what
 * they have changed (coherence). Universal scalability law (Gunther 1993): with all N at work N / (1 + a (N - 1) + b N (N - 1)) times as
 * much is done as by one.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { METER, type Network } from '../../engine/network.ts';

export class Crowding {
  private readonly net: Network;
  private readonly contention: number;
  private readonly coherence: number;

  constructor(ctx: NodeContext) {
    this.net = ctx.net;
    this.contention = ctx.param('contention');
    this.coherence = ctx.param('coherence');
  }

  /** How many times as long anything takes that a CPU of a server begins now. */
  at(slot: number): number {
    const a = this.net.params[this.contention];
    const b = this.net.params[this.coherence];
    if (a + b === 0) return 1;
    const busy = this.net.meters.values[METER.utilization * this.net.instances.count + slot];
    return 1 + (a + b * busy) * Math.max(0, busy - 1);
  }
}
