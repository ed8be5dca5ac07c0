/**
 * How busy a node was at any second of the last quarter of an hour, for tools that look at it from outside and late: how many seconds
 * its servers worked, how many there were to work, and how much waits for it. Written once a second, by whoever keeps it.
 */

import type { NodeContext } from './behavior.ts';
import type { Memory } from './memory.ts';
import { METER, type Network } from './network.ts';

/** Seconds that are remembered. */
const kept = 1024;
/** Rows: a ring of what was true at each second since the start. */
const BUSY = 0;
const SERVERS = 1;
const WAITING = 2;

export class LoadBook {
  private readonly ctx: NodeContext;
  private readonly net: Network;
  private readonly node: number;
  /** Instances whose lines are work for this node: its own, and those of the queues in front of it. */
  private readonly lines: readonly number[];
  private readonly rings: readonly Float64Array[];
  /** [server seconds worked in closed frames, server seconds on offer until the last look, service seconds at the last look] */
  private readonly sums: Float64Array;
  /** How many seconds are written. */
  private readonly written: Int32Array;

  /** @param ctx of the node that keeps the book @param node that is looked at */
  constructor(ctx: NodeContext, memory: Memory, node: number) {
    const { net, plan } = ctx;
    const slotsOf = (n: number) => Array.from({ length: plan.nodes[n].slots }, (_, i) => net.instances.first[n] + i);
    const queues = plan.links.filter(({ to, from }) => to === node && ctx.roleOf(from) === 'queue').map(({ from }) => from);
    this.ctx = ctx;
    this.net = net;
    this.node = node;
    this.lines = [...slotsOf(node), ...[...new Set(queues)].flatMap(slotsOf)];
    this.rings = [memory.f64(kept), memory.f64(kept), memory.f64(kept)];
    this.sums = memory.f64(3);
    this.written = memory.i32(1);
  }

  /** A frame is about to close: what its meters have summed up is kept. To be called from `measure`. */
  keep(): void {
    this.sums[0] += this.openArea();
  }

  /** Writes down how it is now. To be called once a second. */
  write(): void {
    const { ctx, net, node, sums, rings } = this;
    const { instances, meters } = net;
    const served = ctx.fleet.servedSeconds(node);
    sums[1] += (served - sums[2]) * instances.servers[instances.first[node]];
    sums[2] = served;
    const at = this.written[0]++ % kept;
    rings[BUSY][at] = sums[0] + this.openArea();
    rings[SERVERS][at] = sums[1];
    let waiting = 0;
    for (const slot of this.lines) waiting += meters.values[METER.queue * instances.count + slot];
    rings[WAITING][at] = waiting;
  }

  /** Whether there is something to say of the `window` seconds that ended `ago` seconds before the last entry. */
  has(ago: number, window: number): boolean {
    return this.written[0] > ago + window && ago + window < kept;
  }

  /** Servers that worked over servers that were in service, 0 to 1: what is still worked at instances that drain makes it no more. */
  utilization(ago: number, window: number): number {
    const servers = this.grown(SERVERS, ago, window);
    return servers > 0 ? Math.min(1, this.grown(BUSY, ago, window) / servers) : 0;
  }

  /** Whole instances' worth of work that was done, on average. */
  busyInstances(ago: number, window: number): number {
    const { instances } = this.net;
    return this.grown(BUSY, ago, window) / window / instances.servers[instances.first[this.node]];
  }

  /** What waited for it, on average: calls in line at its instances, and messages in the queues in front of it. */
  waiting(ago: number, window: number): number {
    let sum = 0;
    for (let i = 0; i < window; i++) sum += this.rings[WAITING][this.place(ago + i)];
    return sum / window;
  }

  private grown(row: number, ago: number, window: number): number {
    return this.rings[row][this.place(ago)] - this.rings[row][this.place(ago + window)];
  }

  private place(ago: number): number {
    return (this.written[0] - 1 - ago) % kept;
  }

  private openArea(): number {
    const { instances, meters } = this.net;
    let area = 0;
    for (let slot = instances.first[this.node]; slot < instances.first[this.node + 1]; slot++) {
      area += meters.areaOf(METER.utilization * instances.count + slot);
    }
    return area;
  }
}
