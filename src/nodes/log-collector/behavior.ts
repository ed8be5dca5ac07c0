import type { Actor, Behavior, NodeContext } from '../../engine/behavior.ts';
import { hang, revive } from '../../engine/faults.ts';
import { answerMessage, failedCallMessage, packLogs } from '../../engine/logView.ts';
import { type Stream, uniform } from '../../engine/luck.ts';
import type { Network } from '../../engine/network.ts';
import { HEALTH, OUTCOME } from '../../engine/plan.ts';
import { Tallies } from '../../engine/tallies.ts';
import { Watched, type Watcher } from '../../engine/watched.ts';
import { Buffers } from './buffers.ts';
import { Groups } from './groups.ts';
import { Newest } from './newest.ts';
import { logCollectorSpec } from './spec.ts';

export const logCollectorBehavior: Behavior = { ...logCollectorSpec, create: (ctx) => new LogCollector(ctx) };

/** Timers. */
const SHIP = 0;
const BLOCK = 1;

/** The index takes nothing more in while it has so much to do; the hosts keep it and come back. */
const mostBehindSeconds = 30;
const mostGroupsShown = 400;
const lagQuantile = [0.99];

class LogCollector implements Actor, Watcher {
  private readonly ctx: NodeContext;
  private readonly net: Network;
  /** Watched slots; their place here is the host's number. */
  private readonly slots: readonly number[];
  private readonly hostOf = new Map<number, number>();
  /** Seconds on the way from each host. */
  private readonly wires: readonly number[];
  private readonly buffers: Buffers;
  private readonly groups: Groups;
  private readonly newest: Newest;
  private readonly lags: Tallies;
  /** 1 while a host stands still because its buffer is full. */
  private readonly blocked: Uint8Array;
  /** Until when the index has work. */
  private readonly busyUntil: Float64Array;
  private readonly sample: Stream;
  private readonly phase: Stream;
  private readonly at;
  private readonly meter;

  constructor(ctx: NodeContext) {
    const { net, memory, plan } = ctx;
    this.ctx = ctx;
    this.net = net;
    const wires: number[] = [];
    const slots: number[] = [];
    net.watched ??= ctx.links.length > 0 ? new Watched() : null;
    for (const link of ctx.links) {
      const { to } = plan.links[link];
      for (let slot = net.instances.first[to]; slot < net.instances.first[to + 1]; slot++) {
        this.hostOf.set(slot, slots.length);
        slots.push(slot);
        wires.push(link);
      }
      net.watched?.add(net, to, this);
    }
    this.slots = slots;
    this.wires = wires;
    this.buffers = new Buffers(memory, slots.length);
    this.groups = new Groups(memory, slots.length);
    this.newest = new Newest(memory, slots.length);
    this.lags = new Tallies(memory, 1);
    this.blocked = memory.u8(slots.length);
    this.busyUntil = memory.f64(1);
    this.sample = ctx.stream('sample');
    this.phase = ctx.stream('phase');
    this.at = {
      linesPerRequest: ctx.param('linesPerRequest'),
      lineBytes: ctx.param('lineBytes'),
      bufferMb: ctx.param('bufferMb'),
      flushSeconds: ctx.param('flushSeconds'),
      samplePercent: ctx.param('samplePercent'),
      keepErrors: ctx.param('keepErrors'),
      mode: ctx.param('mode'),
      indexMbPerSecond: ctx.param('indexMbPerSecond'),
      indexMs: ctx.param('indexMs'),
    };
    this.meter = {
      lines: ctx.metric('lines'),
      dropped: ctx.metric('droppedLines'),
      lost: ctx.metric('lostLines'),
      buffered: ctx.metric('bufferedLines'),
      lag: ctx.metric('ingestLag'),
    };
  }

  private get flushSeconds(): number {
    return this.net.params[this.at.flushSeconds];
  }

  start(): void {
    for (let host = 0; host < this.slots.length; host++) {
      this.buffers.begin(host, this.net.now, this.flushSeconds);
      this.net.wake(this.ctx.node, SHIP, host, this.net.now + uniform(this.phase, host, 0) * this.flushSeconds);
    }
  }

  /** Nobody calls a log collector. */
  receive(call: number): void {
    this.net.reply(call, OUTCOME.error);
  }

  answered(call: number, slot: number, outcome: number): void {
    // that nobody listened there was said by the network, not by the host
    if (outcome === OUTCOME.refused) return;
    const { calls, params } = this.net;
    if (calls.link[call] < 0) return;
    const isFailure = outcome !== OUTCOME.ok && outcome !== OUTCOME.limited;
    const lines = Math.max(isFailure ? 1 : 0, params[this.at.linesPerRequest]);
    this.write(call, slot, lines, isFailure, answerMessage(calls.cls[call], outcome));
  }

  attemptFailed(call: number, slot: number, outcome: number): void {
    const callee = this.net.links.to[this.net.calls.link[call]];
    this.write(call, slot, 1, true, failedCallMessage(callee, outcome));
  }

  private write(call: number, slot: number, lines: number, isFailure: boolean, message: number): void {
    if (lines === 0) return;
    const { net, at } = this;
    const { params } = net;
    const request = net.calls.request[call];
    const keepsAll = params[at.samplePercent] >= 100 || (isFailure && params[at.keepErrors] === 1);
    if (!keepsAll && uniform(this.sample, request, 0) * 100 >= params[at.samplePercent]) return;
    const host = this.hostOf.get(slot) ?? 0;
    const held = this.buffers.held[host];
    const isFull = (held + lines) * params[at.lineBytes] > params[at.bufferMb] * 1e6;
    if (isFull && params[at.mode] === 0) {
      net.meters.values[this.meter.dropped] += lines;
      return;
    }
    // what makes it run over is still written; then the host waits
    if (isFull && this.blocked[host] === 0) net.wake(this.ctx.node, BLOCK, host, net.now);
    this.buffers.write(host, net.now, lines);
    const version = net.instances.version[slot];
    this.groups.hold(host, slot, version, message);
    this.newest.write(host, isFailure, net.now, slot, version, message, request);
  }

  wake(code: number, host: number): void {
    const { net } = this;
    if (code === BLOCK) {
      if (this.blocked[host] === 1 || !net.instances.isUp(this.slots[host])) return;
      this.blocked[host] = 1;
      hang(net, this.slots[host]);
      return;
    }
    this.ship(host);
    net.wake(this.ctx.node, SHIP, host, net.now + this.flushSeconds);
  }

  /** A host sends all it holds, if it is there and anybody takes it. */
  private ship(host: number, isLeaving = false): void {
    const { net, buffers, at } = this;
    const slot = this.slots[host];
    const lines = buffers.held[host];
    if (lines === 0) {
      buffers.begin(host, net.now, this.flushSeconds);
      return;
    }
    const canSend = isLeaving || net.instances.health[slot] === HEALTH.up || this.blocked[host] === 1;
    const isBehind = this.busyUntil[0] > net.now + mostBehindSeconds;
    if (!canSend || isBehind || !net.instances.isUp(this.ctx.firstSlot)) return;
    const arrives = net.now + net.links.delaySeconds[this.wires[host]];
    const work = (lines * net.params[at.lineBytes]) / (net.params[at.indexMbPerSecond] * 1e6);
    this.busyUntil[0] = Math.max(this.busyUntil[0], arrives) + work;
    buffers.tell(host, this.busyUntil[0] + net.params[at.indexMs] / 1000, this.lags);
    net.meters.values[this.meter.lines] += lines;
    this.groups.ship(host);
    this.newest.ship(host);
    buffers.begin(host, net.now, this.flushSeconds);
    if (this.blocked[host] === 1) this.unblock(host);
  }

  /** There is room again: the host goes on where it stopped, as slow as it was. */
  private unblock(host: number): void {
    const { instances } = this.net;
    const slot = this.slots[host];
    this.blocked[host] = 0;
    if (instances.health[slot] === HEALTH.hung) revive(this.net, slot);
  }

  died(slot: number): void {
    const host = this.hostOf.get(slot) ?? 0;
    // whoever is taken out of service in order sends its last lines
    if (this.net.instances.draining[slot] === 1) this.ship(host, true);
    this.net.meters.values[this.meter.lost] += this.buffers.held[host];
    this.blocked[host] = 0;
    this.groups.lose(host);
    this.newest.lose(host);
    this.buffers.begin(host, this.net.now, this.flushSeconds);
  }

  measure(): void {
    const { meters } = this.net;
    let held = 0;
    for (let host = 0; host < this.slots.length; host++) held += this.buffers.held[host];
    meters.values[this.meter.buffered] = held;
    this.lags.quantiles(0, lagQuantile, meters.values, this.meter.lag);
    this.lags.clear(0);
  }

  show(): Float64Array {
    return packLogs({ lines: this.newest.lines(), groups: this.groups.found().slice(0, mostGroupsShown) });
  }
}
