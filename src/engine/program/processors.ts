/**
 * The processors of a program's instances: who computes, who stands in line for one, in which order, and whether they are warm.
 * Calls that came under another discipline before it was changed keep what they have: those in service finish alone, those that share
 * go on sharing, and neither has a processor that the others count on.
 */

import type { NodeContext } from '../behavior.ts';
import type { Calls } from '../calls.ts';
import { SPENT } from '../follow/story.ts';
import { DISCIPLINE, type Lines } from '../lines.ts';
import { METER, type Network } from '../network.ts';
import { Sharing } from '../sharing.ts';
import { ENTRY } from '../stations.ts';

/** What a request inside is about: `calls.stage`. From 2 to 199 it is `asking.ts` that says what it waits for. */
export const STEP = { thread: 0, computing: 1, line: 200, sharing: 201, vain: 202 } as const;

/** Timer of `processors.wake`: the instance has started up. */
export const WARM = 0;

/**
 * Ranks by class (static, read, write, feed, login, search, upload, job) for each option of `servedFirst`; the smaller the sooner.
 * Logins and uploads change something, as writes do; feeds and searches are looked at, as reads are.
 */
const ranks = [
  [2, 1, 0, 1, 0, 1, 0, 3],
  [2, 0, 1, 0, 1, 0, 1, 3],
  [0, 1, 2, 1, 2, 1, 2, 3],
] as const;

/** Who knows what a call costs. */
export interface Work {
  /** CPU time of the call at an instance of full speed, put into a cell: for every call a number, for none an object (`luck.ts`). */
  secondsOf(call: number, into: Float64Array): void;
}

export class Processors {
  private readonly ctx: NodeContext;
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly params: Float64Array;
  private readonly lines: Lines;
  private readonly sharing: Sharing;
  private readonly work: Work;
  private readonly seconds = new Float64Array(1);
  private readonly fields;
  private readonly coldStarts: number;
  /** By instance: processors for those who stand in line; under `sharing` and while it starts up there are none. */
  private readonly forLine: Int32Array;
  /** By instance: when its start will be over, 0 when none is under way. */
  private readonly warmAt: Float64Array;
  /** By instance: since when nobody was inside, as of the last time anybody was. */
  private readonly idleSince: Float64Array;

  /** @param lines one for the threads of each instance, then one for its processors */
  constructor(ctx: NodeContext, lines: Lines, work: Work) {
    const { memory, net, slots } = ctx;
    this.ctx = ctx;
    this.net = net;
    this.calls = net.calls;
    this.params = net.params;
    this.lines = lines;
    this.work = work;
    this.sharing = new Sharing(memory, net, slots);
    this.fields = {
      vcpu: ctx.param('vcpu'),
      discipline: ctx.param('discipline'),
      servedFirst: ctx.param('servedFirst'),
      coldStartMs: ctx.param('coldStartMs'),
      keepWarmSeconds: ctx.param('keepWarmSeconds'),
    };
    this.coldStarts = ctx.metric('coldStarts');
    this.forLine = memory.i32(slots);
    this.warmAt = memory.f64(slots);
    this.idleSince = memory.f64(slots).fill(-Infinity);
    this.changed();
    for (let i = 0; i < slots; i++) this.settle(i);
  }

  get discipline(): number {
    return this.params[this.fields.discipline];
  }

  /** Place of the call among those that wait, under `priority`. */
  rankOf(call: number): number {
    return ranks[this.params[this.fields.servedFirst]][this.calls.cls[call]];
  }

  /** A call that has a thread wants a processor. @returns `ENTRY.served` or `ENTRY.waits` */
  enter(call: number): number {
    const { discipline } = this;
    const i = this.calls.to[call] - this.ctx.firstSlot;
    if (discipline === DISCIPLINE.sharing) {
      this.share(call, i);
      return ENTRY.served;
    }
    const rank = discipline === DISCIPLINE.priority ? this.rankOf(call) : 0;
    const entry = this.lines.enter(this.ctx.slots + i, call, this.forLine[i], Infinity, discipline, rank);
    if (entry === ENTRY.served) {
      this.shift(METER.utilization, i, 1);
      this.compute(call);
    } else {
      this.calls.stage[call] = STEP.line;
      this.net.follower?.stands(call, SPENT.processor, this.lines.waiting[this.ctx.slots + i] - 1);
      this.shift(METER.queue, i, 1);
    }
    return entry;
  }

  /** A call has computed: its processor goes to the next. */
  leave(call: number): void {
    const i = this.calls.to[call] - this.ctx.firstSlot;
    if (this.calls.stage[call] === STEP.sharing) {
      this.leaveShared(call, i);
      return;
    }
    const next = this.lines.leave(this.ctx.slots + i, this.forLine[i]);
    if (next >= 0) {
      this.shift(METER.queue, i, -1);
      this.compute(next);
    } else {
      this.shift(METER.utilization, i, -1);
    }
    if (this.forLine[i] !== this.params[this.fields.vcpu]) this.settle(i);
  }

  /** A call that stands in line for a processor gives up. */
  remove(call: number): void {
    const i = this.calls.to[call] - this.ctx.firstSlot;
    this.lines.remove(this.ctx.slots + i, call);
    this.shift(METER.queue, i, -1);
  }

  /** A call comes to an instance where nobody is inside: has it gone cold? Asked only while there are cold starts. */
  knock(slot: number): void {
    const i = slot - this.ctx.firstSlot;
    const { net, params, fields } = this;
    if (this.warmAt[i] > 0 || net.now - this.idleSince[i] < params[fields.keepWarmSeconds]) return;
    this.warmAt[i] = net.now + (params[fields.coldStartMs] / 1000) * net.instances.slow[slot];
    net.meters.values[this.coldStarts]++;
    this.settle(i);
    net.wake(this.ctx.node, WARM, slot, this.warmAt[i]);
  }

  /** The last call has left the instance. */
  rest(slot: number): void {
    this.idleSince[slot - this.ctx.firstSlot] = this.net.now;
  }

  /** A start is over, unless the instance died meanwhile; a silent one goes on when it comes to itself. */
  warmed(slot: number): void {
    const i = slot - this.ctx.firstSlot;
    if (this.warmAt[i] !== this.net.now || !this.net.instances.isUp(slot)) return;
    this.open(i);
  }

  crashed(slot: number): void {
    const i = slot - this.ctx.firstSlot;
    this.lines.clear(this.ctx.slots + i);
    this.sharing.clear(i);
    this.warmAt[i] = 0;
    this.idleSince[i] = -Infinity;
    this.settle(i);
  }

  hung(slot: number): void {
    this.sharing.stop(slot - this.ctx.firstSlot, true);
  }

  recovered(slot: number): void {
    const i = slot - this.ctx.firstSlot;
    this.sharing.stop(i, false);
    if (this.warmAt[i] > 0 && this.warmAt[i] <= this.net.now) this.open(i);
    else this.settle(i);
  }

  changed(): void {
    const { ctx, net } = this;
    net.instances.servers.fill(this.params[this.fields.vcpu], ctx.firstSlot, ctx.firstSlot + ctx.slots);
    // a silent one takes up nobody now; it will when it comes to itself
    for (let i = 0; i < ctx.slots; i++) if (net.instances.isUp(ctx.firstSlot + i)) this.settle(i);
  }

  private open(i: number): void {
    this.warmAt[i] = 0;
    if (this.lines.busy[i] === 0) this.idleSince[i] = this.net.now;
    this.settle(i);
  }

  private compute(call: number): void {
    if (this.net.policies.isVain(call)) {
      this.calls.stage[call] = STEP.vain;
      this.net.serve(call, 0);
      return;
    }
    this.calls.stage[call] = STEP.computing;
    this.net.serve(call, this.secondsOf(call));
  }

  private secondsOf(call: number): number {
    this.work.secondsOf(call, this.seconds);
    return this.seconds[0] * this.net.instances.serviceFactor(this.calls.to[call], this.net.clock);
  }

  private share(call: number, i: number): void {
    this.calls.stage[call] = STEP.sharing;
    this.net.waits?.hear(call);
    this.net.follower?.begins(call);
    const before = this.sharing.busy(i);
    this.sharing.enter(i, call, this.secondsOf(call));
    this.shiftShared(i, before);
  }

  private leaveShared(call: number, i: number): void {
    this.net.waits?.end(call, this.sharing.workOf(call));
    const before = this.sharing.busy(i);
    this.sharing.leave(i, call);
    this.shiftShared(i, before);
    if (this.discipline !== DISCIPLINE.sharing) this.settle(i);
  }

  /** Brings an instance to what its processors, its discipline and its warmth are now. */
  private settle(i: number): void {
    const { lines, sharing, discipline, ctx } = this;
    const station = ctx.slots + i;
    const open = this.warmAt[i] > 0 ? 0 : this.params[this.fields.vcpu];
    if (discipline === DISCIPLINE.sharing) {
      this.forLine[i] = 0;
      for (let call = lines.pull(station); call >= 0; call = lines.pull(station)) {
        this.shift(METER.queue, i, -1);
        this.share(call, i);
      }
    } else {
      this.forLine[i] = Math.max(0, open - sharing.members[i]);
      for (let call = lines.admit(station, this.forLine[i]); call >= 0; call = lines.admit(station, this.forLine[i])) {
        this.shift(METER.queue, i, -1);
        this.shift(METER.utilization, i, 1);
        this.compute(call);
      }
    }
    const before = sharing.busy(i);
    sharing.setServers(i, Math.max(0, open - lines.busy[station]));
    this.shiftShared(i, before);
  }

  private shiftShared(i: number, before: number): void {
    const after = this.sharing.busy(i);
    if (after !== before) this.shift(METER.utilization, i, after - before);
  }

  private shift(meter: number, i: number, by: number): void {
    this.net.meters.shift(meter * this.net.instances.count + this.ctx.firstSlot + i, by);
  }
}
