/** P22: a write and its message, told apart from the server that asked for both. */

import { describe, expect, it } from 'vitest';
import { queueBehavior } from '../queue/behavior.ts';
import { simulate, type TestAct, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { workerBehavior } from '../worker/behavior.ts';
import { databaseBehavior } from './behavior.ts';

const kinds = {
  users: usersBehavior,
  'web-server': webServerBehavior,
  database: databaseBehavior,
  queue: queueBehavior,
  worker: workerBehavior,
};

/** Who tells the queue of a write: the server that made it, or the database. */
function play(teller: 'web' | 'db', acts: readonly TestAct[], more: Partial<TestPlan['nodes']> = {}): TestResult {
  return simulate(
    {
      seconds: 100,
      nodes: {
        people: { kind: 'users', params: { ratePerSecond: 200 } },
        web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1, threads: 10_000, jobShare: 100 } },
        db: { kind: 'database', params: { replicas: 1, vcpu: 16, failoverSeconds: 5, lagMs: 200 } },
        queue: { kind: 'queue', params: { brokers: 1 } },
        worker: { kind: 'worker', params: { instances: 4 } },
        ...more,
      } as TestPlan['nodes'],
      links: [
        ['people', 'web'],
        ['web', 'db', { delaySeconds: 0.1 }],
        [teller, 'queue', { timeoutSeconds: 1 }],
        ['queue', 'worker'],
      ],
      workload: { writeShare: 100 },
      acts: [...acts, { at: 80, act: 'param', node: 'people', field: 'ratePerSecond', value: 0.0001 }],
    },
    kinds,
  );
}

/** Writes that are there, and that nobody was told of. */
const untold = (result: TestResult): number => result.of('db', 'writes') - result.of('queue', 'published');

describe('outbox', () => {
  const webDies: TestAct[] = [
    { at: 40, act: 'crash', node: 'web' },
    { at: 42, act: 'recover', node: 'web' },
  ];

  it('a server that dies leaves writes that nobody hears of; a database tells of its own', () => {
    // what was on its way to the database, in it, or on its way back: rate x (round trip + write)
    const expected = 200 * 0.2;
    expect(Math.abs(untold(play('web', webDies)) - expected)).toBeLessThan(3 * Math.sqrt(expected));
    expect(untold(play('db', webDies))).toBe(0);
  });

  it('tells a queue that was away of everything, once it is back', () => {
    const queueDies: TestAct[] = [
      { at: 40, act: 'crash', node: 'queue' },
      { at: 50, act: 'recover', node: 'queue' },
    ];
    expect(untold(play('web', queueDies)) / 2000).toBeCloseTo(1, 1);
    const result = play('db', queueDies);
    expect(untold(result)).toBe(0);
    expect(result.of('web', 'failed')).toBe(0);
  });

  it('goes on from the new primary, without the writes that were lost with the old one', () => {
    const result = play('db', [{ at: 40.05, act: 'crash', node: 'db', instance: 0 }]);
    const lost = result.of('db', 'lostWrites');
    expect(lost).toBeGreaterThan(10);
    // what was told before it was lost stays told; what was on its way is told again
    expect(Math.abs(untold(result))).toBeLessThanOrEqual(lost);
    // one or two are told just before or after the bounds
    const late = result.of('queue', 'published', { from: 60 }) - result.of('db', 'writes', { from: 60 });
    expect(Math.abs(late)).toBeLessThan(4);
  });
});

describe('a job without a queue', () => {
  it('S26: is waited for by whoever asked', () => {
    const run = (jobsTo: 'queue' | 'worker') =>
      simulate(
        {
          seconds: 60,
          nodes: {
            people: { kind: 'users', params: { ratePerSecond: 5, patienceSeconds: 60 } },
            web: { kind: 'web-server', params: { vcpu: 4 } },
            queue: { kind: 'queue' },
            worker: { kind: 'worker', params: { instances: 4, jobMs: 2000, service: 'fixed' } },
          },
          links: [
            ['people', 'web'],
            ['web', jobsTo, { timeoutSeconds: 30 }],
            ['queue', 'worker'],
          ],
          workload: { uploadShare: 100 },
          frameSeconds: 60,
        },
        kinds,
      );
    expect(run('worker').series('web', 'p50')[0]).toBeGreaterThan(2);
    const queued = run('queue');
    expect(queued.series('web', 'p99')[0]).toBeLessThan(0.05);
    expect(queued.series('queue', 'jobP50')[0]).toBeCloseTo(2, 1);
  });
});
