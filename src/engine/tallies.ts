/**
 * Several histograms side by side, each of one frame: cheap to fill, cheap to read and clear, because each remembers the
 * lowest and highest bucket it has touched.
 */

import { bucketCount, bucketOf, quantileWithin } from './histogram.ts';
import type { Memory } from './memory.ts';

export class Tallies {
  counts: Uint32Array;
  private readonly low: Int32Array;
  private readonly high: Int32Array;
  /** Sum of the seconds counted, and how many, two per histogram. */
  private readonly sums: Float64Array;

  constructor(memory: Memory, histograms: number) {
    this.counts = new Uint32Array(histograms * bucketCount);
    memory.grows(this as unknown as Record<'counts', Uint32Array>, 'counts');
    this.low = memory.i32(histograms).fill(bucketCount);
    this.high = memory.i32(histograms).fill(-1);
    this.sums = memory.f64(histograms * 2);
  }

  add(histogram: number, seconds: number): void {
    const bucket = bucketOf(seconds);
    this.counts[histogram * bucketCount + bucket]++;
    if (bucket < this.low[histogram]) this.low[histogram] = bucket;
    if (bucket > this.high[histogram]) this.high[histogram] = bucket;
    this.sums[2 * histogram] += seconds;
    this.sums[2 * histogram + 1]++;
  }

  total(histogram: number): number {
    return this.sums[2 * histogram + 1];
  }

  /** Seconds, -1 when nothing was counted. */
  mean(histogram: number): number {
    const n = this.sums[2 * histogram + 1];
    return n === 0 ? -1 : this.sums[2 * histogram] / n;
  }

  /** The q-quantile in seconds, -1 when nothing was counted. */
  quantile(histogram: number, q: number): number {
    const first = histogram * bucketCount;
    return quantileWithin(this.counts, first, this.low[histogram], this.high[histogram], q, this.total(histogram));
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
    let used = 0;
    this.each(() => used++);
    const pairs = new Uint32Array(used * 2);
    let at = 0;
    this.each((histogram, bucket, count) => {
      pairs[at++] = histogram * 65536 + bucket;
      pairs[at++] = count;
    });
    return pairs;
  }

  private each(visit: (histogram: number, bucket: number, count: number) => void): void {
    for (let h = 0; h < this.low.length; h++) {
      for (let b = this.low[h]; b <= this.high[h]; b++) {
        const count = this.counts[h * bucketCount + b];
        if (count > 0) visit(h, b, count);
      }
    }
  }
}
