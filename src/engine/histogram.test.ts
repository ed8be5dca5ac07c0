import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration, FORM } from './durations.ts';
import { addSparse, bucketCount, bucketOf, quantileOf, valueOf } from './histogram.ts';
import { streamOf } from './luck.ts';
import { Memory } from './memory.ts';
import { Tallies } from './tallies.ts';

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
    const tallies = new Tallies(new Memory(), 3);
    const seconds = [valueOf(5), valueOf(bucketCount - 1), valueOf(900)];
    for (const [h, count] of [2, 7, 1].entries()) for (let i = 0; i < count; i++) tallies.add(h, seconds[h]);
    tallies.add(1, seconds[0]);
    const pairs = tallies.pack();
    const all = new Float64Array(bucketCount);
    addSparse(all, pairs);
    addSparse(all, pairs);
    expect([all[5], all[bucketCount - 1], all[900]]).toEqual([6, 14, 2]);
    const one = new Float64Array(bucketCount);
    addSparse(one, pairs, 1);
    expect([one[5], one[900]]).toEqual([1, 0]);
    const quantiles = new Float64Array(4);
    tallies.quantiles(1, [0.1, 0.5], quantiles, 1);
    expect(quantiles[1]).toBeCloseTo(seconds[0], 9);
    expect(quantiles[2]).toBeGreaterThan(seconds[2]);
    expect([quantiles[0], quantiles[3]]).toEqual([0, 0]);
    expect(tallies.mean(2)).toBe(seconds[2]);
    for (const h of [0, 1, 2]) tallies.clear(h);
    expect(tallies.pack()).toHaveLength(0);
    tallies.quantiles(1, [0.5, 0.99], quantiles, 0);
    expect([...quantiles.subarray(0, 2)]).toEqual([-1, -1]);
    for (const h of [0, 1, 2]) expect(tallies.countsOf(h).every((c) => c === 0)).toBe(true);
  });
});
