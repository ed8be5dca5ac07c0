/** The search for capacity, held against formulas: M/M/1 and M/M/c, whose p99 at every load is known. */

import { describe, expect, it } from 'vitest';
import { capacityOf, type Probe } from '../runner/capacity.ts';
import { mostFactorOf, searchCapacity } from '../runner/capacitySearch.ts';
import { hereCrew } from '../runner/crewForTests.ts';
import { responseQuantile } from '../theory/station.ts';
import { chain, station, users } from './parts.ts';

const serviceSeconds = 0.01;

/** The load at which the formula's p99 is the target, by bisection. */
function capacityByTheory(servers: number, p99Seconds: number): number {
  let [low, high] = [0, servers / serviceSeconds];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    const p99 = responseQuantile({ ratePerSecond: middle, serviceSeconds, servers }, 0.99);
    if (p99 !== null && p99 <= p99Seconds) low = middle;
    else high = middle;
  }
  return low;
}

async function search(servers: number, p99Seconds: number, ratePerSecond: number) {
  const design = chain([users(ratePerSecond), station({ vcpu: servers, cpuDynamicMs: 1000 * serviceSeconds })]);
  const probes: Probe[] = [];
  const failed: string[] = [];
  const asked = { p99Seconds, availability: 0.99, seconds: 60, precision: 0.05 };
  await searchCapacity(hereCrew(), design, asked, {
    onProbe: (probe, isDecided) => isDecided && probes.push(probe),
    onFailed: (_, reason) => failed.push(reason),
  }).ended;
  expect(failed).toEqual([]);
  return { found: capacityOf(probes, mostFactorOf(design)), probes };
}

describe('the capacity of a station', () => {
  it.each([
    [1, 0.2, 20, 1.12],
    // far from full the response hardly rises with the load: the same luck hides more of it, and the interval says so
    [1, 0.08, 150, 1.4],
    [4, 0.06, 100, 1.12],
  ])('with %d servers at p99 <= %d s is that of theory, within the interval that is stated', async (servers, p99Seconds, rate, widest) => {
    const { found, probes } = await search(servers, p99Seconds, rate);
    if (found.found !== 'between') throw new Error(`${found.found} after ${probes.length} probes`);
    const truth = capacityByTheory(servers, p99Seconds) / rate;
    expect(found.low.factor).toBeLessThanOrEqual(truth);
    expect(found.high.factor).toBeGreaterThanOrEqual(truth);
    expect(found.high.factor / found.low.factor).toBeLessThan(widest);
    // the station is the limit, and it is full to what theory says
    expect(found.high.fullest?.node).toBe(1);
    expect(found.high.fullest?.share).toBeCloseTo((found.high.factor * rate * serviceSeconds) / servers, 1);
  });

  it('says that no traffic passes where the service itself takes longer than the target', async () => {
    const { found } = await search(1, 0.02, 200);
    expect(found.found).toBe('none');
  });
});
