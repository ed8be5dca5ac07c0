import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSparse, bucketCount, bucketOf, packSparse, quantileOf, valueOf } from './histogram.ts';
import { duration, FORM, streamOf } from './luck.ts';

describe('histogram', () => {
  it('knows a duration to one per cent', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-7, max: 1e5, noNaN: true }), (seconds) => {
        expect(Math.abs(valueOf(bucketOf(seconds)) / seconds - 1)).toBeLessThan(0.01);
      }),
    );
  });

  it('puts the impossible into the outer buckets', () => {
    expect(bucketOf(0)).toBe(0);
    expect(bucketOf(1e-12)).toBe(0);
    expect(bucketOf(1e9)).toBe(bucketCount - 1);
  });

  it('quantiles of a million lognormal values are within one per cent of the exact ones', () => {
    const n = 1_000_000;
    const stream = streamOf('histogram');
    const values = Float64Array.from({ length: n }, (_, i) => duration(stream, i, 0, FORM.lognormal, 0.04, 2));
    const counts = new Float64Array(bucketCount);
    for (const v of values) counts[bucketOf(v)]++;
    values.sort();
    for (const q of [0.5, 0.95, 0.99, 0.999]) {
      const exact = values[Math.ceil(q * n) - 1];
      expect(Math.abs(quantileOf(counts, q) / exact - 1)).toBeLessThan(0.01);
    }
  });

  it('an empty one says so', () => {
    expect(quantileOf(new Float64Array(bucketCount), 0.5)).toBe(-1);
  });

  it('packs and merges without loss, by class or all together', () => {
    const counts = new Uint32Array(3 * bucketCount);
    counts[5] = 2;
    counts[bucketCount + 5] = 7;
    counts[3 * bucketCount - 1] = 1;
    const pairs = packSparse(counts, 3);
    const all = new Float64Array(bucketCount);
    addSparse(all, pairs);
    addSparse(all, pairs);
    expect([all[5], all[bucketCount - 1]]).toEqual([18, 2]);
    const one = new Float64Array(bucketCount);
    addSparse(one, pairs, 1);
    expect(one[5]).toBe(7);
  });
});
