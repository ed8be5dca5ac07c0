/** The rule of a verdict, edge by edge: a check that cannot fail would be the worst fault of all. */

import { describe, expect, it } from 'vitest';
import type { Estimate } from '../statistics/estimate.ts';
import { readCase } from './caseFile.ts';
import { lengthOf } from './length.ts';
import { isKnown, judge } from './verdict.ts';

/** A mean of 100 ms that must come out to within 2 %, in a quick run to within 5 %. */
const caseOf = (change: Record<string, unknown> = {}, metric: Record<string, unknown> = {}) =>
  readCase(
    {
      id: 'a-case',
      kind: 'M/M/1',
      parameters: {},
      suggested_run: { requests: 10_000, warmup_requests: 500 },
      tolerance: { mean: 0.02 },
      quick_run: { requests: 1000, warmup_requests: 50, tolerance: { mean: 0.05 } },
      expected: { mean: { value: 100, unit: 'ms', basis: 'exact', ...metric } },
      ...change,
    },
    0,
  );

/** Measured, and known to so much on either side. */
const found = (value: number, half = 0.1): Estimate => ({ value, low: value - half, high: value + half, refused: null });

const verdictOf = (given: ReturnType<typeof caseOf>, estimate: Estimate | null, quick = false) =>
  judge(given, lengthOf(given, quick), 'mean', estimate).verdict;

describe('a metric', () => {
  it.each([
    [101.99, 'passed'],
    [98.01, 'passed'],
    [102.01, 'failed'],
    [97.99, 'failed'],
    [0, 'failed'],
    [Number.NaN, 'failed'],
    [Infinity, 'failed'],
  ])('measured as %f for 100 to within 2 % has %s', (value, verdict) => {
    expect(verdictOf(caseOf(), found(value))).toBe(verdict);
  });

  it('is held to the wider tolerance in a quick run', () => {
    expect(verdictOf(caseOf(), found(104.9), true)).toBe('passed');
    expect(verdictOf(caseOf(), found(105.1), true)).toBe('failed');
  });

  it('is no agreement while its interval reaches further than 1.25 times the tolerance, however near it is', () => {
    expect(verdictOf(caseOf(), found(100, 2.49))).toBe('passed');
    expect(verdictOf(caseOf(), found(100, 2.51))).toBe('failed');
    // a quick run says so and leaves it open, but for what is too far off all the same
    expect(verdictOf(caseOf(), found(100, 6.3), true)).toBe('told');
    expect(verdictOf(caseOf(), found(106, 6.3), true)).toBe('failed');
  });

  it('without an interval is no agreement either, and says why', () => {
    const refused: Estimate = { value: 100, low: 100, high: 100, refused: 'sections remember each other' };
    const given = caseOf();
    expect(judge(given, lengthOf(given, false), 'mean', refused)).toMatchObject({
      verdict: 'failed',
      reason: 'not converged: sections remember each other',
    });
    expect(verdictOf(given, refused, true)).toBe('told');
  });

  it('of a case without chance needs none, and is held to the last digits', () => {
    const exact = caseOf({ tier: 'exact', tolerance: {}, quick_run: null });
    expect(verdictOf(exact, { ...found(100, 0), refused: '1 section' })).toBe('passed');
    expect(verdictOf(exact, found(100 * (1 + 9e-10), 50))).toBe('passed');
    expect(verdictOf(exact, found(100 * (1 + 2e-9), 0))).toBe('failed');
  });

  it('that is a bound is held on its side only', () => {
    const most = caseOf({}, { basis: 'bound' });
    expect([99, 100, 100.001].map((value) => verdictOf(most, found(value, 50)))).toEqual(['passed', 'passed', 'failed']);
    const least = caseOf({}, { basis: 'requirement' });
    expect([99.999, 100, 101].map((value) => verdictOf(least, found(value, 50)))).toEqual(['failed', 'passed', 'passed']);
    for (const given of [most, least]) expect(verdictOf(given, found(Number.NaN))).toBe('failed');
    const named = readCase({ id: 'a', kind: 'k', parameters: {}, expected: { min_gain: { value: 3, unit: '1', basis: 'bound' } } }, 0);
    expect([2.9, 3, 4].map((value) => judge(named, lengthOf(named, false), 'min_gain', found(value)).verdict)).toEqual([
      'failed',
      'passed',
      'passed',
    ]);
  });

  it('that nobody measures has failed, that nobody asks for is told', () => {
    expect(verdictOf(caseOf(), null)).toBe('failed');
    expect(verdictOf(caseOf({}, { informational: true }), found(7))).toBe('told');
    // the quick run asks for another one only
    const other = caseOf({ quick_run: { requests: 1000, tolerance: { sd: 0.1 } } });
    expect(verdictOf(other, found(7), true)).toBe('told');
    expect(verdictOf(other, found(7))).toBe('failed');
  });
});

describe('a run is long enough', () => {
  const knows = (given: ReturnType<typeof caseOf>, estimate: Estimate, quick = false) =>
    isKnown(given, lengthOf(given, quick), { mean: estimate });

  it('when the interval is narrow enough, wherever it lies', () => {
    for (const value of [100, 50, 1e6]) {
      expect(knows(caseOf(), found(value, 2.49))).toBe(true);
      expect(knows(caseOf(), found(value, 2.51))).toBe(false);
    }
    expect(knows(caseOf(), { ...found(100), refused: 'sections remember each other' })).toBe(false);
  });

  it('for what is only told, is a bound, or is quick, at once', () => {
    expect(knows(caseOf({}, { informational: true }), found(100, 50))).toBe(true);
    expect(knows(caseOf({}, { basis: 'bound' }), found(100, 50))).toBe(true);
    expect(knows(caseOf(), found(100, 50), true)).toBe(true);
  });
});
