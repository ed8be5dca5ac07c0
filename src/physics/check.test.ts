/** What becomes of a whole case: it passes only when everything in it that is asked was measured and holds. */

import { expect, it } from 'vitest';
import { runCase } from './check.ts';
import { caseNamed } from './properties/casesForTests.ts';

/** An M/M/1 at load 0.5 whose mean response is 20 ms; few requests, and a tolerance that they can reach. */
const short = (change: Record<string, unknown>, requests = 100_000) =>
  caseNamed('mm1-rho50', {
    quick_run: null,
    kappa: null,
    suggested_run: { requests, warmup_requests: 1000 },
    tolerance: { mean_response_ms: 0.06, utilization: 0.06 },
    ...change,
  });
const response = (value: number, more = {}) => ({ mean_response_ms: { value, unit: 'ms', basis: 'exact', ...more } });
const utilization = (value: number) => ({ utilization: { value, unit: '1', basis: 'exact' } });

it('one metric that is wrong among right ones fails the case, and is named', () => {
  expect(runCase(short({ expected: { ...response(20), ...utilization(0.5) } }), { quick: false })).toMatchObject({ verdict: 'passed' });
  for (const expected of [
    { ...response(25), ...utilization(0.5) },
    { ...response(20), ...utilization(0.6) },
  ]) {
    const { verdict, reason } = runCase(short({ expected }), { quick: false });
    expect(verdict).toBe('failed');
    expect(reason).toMatch(/^(mean_response_ms|utilization): \S+ % off, 6 % allowed$/);
  }
});

it('a case in which nothing is asked has failed: it would pass whatever the product does', () => {
  const told = short({ expected: response(20, { informational: true }) });
  expect(runCase(told, { quick: false })).toMatchObject({ verdict: 'failed', reason: 'nothing in it could be checked' });
  const unsaid = short({ expected: response(20), tolerance: {} });
  expect(runCase(unsaid, { quick: false })).toMatchObject({ verdict: 'failed', reason: 'nothing in it could be checked' });
});

it('a case that is not known well enough is played four times as long, and says so', () => {
  const fine = short({ expected: response(20), tolerance: { mean_response_ms: 1e-6 } }, 3000);
  expect(runCase(fine, { quick: false })).toMatchObject({ verdict: 'failed', n: 12_000 });
  const coarse = short({ expected: response(20), tolerance: { mean_response_ms: 0.5 } }, 3000);
  expect(runCase(coarse, { quick: false })).toMatchObject({ verdict: 'passed', n: 3000 });
});

it('policies that must come in an order fail in another, even where nothing else is asked', () => {
  const policies = ['random', 'round_robin', 'least_connections'];
  const ordered = (list: readonly string[]) =>
    runCase(
      caseNamed(
        'lb-policy-ordering',
        {
          suggested_run: { requests: 50_000, warmup_requests: 1000 },
          tolerance: {},
          expected: { mean_response_rr_ms: { value: 1, unit: 'ms' } },
        },
        { policies: list },
      ),
      { quick: false },
    );
  expect(ordered([...policies].reverse())).toMatchObject({ verdict: 'passed' });
  expect(ordered(policies)).toMatchObject({ verdict: 'failed', reason: 'mean_response_rr_ms is not above mean_response_random_ms' });
});
