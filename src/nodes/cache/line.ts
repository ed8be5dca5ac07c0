/** One line before each cache server, which does one thing at a time: its end is known as soon as something joins it. */

import type { NodeContext } from '../../engine/behavior.ts';
import type { Meters } from '../../engine/meters.ts';
import type { Moments } from '../../engine/moments.ts';
import { METER, type Network } from '../../engine/network.ts';
import { Starts } from './starts.ts';

/** Cells: seconds of one call at full speed; 1 while there is a row that takes longer than all others. */
const EACH = 0;
const BIG = 1;

export class Line {
  private readonly net: Network;
  private readonly clock: Moments;
  private readonly meters: Meters;
  private readonly params: Float64Array;
  private readonly firstSlot: number;
  private readonly serviceMs: number;
  private readonly queueLimit: number;
  private readonly big;
  /** By instance: who waits, while there is a row that takes longer than all others. */
  private readonly starts: readonly Starts[];
  /** What the settings say. */
  private readonly cells: Float64Array;
  /** By instance: when it will have answered everything it has. */
  readonly freeAt: Float64Array;
  /** Seconds of service and of waiting already booked that belong to the time after the last frame's end. */
  private readonly serviceAhead: Float64Array;
  private readonly waitAhead: Float64Array;

  constructor(ctx: NodeContext) {
    const { net, memory, slots } = ctx;
    this.net = net;
    this.clock = net.clock;
    this.meters = net.meters;
    this.params = net.params;
    this.firstSlot = ctx.firstSlot;
    this.serviceMs = ctx.param('serviceMs');
    this.queueLimit = ctx.param('queueLimit');
    this.big = { megabytes: ctx.param('bigKeyMB'), rank: ctx.param('bigKeyRank'), networkMBps: ctx.param('networkMBps') };
    this.starts = Array.from({ length: slots }, () => new Starts(memory));
    this.cells = memory.f64(2);
    this.freeAt = memory.f64(slots);
    this.serviceAhead = memory.f64(slots);
    this.waitAhead = memory.f64(slots);
  }

  /** Settings changed. */
  changed(): void {
    this.cells[EACH] = this.params[this.serviceMs] / 1000;
    this.cells[BIG] = this.params[this.big.megabytes] > 0 ? 1 : 0;
  }

  isFull(slot: number): boolean {
    return this.freeAt[slot - this.firstSlot] > this.clock.now && this.hasNoPlace(slot);
  }

  private hasNoPlace(slot: number): boolean {
    const ahead = this.freeAt[slot - this.firstSlot] - this.net.now;
    const waiting = this.hasBig
      ? this.starts[slot - this.firstSlot].waiting(this.net.now)
      : this.waitingIn(ahead, this.serviceSeconds(slot));
    return waiting >= this.params[this.queueLimit];
  }

  /**
   * One more thing to do for a call. It will be done at `freeAt` of the call's instance.
   * @param row whose value comes or goes with it, -1 for none; asked for only while there is a big one (`hasBig`)
   */
  book(call: number, row = -1): void {
    const { freeAt, meters } = this;
    const slot = this.net.calls.to[call];
    const i = slot - this.firstSlot;
    const now = this.clock.now;
    const seconds = this.cells[EACH] * this.net.instances.slow[slot] + (this.hasBig ? this.transferSeconds(row) : 0);
    meters.credit(this.utilization(slot), seconds);
    if (freeAt[i] > now) this.standInLine(slot);
    else freeAt[i] = now;
    const start = freeAt[i];
    freeAt[i] = start + seconds;
    this.net.follower?.books(call, start, freeAt[i]);
  }

  /** Somebody waits for the server until `freeAt`. */
  private standInLine(slot: number): void {
    const i = slot - this.firstSlot;
    if (this.hasBig) this.starts[i].add(this.freeAt[i]);
    this.meters.credit(this.queue(slot), this.freeAt[i] - this.clock.now);
  }

  crashed(slot: number): void {
    const i = slot - this.firstSlot;
    const ahead = Math.max(0, this.freeAt[i] - this.net.now);
    this.meters.credit(this.utilization(slot), -ahead);
    this.meters.credit(this.queue(slot), -this.waitOf(slot, ahead));
    this.starts[i].clear();
    this.freeAt[i] = 0;
  }

  /** A frame ends: what lies ahead is the next one's. */
  measure(slot: number): void {
    const i = slot - this.firstSlot;
    const ahead = Math.max(0, this.freeAt[i] - this.net.now);
    const wait = this.waitOf(slot, ahead);
    if (!this.hasBig) this.starts[i].clear();
    this.meters.credit(this.utilization(slot), this.serviceAhead[i] - ahead);
    this.meters.credit(this.queue(slot), this.waitAhead[i] - wait);
    this.serviceAhead[i] = ahead;
    this.waitAhead[i] = wait;
  }

  /** Whether there is a row that takes longer than all others. */
  get hasBig(): boolean {
    return this.cells[BIG] === 1;
  }

  /** A value of many megabytes has the server to itself until all of it has gone through the network. */
  private transferSeconds(row: number): number {
    const { params, big } = this;
    return row === params[big.rank] - 1 ? params[big.megabytes] / params[big.networkMBps] : 0;
  }

  private waitOf(slot: number, ahead: number): number {
    return this.hasBig ? this.starts[slot - this.firstSlot].wait(this.net.now) : this.waitIn(ahead, this.serviceSeconds(slot));
  }

  private serviceSeconds(slot: number): number {
    return this.cells[EACH] * this.net.instances.slow[slot];
  }

  private utilization(slot: number): number {
    return METER.utilization * this.net.instances.count + slot;
  }

  private queue(slot: number): number {
    return METER.queue * this.net.instances.count + slot;
  }

  /** Calls that will still be waiting in a line that is `ahead` seconds long. */
  private waitingIn(ahead: number, seconds: number): number {
    return ahead > 0 && seconds > 0 ? Math.ceil(ahead / seconds - 1e-9) - 1 : 0;
  }

  /** How long the calls of a line will wait from now on, all together. */
  private waitIn(ahead: number, seconds: number): number {
    const n = this.waitingIn(ahead, seconds);
    return n * ahead - (seconds * n * (n + 1)) / 2;
  }
}
