import { describe, expect, it } from 'vitest';
import { createRun } from '../../engine/run.ts';
import { databaseBehavior } from '../database/behavior.ts';
import { queueBehavior } from '../queue/behavior.ts';
import { inOrder, planOf, simulate, type TestNode, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { workerBehavior } from './behavior.ts';

const kinds = {
  users: usersBehavior,
  'web-server': webServerBehavior,
  database: databaseBehavior,
  queue: queueBehavior,
  worker: workerBehavior,
};

/** Fifty payments a second for a minute, and then time to finish; a payment takes the provider 100 ms. */
const payments = (worker: TestNode['params'], more: Partial<TestPlan> = {}): TestPlan => ({
  seconds: 120,
  nodes: {
    people: { kind: 'users', params: { ratePerSecond: 50 } },
    web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1, threads: 10_000, jobShare: 100 } },
    queue: { kind: 'queue', params: { maxReceive: 0 } },
    worker: {
      kind: 'worker',
      params: { instances: 4, concurrency: 25, service: 'fixed', unheardPercent: 5, unheardSeconds: 2, ...worker },
    },
    ledger: { kind: 'database', params: { replicas: 0, vcpu: 96 } },
  },
  links: [
    ['people', 'web'],
    ['web', 'queue'],
    ['queue', 'worker'],
    ['worker', 'ledger'],
  ],
  workload: { staticShare: 0, writeShare: 100 },
  acts: [{ at: 60, act: 'workload', field: 'traffic', value: 0 }],
  ...more,
});

describe('a provider that has done what it did not confirm', () => {
  const play = (worker: TestNode['params']) => {
    const result = simulate(payments(worker), kinds);
    const of = (metric: string) => result.of('worker', metric);
    return { result, of, published: result.of('queue', 'published') };
  };

  it('takes the money again for each time that nobody knew, where no key tells it', () => {
    const { result, of, published } = play({ idempotent: false });
    // each attempt for itself: 5 % of 3000 payments, and 5 % of those again
    expect(of('unheard') / (published * (0.05 / 0.95))).toBeCloseTo(1, 0);
    expect(of('duplicates')).toBe(of('unheard'));
    expect(of('jobsDone')).toBe(published);
    expect(result.of('ledger', 'acknowledgedWrites')).toBe(published);
  });

  it('recognises the key of a payment that comes again: nobody pays twice, at the price of asking again', () => {
    const { of, published } = play({ idempotent: true });
    expect(of('unheard')).toBeGreaterThan(100);
    expect([of('duplicates'), of('recognised'), of('jobsDone')]).toEqual([0, of('unheard'), published]);
    expect(of('jobsFailed')).toBe(of('unheard'));
  });

  it('keeps a place of the worker for as long as it is waited for: Little', () => {
    const { result, of } = play({ unheardSeconds: 10 });
    const busy = result.series('worker', 'utilization').slice(30, 60);
    const mean = busy.reduce((sum, value) => sum + value, 0) / busy.length;
    const perSecond = of('unheard') / 60;
    // of 25 places in each of four workers; attempts are as many as payments and those that come again
    expect(mean * 25).toBeGreaterThan((50 * 0.1 + perSecond * 10) * 0.8);
    expect(mean * 25).toBeLessThan((50 * 0.1 + perSecond * 10) * 1.25);
  });

  it('that always answers is what it was', () => {
    const { of, published } = play({ unheardPercent: 0 });
    expect([of('unheard'), of('duplicates'), of('jobsDone')]).toEqual([0, 0, published]);
  });

  it('is photographed in the middle of its silence', () => {
    const plan = planOf(payments({ idempotent: true }));
    const run = createRun(plan, inOrder(kinds));
    run.advance(31.37, 1e7);
    run.takeFrames();
    const photo = run.snapshot();
    run.advance(70, 1e7);
    const future = run.takeFrames();
    const other = createRun(plan, inOrder(kinds));
    other.restore(photo);
    other.advance(70, 1e7);
    expect(other.takeFrames()).toEqual(future);
  });
});
