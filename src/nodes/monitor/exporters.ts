/**
 * What every watched instance counts of itself, and what the monitor took of it when it last looked: rate, failures, busy share and the
 * p99 of the time in between. One histogram per instance, so that a tier's can be merged and not averaged.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { bucketCount, valueOf } from '../../engine/histogram.ts';
import { METER } from '../../engine/network.ts';
import { OUTCOME } from '../../engine/plan.ts';
import { Tallies } from '../../engine/tallies.ts';

/** In the order of the option. */
export const TOGETHER = { merged: 0, meanOfP99: 1 } as const;

/** Middle of the bucket that holds it: right to 0.8 %, also where all answers take the same time. Seconds, -1 of nothing. */
function p99Of(counts: ArrayLike<number>, first: number, total: number): number {
  if (total === 0) return -1;
  const rank = Math.ceil(0.99 * total);
  let below = 0;
  for (let b = 0; b < bucketCount; b++) {
    below += counts[first + b];
    if (below >= rank) return valueOf(b);
  }
  return -1;
}

export class Exporters {
  readonly slots: readonly number[];
  private readonly ctx: NodeContext;
  /** Slot of the run -> its number here. */
  private readonly numberOf = new Map<number, number>();
  private readonly times: Tallies;
  /** Answers since the instance was last looked at, and those of them that failed. */
  private readonly answers: Float64Array;
  private readonly failures: Float64Array;
  /** Busy seconds of frames that have closed, and all busy seconds at the last look. */
  private readonly busyBefore: Float64Array;
  private readonly busySeen: Float64Array;
  private readonly seenAt: Float64Array;
  /** As taken: -1 where nothing was. */
  readonly perSecond: Float64Array;
  readonly failedPerSecond: Float64Array;
  readonly utilization: Float64Array;
  readonly p99: Float64Array;
  /** 1 it answered, 0 it did not. */
  readonly up: Uint8Array;
  private readonly merged = new Float64Array(bucketCount);

  constructor(ctx: NodeContext, slots: readonly number[]) {
    const { memory } = ctx;
    this.ctx = ctx;
    this.slots = slots;
    for (const [i, slot] of slots.entries()) this.numberOf.set(slot, i);
    this.times = new Tallies(memory, slots.length);
    this.answers = memory.f64(slots.length);
    this.failures = memory.f64(slots.length);
    this.busyBefore = memory.f64(slots.length);
    this.busySeen = memory.f64(slots.length);
    this.seenAt = memory.f64(slots.length);
    this.perSecond = memory.f64(slots.length);
    this.failedPerSecond = memory.f64(slots.length);
    this.utilization = memory.f64(slots.length).fill(-1);
    this.p99 = memory.f64(slots.length).fill(-1);
    this.up = memory.u8(slots.length).fill(1);
  }

  answered(call: number, slot: number, outcome: number, at: number): void {
    if (outcome === OUTCOME.refused) return;
    const { calls } = this.ctx.net;
    if (calls.link[call] < 0) return;
    const i = this.numberOf.get(slot) ?? 0;
    this.answers[i]++;
    if (outcome !== OUTCOME.ok && outcome !== OUTCOME.limited) this.failures[i]++;
    this.times.add(i, at - calls.arrivedAt[call]);
  }

  /** Its counters were in its memory. */
  died(slot: number): void {
    const i = this.numberOf.get(slot) ?? 0;
    this.answers[i] = 0;
    this.failures[i] = 0;
    this.times.clear(i);
  }

  /** A frame closes: what its meters hold is gone after it. */
  measure(): void {
    for (let i = 0; i < this.slots.length; i++) this.busyBefore[i] += this.busyNow(i);
  }

  private busyNow(i: number): number {
    const { meters, instances } = this.ctx.net;
    const slot = this.slots[i];
    return meters.areaOf(METER.utilization * instances.count + slot) / instances.servers[slot];
  }

  /** The instance answers the monitor. Its histogram stays until `clear`, so that the tier's can be merged. */
  take(i: number): void {
    const { now } = this.ctx.net;
    const seconds = now - this.seenAt[i];
    const busy = this.busyBefore[i] + this.busyNow(i);
    this.up[i] = 1;
    if (seconds <= 0) return;
    this.perSecond[i] = this.answers[i] / seconds;
    this.failedPerSecond[i] = this.failures[i] / seconds;
    this.utilization[i] = Math.max(0, busy - this.busySeen[i]) / seconds;
    this.p99[i] = p99Of(this.times.countsOf(i), 0, this.times.total(i));
    this.busySeen[i] = busy;
    this.seenAt[i] = now;
  }

  /** It did not answer: what was known of it stands no more. */
  miss(i: number): void {
    this.up[i] = 0;
    this.perSecond[i] = 0;
    this.failedPerSecond[i] = 0;
    this.p99[i] = -1;
  }

  /** p99 over several instances, as the monitor is told to put them together; -1 when none answered anything. */
  together(from: number, to: number, how: number): number {
    if (how === TOGETHER.meanOfP99) {
      let sum = 0;
      let count = 0;
      for (let i = from; i < to; i++) {
        if (this.p99[i] < 0) continue;
        sum += this.p99[i];
        count++;
      }
      return count === 0 ? -1 : sum / count;
    }
    this.merged.fill(0);
    let total = 0;
    for (let i = from; i < to; i++) {
      if (this.up[i] === 0) continue;
      const counts = this.times.countsOf(i);
      for (let b = 0; b < bucketCount; b++) this.merged[b] += counts[b];
      total += this.times.total(i);
    }
    return p99Of(this.merged, 0, total);
  }

  /** The next look counts from here. */
  clear(i: number): void {
    this.answers[i] = 0;
    this.failures[i] = 0;
    this.times.clear(i);
  }
}
