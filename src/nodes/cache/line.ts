/** One line before each cache server, which does one thing at a time: its end is known as soon as something joins it. */

import type { NodeContext } from '../../engine/behavior.ts';
import type { Meters } from '../../engine/meters.ts';
import { METER, type Network } from '../../engine/network.ts';

export class Line {
  private readonly net: Network;
  private readonly meters: Meters;
  private readonly params: Float64Array;
  private readonly firstSlot: number;
  private readonly serviceMs: number;
  private readonly queueLimit: number;
  /** When a server will have answered everything it has. */
  private readonly freeAt: Float64Array;
  /** Seconds of service and of waiting already booked that belong to the time after the last frame's end. */
  private readonly serviceAhead: Float64Array;
  private readonly waitAhead: Float64Array;

  constructor(ctx: NodeContext) {
    const { net, memory, slots } = ctx;
    this.net = net;
    this.meters = net.meters;
    this.params = net.params;
    this.firstSlot = ctx.firstSlot;
    this.serviceMs = ctx.param('serviceMs');
    this.queueLimit = ctx.param('queueLimit');
    this.freeAt = memory.f64(slots);
    this.serviceAhead = memory.f64(slots);
    this.waitAhead = memory.f64(slots);
  }

  isFull(slot: number): boolean {
    const ahead = this.freeAt[slot - this.firstSlot] - this.net.now;
    return ahead > 0 && this.waitingIn(ahead, this.serviceSeconds(slot)) >= this.params[this.queueLimit];
  }

  /** One more thing to do. @returns when it will be done */
  book(slot: number): number {
    const i = slot - this.firstSlot;
    const { now } = this.net;
    const seconds = this.serviceSeconds(slot);
    const start = Math.max(now, this.freeAt[i]);
    this.freeAt[i] = start + seconds;
    this.meters.credit(this.utilization(slot), seconds);
    this.meters.credit(this.queue(slot), start - now);
    return this.freeAt[i];
  }

  crashed(slot: number): void {
    const i = slot - this.firstSlot;
    const ahead = Math.max(0, this.freeAt[i] - this.net.now);
    this.meters.credit(this.utilization(slot), -ahead);
    this.meters.credit(this.queue(slot), -this.waitIn(ahead, this.serviceSeconds(slot)));
    this.freeAt[i] = 0;
  }

  /** A frame ends: what lies ahead is the next one's. */
  measure(slot: number): void {
    const i = slot - this.firstSlot;
    const ahead = Math.max(0, this.freeAt[i] - this.net.now);
    const wait = this.waitIn(ahead, this.serviceSeconds(slot));
    this.meters.credit(this.utilization(slot), this.serviceAhead[i] - ahead);
    this.meters.credit(this.queue(slot), this.waitAhead[i] - wait);
    this.serviceAhead[i] = ahead;
    this.waitAhead[i] = wait;
  }

  private serviceSeconds(slot: number): number {
    return (this.params[this.serviceMs] / 1000) * this.net.instances.slow[slot];
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
