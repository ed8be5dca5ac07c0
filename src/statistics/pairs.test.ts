import { describe, expect, it } from 'vitest';
import { bandsOf, quantileOfSorted } from './bands.ts';
import { pairedDifference, signsOf, signTest } from './pairs.ts';

describe('the paired difference', () => {
  it('is that of Law and Kelton (two inventory policies, five worlds, 90 %: 4.98, 1.65 to 8.31)', () => {
    const first = [126.97, 124.31, 126.68, 122.66, 127.23];
    const second = [118.21, 120.22, 122.45, 122.68, 119.4];
    const found = pairedDifference(second, first, 0.9);
    expect(found?.difference.value).toBeCloseTo(4.98, 2);
    expect(found?.difference.low).toBeCloseTo(1.65, 2);
    expect(found?.difference.high).toBeCloseTo(8.31, 2);
    expect(found?.isReal).toBe(true);
  });

  it("is that of Student's sleep data (1908; R's t.test: 0.7001142 to 2.4598858)", () => {
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const found = pairedDifference(first, second);
    expect(found?.difference.value).toBeCloseTo(1.58, 10);
    expect(found?.difference.low).toBeCloseTo(0.7001142, 6);
    expect(found?.difference.high).toBeCloseTo(2.4598858, 6);
    // R: var(first) 3.200556, var(second) 4.009, var(difference) 1.512889
    expect(found?.varianceGain).toBeCloseTo((3.200556 + 4.009) / 1.512889, 4);
  });

  it('of a thing with itself is exactly nothing', () => {
    const values = [1.1, 2.2, 3.3, 4.4];
    expect(pairedDifference(values, values)).toEqual({ difference: { value: 0, low: 0, high: 0 }, isReal: false, varianceGain: null });
    expect(signsOf(values, values)).toEqual({ above: 0, below: 0, equal: 4, p: 1 });
  });

  it('is none for worlds that do not match', () => {
    expect(pairedDifference([1, 2, 3], [1, 2, 3, 4])).toBeNull();
    expect(pairedDifference([1, 2, Number.NaN], [1, 2, 3])).toBeNull();
  });
});

describe('the sign test', () => {
  // Binomial tables (Siegel 1956, table D; one-tailed there): N 10, x 2: .055; N 20, x 5: .021; N 25, x 7: .022
  it.each([
    [8, 2, 0.109375],
    [15, 5, 0.0414],
    [7, 18, 0.0433],
    [48, 2, 2.2666e-12],
    [5, 5, 1],
    [0, 0, 1],
  ])('of %i against %i has p %f', (above, below, p) => {
    expect(signTest(above, below) / p).toBeCloseTo(1, 2);
  });

  it('leaves ties out', () => {
    expect(signsOf([1, 1, 1, 1], [2, 2, 1, 0])).toEqual({ above: 2, below: 1, equal: 1, p: 1 });
  });
});

describe('bands', () => {
  it('take quantiles as R does', () => {
    const tenths = Array.from({ length: 10 }, (_, i) => i + 1);
    expect([0, 0.05, 0.5, 0.95, 1].map((q) => quantileOfSorted(tenths, q))).toEqual([1, 1.45, 5.5, 9.549999999999999, 10]);
    expect(quantileOfSorted([], 0.5)).toBeNaN();
  });

  it('hold the middle nine of ten at each moment, of the worlds that got that far', () => {
    const worlds = Array.from({ length: 21 }, (_, i) => (i < 20 ? [i, 100] : [20]));
    const { low, middle, high } = bandsOf(worlds);
    expect([low[0], middle[0], high[0]]).toEqual([1, 10, 19]);
    expect([low[1], middle[1], high[1]]).toEqual([100, 100, 100]);
  });

  it('have a hole where nothing was measured', () => {
    expect(bandsOf([[Number.NaN], [Number.NaN]]).middle[0]).toBeNaN();
    expect(bandsOf([[Number.NaN], [3]]).middle[0]).toBe(3);
  });
});

it('a difference is real only where the whole interval lies on one side of zero', () => {
  const none = [0, 0, 0, 0];
  const isReal = (b: readonly number[]) => pairedDifference(none, b)?.isReal;
  expect(isReal([1, 2, 1, 2])).toBe(true);
  expect(isReal([-1, -2, -1, -2])).toBe(true);
  expect(isReal([3, -1, 3, -1])).toBe(false);
  expect(isReal([-3, 1, -3, 1])).toBe(false);
  expect(pairedDifference(none, [1, 2, 1, 2, 1])).toBeNull();
  expect(pairedDifference([...none, 0], [1, 2, 1, 2])).toBeNull();
});
