import { describe, expect, it } from 'vitest';
import { batched, batchMeans } from './batches.ts';
import { leastFor } from './enough.ts';
import { meanInterval, precisionOf, sectioned } from './interval.ts';
import { mser5 } from './warmup.ts';

/** A small generator for tests alone: the same values every time. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Roughly normal with variance 1. */
const bell = (next: () => number): number => Array.from({ length: 12 }, next).reduce((sum, u) => sum + u, -6);

describe('the mean over replications', () => {
  it('has the interval of Law and Kelton (bank with five tellers, ten days, 90 %: 2.03 +- 0.32)', () => {
    const delays = [1.53, 1.66, 1.24, 2.34, 2.0, 1.69, 2.69, 2.86, 1.7, 2.6];
    const found = meanInterval(delays, 0.9);
    expect(found?.value).toBeCloseTo(2.03, 2);
    expect((found?.high ?? 0) - (found?.value ?? 0)).toBeCloseTo(0.32, 2);
  });

  it('has none of two values, nor where one measured nothing', () => {
    expect(meanInterval([1, 2])).toBeNull();
    expect(meanInterval([1, 2, Number.NaN])).toBeNull();
  });

  it('covers the truth as often as it says', () => {
    const next = noise(7);
    let covered = 0;
    for (let i = 0; i < 2000; i++) {
      const found = meanInterval(Array.from({ length: 10 }, () => bell(next)));
      if (found && found.low <= 0 && found.high >= 0) covered++;
    }
    expect(covered / 2000).toBeGreaterThan(0.94);
    expect(covered / 2000).toBeLessThan(0.96);
  });
});

it('puts the interval of a quantile round the merged value, as wide as the sections differ', () => {
  const found = sectioned(10, [8, 9, 10, 9, 8], 0.95);
  // t(0.975, 4) = 2.776, standard deviation 0.8367
  expect(found?.high).toBeCloseTo(10 + (2.776 * 0.8367) / Math.sqrt(5), 3);
  expect(found?.low).toBeCloseTo(10 - (2.776 * 0.8367) / Math.sqrt(5), 3);
});

it('says how well a value is known', () => {
  expect(precisionOf({ value: 100, low: 96, high: 104 })).toEqual({ relative: 0.04, isConverged: true });
  expect(precisionOf({ value: -100, low: -110, high: -90 })).toEqual({ relative: 0.1, isConverged: false });
  expect(precisionOf({ value: 100, low: 90, high: 110 })).toEqual({ relative: 0.1, isConverged: false });
  expect(precisionOf({ value: 0, low: 0, high: 0 }).isConverged).toBe(true);
  expect(precisionOf({ value: 0, low: -1, high: 1 }).isConverged).toBe(false);
});

it('asks for 300 requests for p99 and 3000 for p99.9', () => {
  expect([0.5, 0.95, 0.99, 0.999].map(leastFor)).toEqual([20, 60, 300, 3000]);
});

describe('batch means', () => {
  it('leave what does not divide at the beginning', () => {
    expect(batchMeans([100, 1, 2, 3, 4, 5, 6], 3)).toEqual([1.5, 3.5, 5.5]);
  });

  it('are many for values that forget at once, and cover the truth', () => {
    let covered = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const next = noise(seed);
      const found = batched(Array.from({ length: 2400 }, () => bell(next)));
      if (found.interval && found.interval.low <= 0 && found.interval.high >= 0) covered++;
      if (seed === 1) expect(found.batches).toBe(80);
    }
    expect(covered).toBeGreaterThanOrEqual(182);
  });

  it('are few for values that remember, and refused for those that never forget', () => {
    const next = noise(11);
    let value = 0;
    const slow = Array.from({ length: 6000 }, () => {
      value = 0.98 * value + bell(next);
      return value;
    });
    const found = batched(slow);
    expect(found.batches).toBeLessThan(80);
    expect(found.lagOne).toBeLessThan(0.2);
    expect(found.interval).not.toBeNull();
    expect(batched(Array.from({ length: 600 }, (_, i) => i)).interval).toBeNull();
    const turning = Array.from({ length: 20 }, (_, i) => i % 2);
    expect(batched(turning)).toMatchObject({ batches: 20, interval: { value: 0.5 } });
    expect(batched(turning.slice(1))).toMatchObject({ batches: 0, interval: null });
    expect(batched([1, 2, 3])).toEqual({ interval: null, batches: 0, lagOne: Number.NaN });
  });
});

describe('MSER-5', () => {
  it('cuts by the smallest standard error, as worked by hand', () => {
    // batch means 10, 4, 1, 2, 1, 2, 1, 2, 1, 2: after the cut of two the error is (8 * 0.25) / 64 = 0.03125, and no other is less
    const values = [10, 4, 1, 2, 1, 2, 1, 2, 1, 2].flatMap((mean) => [mean, mean, mean, mean, mean]);
    expect(mser5(values)).toEqual({ cut: 10, isTooShort: false });
  });

  it('cuts nothing of a run that begins settled', () => {
    const next = noise(3);
    expect(mser5(Array.from({ length: 1000 }, () => bell(next))).cut).toBeLessThan(250);
    expect(mser5(new Array(100).fill(4))).toEqual({ cut: 0, isTooShort: false });
  });

  it('finds an initial bias that fades with a time constant of 60', () => {
    const next = noise(5);
    const { cut, isTooShort } = mser5(Array.from({ length: 2000 }, (_, i) => bell(next) + 20 * Math.exp(-i / 60)));
    expect(isTooShort).toBe(false);
    expect(cut).toBeGreaterThan(120);
    expect(cut).toBeLessThan(500);
  });

  it('never cuts beyond half, and says that the run is too short', () => {
    const rising = Array.from({ length: 400 }, (_, i) => (i < 300 ? 300 - i : (i % 2) * 0.1));
    expect(mser5(rising)).toEqual({ cut: 200, isTooShort: true });
    expect(mser5([1, 2, 3])).toEqual({ cut: 0, isTooShort: true });
    expect(mser5(new Array(19).fill(4))).toEqual({ cut: 0, isTooShort: true });
  });
});
