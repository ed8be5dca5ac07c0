import { describe, expect, it } from 'vitest';
import type { WorkloadParam } from '../../engine/plan.ts';
import { simulate } from '../testRun.ts';
import { usersBehavior } from './behavior.ts';
import { dayHeight, rampHeight, SHAPE, spikeHeight, traceHeight } from './shapes.ts';

const rate = 500;

/** Requests offered per second of a run; nobody answers, which is not the matter here. */
function offered(
  shape: number,
  options: { seconds?: number; workload?: Partial<Record<WorkloadParam, number>>; hours?: number; trace?: readonly number[] },
): number[] {
  const result = simulate(
    {
      seconds: options.seconds ?? 200,
      nodes: { users: { kind: 'users', params: { ratePerSecond: rate, hourOffset: options.hours ?? 0 } } },
      links: [],
      workload: { shape, ...options.workload },
      trace: options.trace ?? [],
      traceSeconds: 100,
    },
    { users: usersBehavior },
  );
  return result.series('users', 'offered');
}

const sum = (counts: readonly number[], from = 0, to = counts.length): number => counts.slice(from, to).reduce((a, b) => a + b, 0);

/** A Poisson count lies within four standard deviations of what is expected. */
const expectCount = (count: number, expected: number) => expect(Math.abs(count - expected)).toBeLessThan(4 * Math.sqrt(expected));

describe('arrival shapes: counts against the area under the curve', () => {
  it('steady', () => {
    expectCount(sum(offered(SHAPE.steady, {})), rate * 200);
  });

  it('ramp', () => {
    const counts = offered(SHAPE.ramp, { workload: { rampFrom: 0.2, rampSeconds: 100 } });
    expectCount(sum(counts, 0, 50), rate * 50 * 0.4);
    expectCount(sum(counts, 0, 100), rate * 100 * 0.6);
    expectCount(sum(counts, 100), rate * 100);
  });

  it('spike', () => {
    const counts = offered(SHAPE.spike, {
      workload: { spikeAtSeconds: 40, spikeFactor: 5, spikeRiseSeconds: 10, spikeHoldSeconds: 20, spikeDecaySeconds: 30 },
    });
    expectCount(sum(counts, 0, 40), rate * 40);
    expectCount(sum(counts, 40, 50), rate * 10 * 3);
    expectCount(sum(counts, 50, 70), rate * 20 * 5);
    expectCount(sum(counts, 70, 200), rate * (130 + 4 * 30 * (1 - Math.exp(-130 / 30))));
  });

  it('week: five days as they are, two with their own factor, below and above the others', () => {
    for (const weekendFactor of [0.85, 1.5]) {
      const counts = offered(SHAPE.day, { seconds: 140, workload: { daySeconds: 10, dayAmplitude: 0.65, weekendFactor } });
      for (const monday of [0, 70]) {
        expectCount(sum(counts, monday, monday + 50), rate * 50);
        expectCount(sum(counts, monday + 50, monday + 70), rate * 20 * weekendFactor);
      }
    }
  });

  it('day: quietest at its start, busiest in its middle, mean 1; a population that runs 6 hours ahead peaks a quarter earlier', () => {
    const workload = { daySeconds: 100, dayAmplitude: 0.65 };
    const area = (a: number, b: number) =>
      b - a - (0.65 * 100 * (Math.sin((2 * Math.PI * b) / 100) - Math.sin((2 * Math.PI * a) / 100))) / (2 * Math.PI);
    const counts = offered(SHAPE.day, { workload });
    expectCount(sum(counts), rate * 200);
    expectCount(sum(counts, 40, 60), rate * area(40, 60));
    expectCount(sum(counts, 90, 110), rate * area(90, 110));
    const ahead = offered(SHAPE.day, { workload, hours: 6 });
    expectCount(sum(ahead, 15, 35), rate * area(40, 60));
  });

  it('trace: over and over, every stretch with the area of its value', () => {
    const trace = [0.2, 0.4, 1, 0.1];
    const counts = offered(SHAPE.trace, { trace });
    expectCount(sum(counts), rate * 2 * 25 * 1.7);
    // from middle to middle a straight line
    expectCount(sum(counts, 38, 62), rate * 24 * 0.7);
    expectCount(sum(counts, 100, 112), rate * 12 * 0.2);
  });

  it('a height of 0 lets nobody through, however long it lasts', () => {
    const counts = offered(SHAPE.trace, { trace: [0, 0, 0, 0, 1] });
    expect(sum(counts, 0, 70)).toBe(0);
    expect(sum(counts, 90, 100)).toBeGreaterThan(rate * 8);
  });
});

describe('arrival shapes: heights', () => {
  it('meet at their seams', () => {
    expect(rampHeight(100, 0.1, 100)).toBe(1);
    expect(rampHeight(0, 0.1, 100)).toBe(0.1);
    expect(spikeHeight(0, 5, 10, 20, 30)).toBe(1);
    expect(spikeHeight(10, 5, 10, 20, 30)).toBe(5);
    expect(spikeHeight(30, 5, 10, 20, 30)).toBe(5);
    expect(spikeHeight(60, 5, 10, 20, 30)).toBeCloseTo(1 + 4 / Math.E, 12);
    expect(dayHeight(0, 0.65)).toBeCloseTo(0.35, 12);
    expect(dayHeight(0.5, 0.65)).toBeCloseTo(1.65, 12);
    expect(traceHeight(12.5, [1, 3], 50)).toBe(1);
    expect(traceHeight(25, [1, 3], 50)).toBe(2);
    expect(traceHeight(75, [1, 3], 50)).toBe(2);
    expect(traceHeight(49, [1, 3], 50)).toBe(3);
    expect(traceHeight(7, [], 0)).toBe(1);
  });
});
