/** What the nodes' CPUs are at: what operations ask of them, and writes that are brought to a node which has missed them. */

import type { NodeContext } from '../../engine/behavior.ts';
import { type Shape, serviceSeconds, shapeOf } from '../../engine/durations.ts';
import { mix, type Stream } from '../../engine/luck.ts';
import { MeteredStations } from '../../engine/meteredStations.ts';
import { CLASS } from '../../engine/plan.ts';
import { ENTRY } from '../../engine/stations.ts';

/** Where a piece of work is: `calls.stage`. On the way to the node, at it, on the way back; a hint or a repair that has come. */
export const STAGE = { out: 0, asked: 1, back: 2, hint: 3, repair: 4 } as const;

/** `calls.scratch` of work for an operation: `operation * perOperation + copy`. */
const perOperation = 8;
export const operationOf = (scratch: number) => Math.floor(scratch / perOperation);
export const copyOf = (scratch: number) => scratch % perOperation;

export class Labour {
  private readonly ctx: NodeContext;
  private readonly cpu: MeteredStations;
  private readonly shape: Shape;
  private readonly service: Stream;
  private readonly fields;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.cpu = new MeteredStations(ctx.memory, ctx.net, ctx.firstSlot, ctx.slots);
    this.shape = shapeOf(ctx);
    this.service = ctx.stream('service');
    this.fields = { replicaMs: ctx.param('replicaMs'), vcpu: ctx.param('vcpu'), queueLimit: ctx.param('queueLimit') };
    this.setServers();
  }

  /** Work of a node for a copy of an operation, not begun. @param salt of the call that the operation answers */
  forOperation(slot: number, request: number, op: number, copy: number, salt: number): number {
    const { net } = this.ctx;
    const work = net.chore(slot, request);
    net.calls.cls[work] = CLASS.job;
    net.calls.scratch[work] = op * perOperation + copy;
    net.calls.salt[work] = mix(salt ^ Math.imul(copy + 1, 0x9e3779b9)) >> 8;
    return work;
  }

  /** A write that a node has missed comes to it. @param stage `hint` or `repair` */
  bring(slot: number, stage: number, row: number, write: number, stamp: number): void {
    const { net } = this.ctx;
    const work = net.chore(slot, write);
    net.calls.cls[work] = CLASS.job;
    net.calls.stage[work] = stage;
    net.calls.key[work] = row;
    net.calls.memo[work] = write;
    net.calls.version[work] = stamp;
    net.calls.salt[work] = row;
    if (this.cpu.enter(work, Infinity) === ENTRY.served) this.compute(work);
  }

  /** Work gets into its node's line. @returns whether there was room */
  enter(work: number): boolean {
    const { net } = this.ctx;
    const entry = this.cpu.enter(work, net.params[this.fields.queueLimit]);
    if (entry === ENTRY.served) this.compute(work);
    return entry !== ENTRY.full;
  }

  /** A CPU has done its work, and takes the next. */
  leave(slot: number): void {
    const next = this.cpu.leave(slot);
    if (next >= 0) this.compute(next);
  }

  crashed(slot: number): void {
    this.cpu.clear(slot);
  }

  /** Takes the number of CPUs as it is now. */
  changed(): void {
    const { firstSlot, slots } = this.ctx;
    this.setServers();
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
      for (let work = this.cpu.admit(slot); work >= 0; work = this.cpu.admit(slot)) this.compute(work);
    }
  }

  private setServers(): void {
    this.cpu.setServers(this.ctx.net.params[this.fields.vcpu]);
  }

  private compute(work: number): void {
    const { net } = this.ctx;
    const { calls, params } = net;
    const mean = params[this.fields.replicaMs] / 1000;
    const seconds = serviceSeconds(this.service, calls.request[work], calls.salt[work], params, this.shape, mean);
    net.serve(work, seconds * net.instances.slow[calls.to[work]]);
  }
}
