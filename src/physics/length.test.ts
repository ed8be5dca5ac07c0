import { describe, expect, it } from 'vitest';
import { readCase } from './caseFile.ts';
import { allowedFor, lengthOf } from './length.ts';

const caseOf = (change: Record<string, unknown>) =>
  readCase(
    { id: 'a-case', kind: 'k', parameters: {}, expected: { mean: { value: 50, unit: 'ms' }, sd: { value: -20, unit: 'ms' } }, ...change },
    0,
  );
const allowed = (given: ReturnType<typeof caseOf>, name: string, quick = false) => allowedFor(given, lengthOf(given, quick), name);

describe('how near a case must come', () => {
  const given = caseOf({
    suggested_run: { requests: 10_000 },
    quick_run: { requests: 2500, tolerance: { mean: 0.1 } },
    tolerance: { mean: { abs: 0.5 } },
    kappa: { mean: 2, sd: 2 },
  });

  it('is what the case says: an amount, or a share of the value', () => {
    expect(allowed(given, 'mean')).toBe(0.5);
    expect(allowed(given, 'mean', true)).toBeCloseTo(5, 12);
    expect(allowed(caseOf({ tolerance: { sd: 0.03 } }), 'sd')).toBeCloseTo(0.6, 12);
  });

  it('is 4.5 standard errors where it says nothing: 4.5 kappa / sqrt(n) of the value', () => {
    expect(allowed(given, 'sd')).toBeCloseTo(4.5 * 2 * 0.01 * 20, 12);
    // a quick run that names what it can tell is not asked for the rest
    expect(allowed(given, 'sd', true)).toBeNull();
    const unnamed = caseOf({ suggested_run: { requests: 10_000 }, quick_run: { requests: 2500 }, kappa: { sd: 2 } });
    expect(allowed(unnamed, 'sd', true)).toBeCloseTo(4.5 * 2 * 0.02 * 20, 12);
  });

  it('is a billionth without chance, and nothing where nothing is said', () => {
    expect(allowed(caseOf({ tier: 'exact' }), 'sd')).toBeCloseTo(20e-9, 20);
    expect(allowed(caseOf({ suggested_run: { requests: 100 } }), 'sd')).toBeNull();
  });
});

describe('how long a case runs', () => {
  it('is what the case says, its quick run where it has one', () => {
    const given = caseOf({ suggested_run: { requests: 1000, warmup_requests: 10 }, quick_run: { requests: 100 } });
    expect(lengthOf(given, false)).toMatchObject({ n: 1000, warmup: 10, isQuick: false });
    expect(lengthOf(given, true)).toMatchObject({ n: 100, warmup: 0, isQuick: true });
    expect(lengthOf(caseOf({ suggested_run: { requests: 1000 } }), true)).toMatchObject({ n: 1000, isQuick: false });
  });

  it('is a tenth of many replications, but 200 at least, and then its tolerance grows with what is left to chance', () => {
    const given = (replications: number) =>
      caseOf({ suggested_run: { replications }, tolerance: { mean: 0.01, sd: 0.5 }, kappa: { mean: 1, sd: 1 } });
    expect(lengthOf(given(10_000), true)).toMatchObject({ n: 1000, isQuick: true });
    expect(lengthOf(given(900), true)).toMatchObject({ n: 200, isQuick: true });
    expect(lengthOf(given(150), true)).toMatchObject({ n: 150, isQuick: false });
    expect(allowed(given(10_000), 'mean')).toBeCloseTo(0.5, 12);
    expect(allowed(given(10_000), 'mean', true)).toBeCloseTo((4.5 / Math.sqrt(1000)) * 50, 12);
    expect(allowed(given(10_000), 'sd', true)).toBeCloseTo(10, 12);
  });

  it('of an ordering without a length is one of its own, with a twentieth to warm up', () => {
    const given = caseOf({ tier: 'ordering', tolerance: { mean: 0.01 } });
    expect(lengthOf(given, false)).toMatchObject({ n: 3_000_000, warmup: 150_000, isQuick: false, tolerance: { mean: { share: 0.01 } } });
    expect(lengthOf(given, true)).toMatchObject({ n: 200_000, warmup: 10_000, isQuick: true, tolerance: {} });
  });
});
