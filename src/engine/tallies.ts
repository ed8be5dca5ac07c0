/**
 * Several histograms side by side, each of one frame: cheap to fill, cheap to read and clear, because each remembers the
 * lowest and highest bucket it has touched.
 */

import { bucketCount, bucketOf, quantilesWithin } from './histogram.ts';
import type { Memory } from './memory.ts';

/** Cells of a histogram's row: seconds counted, all together, and how many; the lowest and the highest bucket touched. */
const ROW = { sum: 0, count: 1, low: 2, high: 3, cells: 4 } as const;

export class Tallies {
  counts: Uint32Array;
  /** One row per histogram. */
  private readonly rows: Float64Array;
  private readonly histograms: number;
  /** What is handed to `note`, see `MOMENT.given`. */
  private readonly given = new Float64Array(1);

  constructor(memory: Memory, histograms: number) {
    this.counts = new Uint32Array(histograms * bucketCount);
    memory.grows(this as unknown as Record<'counts', Uint32Array>, 'counts');
    this.histograms = histograms;
    this.rows = memory.f64(histograms * ROW.cells);
    for (let histogram = 0; histogram < histograms; histogram++) this.empty(histogram);
  }

  add(histogram: number, seconds: number): void {
    this.given[0] = seconds;
    this.note(histogram);
  }

  private note(histogram: number): void {
    const seconds = this.given[0];
    const bucket = bucketOf(seconds);
    const { rows } = this;
    const row = histogram * ROW.cells;
    this.counts[histogram * bucketCount + bucket]++;
    rows[row] += seconds;
    rows[row + ROW.count]++;
    if (bucket < rows[row + ROW.low]) rows[row + ROW.low] = bucket;
    if (bucket > rows[row + ROW.high]) rows[row + ROW.high] = bucket;
  }

  /** As `add`, so many times. */
  addMany(histogram: number, seconds: number, times: number): void {
    if (times <= 0) return;
    this.add(histogram, seconds);
    this.counts[histogram * bucketCount + bucketOf(seconds)] += times - 1;
    this.rows[histogram * ROW.cells] += seconds * (times - 1);
    this.rows[histogram * ROW.cells + ROW.count] += times - 1;
  }

  total(histogram: number): number {
    return this.rows[histogram * ROW.cells + ROW.count];
  }

  /** Seconds, -1 when nothing was counted. */
  mean(histogram: number): number {
    const n = this.total(histogram);
    return n === 0 ? -1 : this.rows[histogram * ROW.cells] / n;
  }

  /** Quantiles in seconds for rising `qs`, -1 when nothing was counted; written to `into` from `at` on. */
  quantiles(histogram: number, qs: readonly number[], into: Float64Array, at: number): void {
    const first = histogram * bucketCount;
    quantilesWithin(this.counts, first, this.lowest(histogram), this.highest(histogram), qs, this.total(histogram), into, at);
  }

  clear(histogram: number): void {
    const first = histogram * bucketCount;
    if (this.highest(histogram) >= 0) this.counts.fill(0, first + this.lowest(histogram), first + this.highest(histogram) + 1);
    this.empty(histogram);
  }

  private lowest(histogram: number): number {
    return this.rows[histogram * ROW.cells + ROW.low];
  }

  private highest(histogram: number): number {
    return this.rows[histogram * ROW.cells + ROW.high];
  }

  private empty(histogram: number): void {
    const { rows } = this;
    const row = histogram * ROW.cells;
    rows[row] = 0;
    rows[row + ROW.count] = 0;
    rows[row + ROW.low] = bucketCount;
    rows[row + ROW.high] = -1;
  }

  /** All histograms as pairs (histogram * 65536 + bucket, count), zero counts left out. */
  pack(): Uint32Array {
    const pairs: number[] = [];
    for (let h = 0; h < this.histograms; h++) {
      const first = h * bucketCount;
      for (let b = this.lowest(h); b <= this.highest(h); b++) {
        const count = this.counts[first + b];
        if (count > 0) pairs.push(h * 65536 + b, count);
      }
    }
    return Uint32Array.from(pairs);
  }
}
