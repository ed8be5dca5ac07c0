/** P14: in a loss system and under processor sharing, only the mean of the service times matters. */

import { describe, expect, it } from 'vitest';
import { runCase } from '../check.ts';
import { caseNamed } from './casesForTests.ts';

const forms = [{ dist: 'exponential' }, { dist: 'deterministic' }, { dist: 'lognormal', cv: 0.5 }, { dist: 'lognormal', cv: 2 }];

function measured(id: string, metric: string, form: object, meanMs: number) {
  const name = (form as { dist: string }).dist === 'deterministic' ? 'value_ms' : 'mean_ms';
  const given = caseNamed(
    id,
    { quick_run: null, suggested_run: { requests: 1_000_000, warmup_requests: 50_000 }, tolerance: {} },
    {
      service: { ...form, [name]: meanMs },
    },
  );
  const { metrics, reason } = runCase(given, { quick: false });
  const found = metrics.find(({ name: each }) => each === metric);
  if (!found?.estimate) throw new Error(`${id} measures no ${metric}: ${reason}`);
  return { ...found.estimate, expected: found.expected };
}

describe.each([
  ['erlangb-c10-a8', 'blocking_prob', 0.03],
  ['mm1-ps-rho80', 'mean_response_ms', 0.12],
] as const)('%s: %s', (id, metric, most) => {
  it('does not change with the form of the service times', () => {
    const given = caseNamed(id);
    const service = given.parameters.part('service');
    const meanMs = service.has('mean_ms') ? service.positive('mean_ms') : service.positive('mean_s') * 1000;
    const found = forms.map((form) => measured(id, metric, form, meanMs));
    for (const { low, high, value, expected, refused } of found) {
      expect(refused).toBeNull();
      expect(low).toBeLessThanOrEqual(expected);
      expect(high).toBeGreaterThanOrEqual(expected);
      expect((high - value) / expected).toBeLessThan(most);
    }
    // they are other worlds, not one measured four times
    expect(new Set(found.map(({ value }) => value)).size).toBe(forms.length);
  });
});
