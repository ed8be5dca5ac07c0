/**
 * Several histograms side by side, each of one frame: cheap to fill, cheap to read and clear, because each remembers the
 * lowest and highest bucket it has touched.
 */

import { bucketCount, bucketOf, quantilesWithin } from './histogram.ts';
import type { Memory } from './memory.ts';

export class Tallies {
  counts: Uint32Array;
  private readonly low: Int32Array;
  private readonly high: Int32Array;
  /** Sum of the seconds counted, and how many, two per histogram. */
  private readonly sums: Float64Array;
  /** What is handed to `note`, see `Network.at`. */
  private readonly given = new Float64Array(1);

  constructor(memory: Memory, histograms: number) {
    this.counts = new Uint32Array(histograms * bucketCount);
    memory.grows(this as unknown as Record<'counts', Uint32Array>, 'counts');
    this.low = memory.i32(histograms).fill(bucketCount);
    this.high = memory.i32(histograms).fill(-1);
    this.sums = memory.f64(histograms * 2);
  }

  add(histogram: number, seconds: number): void {
    this.given[0] = seconds;
    this.note(histogram);
  }

  private note(histogram: number): void {
    const seconds = this.given[0];
    const bucket = bucketOf(seconds);
    this.counts[histogram * bucketCount + bucket]++;
    if (bucket < this.low[histogram]) this.low[histogram] = bucket;
    if (bucket > this.high[histogram]) this.high[histogram] = bucket;
    this.sums[2 * histogram] += seconds;
    this.sums[2 * histogram + 1]++;
  }

  /** As `add`, so many times. */
  addMany(histogram: number, seconds: number, times: number): void {
    if (times <= 0) return;
    this.add(histogram, seconds);
    this.counts[histogram * bucketCount + bucketOf(seconds)] += times - 1;
    this.sums[2 * histogram] += seconds * (times - 1);
    this.sums[2 * histogram + 1] += times - 1;
  }

  total(histogram: number): number {
    return this.sums[2 * histogram + 1];
  }

  /** Seconds, -1 when nothing was counted. */
  mean(histogram: number): number {
    const n = this.sums[2 * histogram + 1];
    return n === 0 ? -1 : this.sums[2 * histogram] / n;
  }

  /** Quantiles in seconds for rising `qs`, -1 when nothing was counted; written to `into` from `at` on. */
  quantiles(histogram: number, qs: readonly number[], into: Float64Array, at: number): void {
    const first = histogram * bucketCount;
    quantilesWithin(this.counts, first, this.low[histogram], this.high[histogram], qs, this.total(histogram), into, at);
  }

  clear(histogram: number): void {
    const first = histogram * bucketCount;
    if (this.high[histogram] >= 0) this.counts.fill(0, first + this.low[histogram], first + this.high[histogram] + 1);
    this.low[histogram] = bucketCount;
    this.high[histogram] = -1;
    this.sums[2 * histogram] = 0;
    this.sums[2 * histogram + 1] = 0;
  }

  /** All histograms as pairs (histogram * 65536 + bucket, count), zero counts left out. */
  pack(): Uint32Array {
    const pairs: number[] = [];
    for (let h = 0; h < this.low.length; h++) {
      const first = h * bucketCount;
      for (let b = this.low[h]; b <= this.high[h]; b++) {
        const count = this.counts[first + b];
        if (count > 0) pairs.push(h * 65536 + b, count);
      }
    }
    return Uint32Array.from(pairs);
  }
}
