/**
 * A program that answers requests on the instances of a part: a request holds a thread for as long as it is inside and a CPU while it
 * computes, asks the parts below, and is answered. What web servers and services have in common; what is their own is in `Traits`.
 */

import type { Actor, NodeContext } from '../behavior.ts';
import type { Calls } from '../calls.ts';
import { drawService, duration, FORM, type Shape, shapeOf } from '../durations.ts';
import { MET, SPENT } from '../follow/story.ts';
import { DISCIPLINE, Lines } from '../lines.ts';
import { integerBelow, type Stream } from '../luck.ts';
import { METER, type Network, OP } from '../network.ts';
import { CLASS, HEALTH, OUTCOME } from '../plan.ts';
import { type RecordedDemands, recordedDemands } from '../recording.ts';
import { ENTRY } from '../stations.ts';
import { Asking } from './asking.ts';
import { Process } from './process.ts';
import { Processors, STEP, WARM, type Work } from './processors.ts';
import type { Ways } from './services.ts';
import type { Host } from './steps.ts';

/** What is a kind's own of a program. */
export interface Traits extends Ways {
  /** The field that says what a request of a class costs. */
  cpuField(cls: number): string;
  /** Whether a call is taken at all; where it is not, it is answered with an error at once. */
  takes?(ctx: NodeContext, call: number): boolean;
}

export class Program implements Actor, Host, Work {
  private readonly ctx: NodeContext;
  private readonly traits: Traits;
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly params: Float64Array;
  private readonly firstSlot: number;
  /** First the threads of each instance, then its processors. */
  private readonly lines: Lines;
  private readonly cpu: Processors;
  private readonly asking: Asking;
  private readonly process: Process;
  private readonly recorded: RecordedDemands | null;
  private readonly service: Stream;
  private readonly placing: Stream;
  private readonly patience: Stream;
  private readonly shape: Shape;
  private readonly fields;
  /** Places of the CPU times, by class. */
  private readonly cpuMs: readonly number[];
  private readonly threadsBusy: number;
  private readonly memoryMb: number;
  private readonly leftLine: number;
  /** Instances in service, in order; the first `openCount` count. */
  private readonly open: Int32Array;
  private readonly openCount: Int32Array;

  constructor(ctx: NodeContext, traits: Traits) {
    const { net, firstSlot } = ctx;
    this.ctx = ctx;
    this.net = net;
    this.calls = net.calls;
    this.params = net.params;
    this.firstSlot = firstSlot;
    this.lines = new Lines(ctx.memory, 2 * ctx.slots);
    this.cpu = new Processors(ctx, this.lines, this);
    this.asking = new Asking(ctx, this, traits);
    this.traits = traits;
    this.process = new Process(ctx);
    this.recorded = recordedDemands(ctx.plan);
    this.service = ctx.stream('service');
    this.placing = ctx.stream('place');
    this.patience = ctx.stream('patience');
    this.shape = shapeOf(ctx);
    this.fields = {
      threads: ctx.param('threads'),
      queueLimit: ctx.param('queueLimit'),
      timeoutMs: ctx.param('queueTimeoutMs'),
      timeoutForm: ctx.param('queueTimeoutForm'),
      coldStartMs: ctx.param('coldStartMs'),
    };
    this.cpuMs = Object.values(CLASS).map((cls) => ctx.param(traits.cpuField(cls)));
    this.threadsBusy = ctx.metric('threadsBusy');
    this.memoryMb = ctx.metric('memoryMb');
    this.leftLine = ctx.metric('leftLine');
    this.open = ctx.memory.i32(ctx.slots);
    this.openCount = ctx.memory.i32(1);
    this.recount();
  }

  private queueLevel(slot: number): number {
    return METER.queue * this.net.instances.count + slot;
  }

  private busyLevel(slot: number): number {
    return this.threadsBusy + slot - this.firstSlot;
  }

  private recount(): void {
    let count = 0;
    for (let slot = this.firstSlot; slot < this.firstSlot + this.ctx.slots; slot++) {
      if (this.net.instances.exists[slot] === 1) this.open[count++] = slot;
    }
    this.openCount[0] = count;
    this.net.instances.taker[this.ctx.node] = count === 1 ? this.open[0] : -1;
  }

  computeAgain(call: number): void {
    this.cpu.enter(call);
  }

  /** CPU time of the call: what the recording says it costs, else by lot. */
  secondsOf(call: number, into: Float64Array): void {
    const request = this.calls.request[call];
    if (this.recorded !== null) {
      const seconds = this.recorded.of(request);
      into[0] = seconds;
      if (seconds >= 0) return;
    }
    const salt = (this.net.saltOf(call) + this.asking.saltOfRound(call)) | 0;
    into[0] =
      (this.params[this.cpuMs[this.calls.cls[call]]] / 1000) * drawService(this.service, request, salt, this.params, this.shape).value;
  }

  /** Answers and gives the thread to the next in line. */
  finish(call: number, outcome: number): void {
    const slot = this.calls.to[call];
    const next = this.lines.leave(slot - this.firstSlot, this.params[this.fields.threads]);
    if (next >= 0) {
      this.net.meters.shift(this.queueLevel(slot), -1);
      this.cpu.enter(next);
    } else {
      this.net.meters.shift(this.busyLevel(slot), -1);
      if (this.params[this.fields.coldStartMs] > 0 && this.lines.busy[slot - this.firstSlot] === 0) this.cpu.rest(slot);
    }
    this.net.reply(call, outcome);
  }

  place(call: number): number {
    const count = this.openCount[0];
    return count === 0 ? -1 : this.open[integerBelow(this.placing, this.calls.request[call], this.net.saltOf(call), count)];
  }

  receive(call: number): void {
    if (this.traits.takes?.(this.ctx, call) === false) {
      this.net.reply(call, OUTCOME.error);
      return;
    }
    const slot = this.calls.to[call];
    this.process.takesIn(slot, this.sessionMB(slot));
    this.calls.stage[call] = STEP.thread;
    this.asking.expect(call);
    const line = slot - this.firstSlot;
    if (this.params[this.fields.coldStartMs] > 0 && this.lines.busy[line] === 0) this.cpu.knock(slot);
    let entry = this.takeThread(line, call);
    if (entry === ENTRY.full) {
      this.net.follower?.met(call, MET.full, this.lines.waiting[line]);
      this.net.reply(call, OUTCOME.shed);
      return;
    }
    if (entry === ENTRY.waits) {
      this.net.follower?.stands(call, SPENT.queue, this.lines.waiting[line] - 1);
      this.net.meters.shift(this.queueLevel(slot), 1);
    } else {
      this.net.meters.shift(this.busyLevel(slot), 1);
      entry = this.cpu.enter(call);
    }
    if (entry === ENTRY.waits && this.params[this.fields.timeoutMs] > 0) this.setPatience(call);
  }

  private takeThread(line: number, call: number): number {
    const { params, fields, cpu } = this;
    const { discipline } = cpu;
    const rank = discipline === DISCIPLINE.priority ? cpu.rankOf(call) : 0;
    return this.lines.enter(line, call, params[fields.threads], params[fields.queueLimit], discipline, rank);
  }

  /** The call leaves the line if it has not begun by then: a later start of its service replaces the event. */
  private setPatience(call: number): void {
    const { net, calls, params, fields } = this;
    const form = params[fields.timeoutForm] === 0 ? FORM.fixed : FORM.exponential;
    const seconds = duration(this.patience, calls.request[call], net.saltOf(call), form, params[fields.timeoutMs] / 1000, 0);
    net.schedule(call, OP.served, net.now + seconds);
  }

  /** Has waited too long for a thread or for a processor: 503. */
  private giveUp(call: number): void {
    const slot = this.calls.to[call];
    this.net.waits?.leave(call);
    this.net.meters.values[this.leftLine]++;
    if (this.calls.stage[call] === STEP.line) {
      this.cpu.remove(call);
      this.finish(call, OUTCOME.shed);
      return;
    }
    this.lines.remove(slot - this.firstSlot, call);
    this.net.meters.shift(this.queueLevel(slot), -1);
    this.net.reply(call, OUTCOME.shed);
  }

  served(call: number): void {
    const stage = this.calls.stage[call];
    if (stage === STEP.vain) {
      this.net.meters.values[this.leftLine]++;
      this.cpu.leave(call);
      this.finish(call, OUTCOME.shed);
      return;
    }
    if (stage !== STEP.computing && stage !== STEP.sharing) {
      if (!this.asking.served(call)) this.giveUp(call);
      return;
    }
    this.cpu.leave(call);
    this.asking.begin(call);
  }

  returned(call: number, child: number, outcome: number): void {
    this.asking.returned(call, child, outcome);
  }

  crashed(slot: number): void {
    this.lines.clear(slot - this.firstSlot);
    this.cpu.crashed(slot);
    this.process.crashed(slot);
    this.asking.crashed(slot);
    this.net.meters.shift(this.busyLevel(slot), -this.net.meters.values[this.busyLevel(slot)]);
  }

  hung(slot: number): void {
    this.cpu.hung(slot);
  }

  recovered(slot: number): void {
    this.process.recovered(slot);
    this.cpu.recovered(slot);
    this.admit(slot);
  }

  wake(code: number, slot: number): void {
    if (code === WARM) this.cpu.warmed(slot);
    else this.process.wake(code, slot);
  }

  struck(fault: number, slot: number, value: number): void {
    this.process.struck(fault, slot, value);
  }

  mended(fault: number, slot: number): void {
    this.process.mended(fault, slot);
  }

  /** Threads that have become free by themselves are taken by those in line. */
  private admit(slot: number): void {
    const line = slot - this.firstSlot;
    for (let call = this.lines.admit(line, this.params[this.fields.threads]); call >= 0; ) {
      this.net.meters.shift(this.queueLevel(slot), -1);
      this.net.meters.shift(this.busyLevel(slot), 1);
      this.cpu.enter(call);
      call = this.lines.admit(line, this.params[this.fields.threads]);
    }
  }

  measure(): void {
    this.asking.measure();
    const { instances, meters } = this.net;
    for (let i = 0; i < this.ctx.slots; i++) {
      const slot = this.firstSlot + i;
      const runs = instances.exists[slot] === 1 && instances.health[slot] !== HEALTH.crashed;
      meters.values[this.memoryMb + i] = runs ? this.process.megabytes(slot, this.sessionMB(slot)) : 0;
    }
  }

  private sessionMB(slot: number): number {
    const { doorkeeper } = this.asking;
    return doorkeeper?.isOn ? doorkeeper.megabytes(slot) : 0;
  }

  changed(): void {
    this.recount();
    this.asking.changed();
    this.cpu.changed();
    // a silent one takes up nobody now; it will when it comes to itself
    for (let slot = this.firstSlot; slot < this.firstSlot + this.ctx.slots; slot++) if (this.net.instances.isUp(slot)) this.admit(slot);
  }
}
