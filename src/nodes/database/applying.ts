/**
 * What the copies make of the writes that have reached them: a CPU applies each, `applyThreads` of them at a time, and who reads sees
 * them in order, however they come out of the line.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { type Shape, serviceSeconds, shapeOf } from '../../engine/durations.ts';
import type { Ledger } from '../../engine/ledger.ts';
import type { Stream } from '../../engine/luck.ts';
import type { MeteredStations } from '../../engine/meteredStations.ts';
import { CLASS } from '../../engine/plan.ts';
import { ENTRY } from '../../engine/stations.ts';
import { Crowding } from './crowding.ts';
import type { Marks } from './marks.ts';

export class Applying {
  private readonly ctx: NodeContext;
  private readonly ledger: Ledger;
  private readonly marks: Marks;
  private readonly cpu: MeteredStations;
  /** By instance: all writes up to here are applied, and all up to here have been given to a CPU in turn. */
  private readonly applied: Float64Array;
  private readonly handedTo: Float64Array;
  /** By instance: writes that a CPU is at, or that stand in its line. */
  private readonly pending: Int32Array;
  private readonly crowding: Crowding;
  private readonly service: Stream;
  private readonly shape: Shape;
  private readonly cpuWriteMs: number;
  private readonly threads: number;

  constructor(ctx: NodeContext, ledger: Ledger, marks: Marks, cpu: MeteredStations) {
    this.ctx = ctx;
    this.ledger = ledger;
    this.marks = marks;
    this.cpu = cpu;
    this.applied = ctx.memory.f64(ctx.slots);
    this.handedTo = ctx.memory.f64(ctx.slots);
    this.pending = ctx.memory.i32(ctx.slots);
    this.crowding = new Crowding(ctx);
    this.service = ctx.stream('apply');
    this.shape = shapeOf(ctx);
    this.cpuWriteMs = ctx.param('cpuWriteMs');
    this.threads = ctx.param('applyThreads');
  }

  /** All writes up to this one are seen by who reads at the copy. */
  upTo(i: number): number {
    return this.applied[i];
  }

  /** The copy has everything up to a write, without having had to do anything. */
  jumpTo(i: number, write: number): void {
    this.applied[i] = write;
    this.handedTo[i] = write;
  }

  /** Nothing after a write counts any more. */
  cutAt(i: number, write: number): void {
    this.applied[i] = Math.min(this.applied[i], write);
    this.handedTo[i] = Math.min(this.handedTo[i], write);
  }

  /** The copy died; the engine has freed what its CPUs were at. */
  crashed(i: number): void {
    this.pending[i] = 0;
    this.handedTo[i] = this.applied[i];
    for (let write = this.applied[i] + 1; write <= this.ledger.last; write++) this.marks.clear('handed', write, i);
  }

  /** Gives its CPUs the next of the writes that have come in order, up to one, as many as it applies at once. */
  goOn(i: number, received: number): void {
    while (this.pending[i] < this.ctx.net.params[this.threads]) {
      const next = this.ledger.nextAfter(Math.max(this.handedTo[i], this.applied[i]));
      if (next > received) return;
      this.handedTo[i] = next;
      this.hand(i, next);
    }
  }

  /** Gives a write to a CPU of the copy, whatever its turn; one that has it already gets it no second time. */
  hand(i: number, write: number): void {
    if (this.marks.has('handed', write, i)) return;
    const { net, firstSlot } = this.ctx;
    const chore = net.chore(firstSlot + i, write);
    net.calls.cls[chore] = CLASS.job;
    net.calls.memo[chore] = write;
    this.marks.set('handed', write, i);
    this.pending[i]++;
    if (this.cpu.enter(chore, Infinity) === ENTRY.served) net.serve(chore, this.seconds(chore));
  }

  /** The CPU time of applying the write that a chore stands for. */
  seconds(chore: number): number {
    const { calls, params, instances } = this.ctx.net;
    const slot = calls.to[chore];
    const mean = params[this.cpuWriteMs] / 1000;
    const draw = serviceSeconds(this.service, calls.request[chore], slot - this.ctx.firstSlot, params, this.shape, mean);
    return draw * instances.slow[slot] * this.crowding.at(slot);
  }

  /** A CPU has applied it. @returns the copy */
  done(chore: number): number {
    const { calls } = this.ctx.net;
    const i = calls.to[chore] - this.ctx.firstSlot;
    const write = calls.memo[chore];
    calls.free(chore);
    this.pending[i]--;
    // otherwise it was copied anew meanwhile and has it already, or the write is lost
    if (write > this.applied[i] && !this.ledger.isLost(write)) {
      this.marks.set('shown', write, i);
      let next = this.ledger.nextAfter(this.applied[i]);
      while (next <= this.ledger.last && this.marks.has('shown', next, i)) {
        this.applied[i] = next;
        next = this.ledger.nextAfter(next);
      }
    }
    return i;
  }
}
