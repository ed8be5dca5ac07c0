import { describe, expect, it } from 'vitest';
import { setSeconds } from '../../design/edits.ts';
import { SPENT } from '../../engine/follow/story.ts';
import type { Plan } from '../../engine/plan.ts';
import { templateNamed } from '../../library/templates.ts';
import { behaviorList } from '../../nodes/behaviors.ts';
import { planOf } from '../../nodes/testRun.ts';
import { compile } from '../compile.ts';
import { followAll } from './follow.ts';
import { moreBy, type TailBlame, TailBook } from './tail.ts';

function blame(plan: Plan, seconds: number): TailBlame {
  const book = new TailBook(plan);
  followAll({ plan, snapshot: null }, behaviorList, seconds, (story) => book.add(story));
  const tail = book.close();
  if (!tail) throw new Error('too few');
  return tail;
}

describe('blame for the tail', () => {
  it('M/M/1: the slowest hundredth waits as much as the theory says', () => {
    const [lambda, mu] = [50, 100];
    const seconds = 4000;
    const plan = planOf({
      seconds,
      nodes: {
        users: { kind: 'users', params: { ratePerSecond: lambda, patienceSeconds: 120 } },
        web: {
          kind: 'web-server',
          params: {
            vcpu: 1,
            threads: 10_000,
            queueLimit: 1_000_000,
            service: 'exponential',
            cpuDynamicMs: 1000 / mu,
            readsPerRequest: 0,
            jobShare: 0,
          },
        },
      },
      links: [['users', 'web']],
    });
    const { rows, slow, typical, requests } = blame(plan, seconds);
    expect(requests).toBeGreaterThan(190_000);
    const shareOf = (on: number) => rows.find((row) => row.on === on)?.slowShare ?? 0;
    // T is exponential with mu - lambda; its service given T > t follows from W = T - S, independent of S
    const t = Math.log(100) / (mu - lambda);
    const service = (1 - Math.exp(-lambda * t) * (1 + lambda * t)) / lambda + Math.exp(-lambda * t) * (t + 1 / mu);
    const whole = t + 1 / (mu - lambda);
    expect(slow.from / t).toBeGreaterThan(0.95);
    expect(slow.from / t).toBeLessThan(1.05);
    expect(Math.abs(shareOf(SPENT.processor) - (1 - service / whole))).toBeLessThan(0.02);
    expect(Math.abs(shareOf(SPENT.processor) + shareOf(SPENT.service) - 1)).toBeLessThan(1e-9);
    // the median of an exponential time
    expect(Math.abs(typical.meanSeconds / (Math.LN2 / (mu - lambda)) - 1)).toBeLessThan(0.03);
  });

  it('shares of both groups sum to one, and times to the mean response', () => {
    const { plan } = compile(setSeconds(templateNamed('balanced')?.design as never, 30));
    if (!plan) throw new Error('cannot run');
    const { rows, slow, typical, requests } = blame(plan, 30);
    const total = (key: 'slowShare' | 'typicalShare' | 'slowSeconds' | 'typicalSeconds') => rows.reduce((sum, row) => sum + row[key], 0);
    expect(total('slowShare')).toBeCloseTo(1, 12);
    expect(total('typicalShare')).toBeCloseTo(1, 12);
    expect(total('slowSeconds')).toBeCloseTo(slow.meanSeconds, 12);
    expect(total('typicalSeconds')).toBeCloseTo(typical.meanSeconds, 12);
    expect(slow.requests).toBe(requests - Math.floor(requests * 0.99));
    expect(rows.every((row, i) => i === 0 || moreBy(rows[i - 1]) >= moreBy(row))).toBe(true);
    // nothing but successes here: what is counted is what it took
    expect(slow.meanSeconds).toBeGreaterThanOrEqual(slow.from);
    expect(slow.meanSeconds).toBeLessThanOrEqual(slow.to);
  });
});
