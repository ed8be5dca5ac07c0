/** Bytes that go through each edge, and how old the copies are that it serves: for the metrics of a frame. */

import type { NodeContext } from '../../engine/behavior.ts';

const kilobytesPerGB = 1e6;
const megabitsPerKilobyte = 0.008;

export class Flow {
  /** Where the number of files stands in `net.params`. */
  readonly files: number;
  private readonly ctx: NodeContext;
  /** KB by instance, since the frame began: to users, of that from copies, from the origin. */
  private readonly sent: Float64Array;
  private readonly fromCopies: Float64Array;
  private readonly fetched: Float64Array;
  /** KB to users since the run began. */
  private readonly sentEver: Float64Array;
  private readonly oldest: Float64Array;
  private readonly since: Float64Array;
  private readonly metrics;

  constructor(ctx: NodeContext) {
    const { memory, slots } = ctx;
    this.ctx = ctx;
    this.files = ctx.workload('staticFiles');
    this.sent = memory.f64(slots);
    this.fromCopies = memory.f64(slots);
    this.fetched = memory.f64(slots);
    this.sentEver = memory.f64(slots);
    this.oldest = memory.f64(slots);
    this.since = memory.f64(1);
    this.metrics = {
      egressGB: ctx.metric('egressGB'),
      egressMB: ctx.metric('egressMB'),
      egressMbps: ctx.metric('egressMbps'),
      originMbps: ctx.metric('originMbps'),
      byteHitRatio: ctx.metric('byteHitRatio'),
      copyAge: ctx.metric('copyAge'),
    };
  }

  toUser(instance: number, kilobytes: number, isCopy: boolean): void {
    this.sent[instance] += kilobytes;
    this.ctx.net.meters.values[this.metrics.egressMB] += kilobytes / 1000;
    if (isCopy) this.fromCopies[instance] += kilobytes;
  }

  fromOrigin(instance: number, kilobytes: number): void {
    this.fetched[instance] += kilobytes;
  }

  /** A copy of so many seconds was served. */
  aged(instance: number, seconds: number): void {
    if (seconds > this.oldest[instance]) this.oldest[instance] = seconds;
  }

  /** A frame ends. */
  measure(): void {
    const { net } = this.ctx;
    const { values } = net.meters;
    const seconds = net.now - this.since[0];
    const perSecond = seconds > 0 ? megabitsPerKilobyte / seconds : 0;
    let sent = 0;
    let fromCopies = 0;
    for (let i = 0; i < this.sent.length; i++) {
      sent += this.sent[i];
      fromCopies += this.fromCopies[i];
      this.sentEver[i] += this.sent[i];
      values[this.metrics.egressGB + i] = this.sentEver[i] / kilobytesPerGB;
      values[this.metrics.egressMbps + i] = this.sent[i] * perSecond;
      values[this.metrics.originMbps + i] = this.fetched[i] * perSecond;
      values[this.metrics.copyAge + i] = this.oldest[i];
    }
    values[this.metrics.byteHitRatio] = sent > 0 ? (fromCopies / sent) * 100 : 0;
    this.sent.fill(0);
    this.fromCopies.fill(0);
    this.fetched.fill(0);
    this.oldest.fill(0);
    this.since[0] = net.now;
  }
}
