/**
 * Several histograms side by side, each of one frame: cheap to fill, cheap to read and clear, because each remembers the
 * lowest and highest bucket it has touched.
 */

import { bucketCount, bucketOf, quantilesWithin } from './histogram.ts';
import type { Memory } from './memory.ts';

/** Cells of a histogram's row after those of its buckets: the lowest bucket touched, the one after the highest, and how many were counted. */
const LOW = bucketCount;
const END = bucketCount + 1;
const COUNT = bucketCount + 2;
const rowCells = bucketCount + 3;

export class Tallies {
  /** One row per histogram. Not of unsigned numbers, which are compared as slowly as fractions. */
  private counts: Int32Array;
  /** Seconds counted, all together, per histogram. */
  private readonly sums: Float64Array;
  private readonly histograms: number;
  /** What is handed to `note`, see `Moments.given`. */
  private given = Number.NaN;

  constructor(memory: Memory, histograms: number) {
    this.counts = new Int32Array(histograms * rowCells);
    memory.grows(this as unknown as Record<'counts', Int32Array>, 'counts');
    this.histograms = histograms;
    this.sums = memory.f64(histograms);
    for (let histogram = 0; histogram < histograms; histogram++) this.empty(histogram);
  }

  add(histogram: number, seconds: number): void {
    this.given = seconds;
    this.note(histogram);
  }

  private note(histogram: number): void {
    const seconds = this.given;
    const bucket = bucketOf(seconds);
    const { counts } = this;
    const row = histogram * rowCells;
    const before = counts[row + bucket];
    counts[row + bucket] = before + 1;
    if (before === 0) this.reach(row, bucket);
    counts[row + COUNT]++;
    this.sums[histogram] += seconds;
  }

  /** A bucket is the first of its frame's: whoever reads and clears the histogram must come to it. */
  private reach(row: number, bucket: number): void {
    const { counts } = this;
    if (bucket < counts[row + LOW]) counts[row + LOW] = bucket;
    if (bucket >= counts[row + END]) counts[row + END] = bucket + 1;
  }

  /** As `add`, so many times. */
  addMany(histogram: number, seconds: number, times: number): void {
    if (times <= 0) return;
    this.add(histogram, seconds);
    this.counts[histogram * rowCells + bucketOf(seconds)] += times - 1;
    this.counts[histogram * rowCells + COUNT] += times - 1;
    this.sums[histogram] += seconds * (times - 1);
  }

  total(histogram: number): number {
    return this.counts[histogram * rowCells + COUNT];
  }

  /** One number per bucket, for whoever looks closer; a view that holds until the next snapshot is put back. */
  countsOf(histogram: number): Int32Array {
    return this.counts.subarray(histogram * rowCells, histogram * rowCells + bucketCount);
  }

  /** Seconds, -1 when nothing was counted. */
  mean(histogram: number): number {
    const n = this.total(histogram);
    return n === 0 ? -1 : this.sums[histogram] / n;
  }

  /** Quantiles in seconds for rising `qs`, -1 when nothing was counted; written to `into` from `at` on. */
  quantiles(histogram: number, qs: readonly number[], into: Float64Array, at: number): void {
    const first = histogram * rowCells;
    const { counts } = this;
    quantilesWithin(counts, first, counts[first + LOW], counts[first + END] - 1, qs, this.total(histogram), into, at);
  }

  clear(histogram: number): void {
    const first = histogram * rowCells;
    const { counts } = this;
    if (counts[first + END] > 0) counts.fill(0, first + counts[first + LOW], first + counts[first + END]);
    this.empty(histogram);
  }

  private empty(histogram: number): void {
    const row = histogram * rowCells;
    this.counts[row + LOW] = bucketCount;
    this.counts[row + END] = 0;
    this.counts[row + COUNT] = 0;
    this.sums[histogram] = 0;
  }

  /** All histograms as pairs (histogram * 65536 + bucket, count), zero counts left out. */
  pack(): Uint32Array {
    const pairs: number[] = [];
    for (let h = 0; h < this.histograms; h++) {
      const first = h * rowCells;
      for (let b = this.counts[first + LOW]; b < this.counts[first + END]; b++) {
        const count = this.counts[first + b];
        if (count > 0) pairs.push(h * 65536 + b, count);
      }
    }
    return Uint32Array.from(pairs);
  }
}
