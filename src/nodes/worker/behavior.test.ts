import { describe, expect, it } from 'vitest';
import { cacheBehavior } from '../cache/behavior.ts';
import { databaseBehavior } from '../database/behavior.ts';
import { queueBehavior } from '../queue/behavior.ts';
import { simulate, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
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
const play = (plan: TestPlan): TestResult => simulate(plan, kinds);
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

function jobs(rate: number, worker: TestNode['params'], more: Partial<TestPlan> = {}): TestPlan {
  return {
    seconds: 100,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: rate } },
      web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1, threads: 10_000, jobShare: 100 } },
      queue: { kind: 'queue', params: { maxReceive: 0 } },
      worker: { kind: 'worker', ...(worker && { params: worker }) },
    },
    links: [
      ['people', 'web'],
      ['web', 'queue'],
      ['queue', 'worker'],
    ],
    workload: { staticShare: 0, writeShare: 100 },
    ...more,
  };
}

describe('worker', () => {
  it('is busy by rate x job time / places', () => {
    const result = play(jobs(60, { instances: 2, concurrency: 5, jobMs: 100 }, { seconds: 300 }));
    expect(mean(result.series('worker', 'utilization', 0).slice(5))).toBeCloseTo(0.6, 1);
    expect(mean(result.series('worker', 'utilization').slice(5)) / 2).toBeCloseTo(0.6, 1);
    expect(result.of('worker', 'jobsDone')).toBe(result.of('queue', 'acknowledged'));
  });

  it('takes in no more than it works on and has fetched ahead', () => {
    const result = play(jobs(100, { instances: 1, concurrency: 3, jobMs: 1000, service: 'fixed', prefetch: 4 }));
    expect(Math.max(...result.series('worker', 'inside').slice(1))).toBeLessThanOrEqual(7 + 1e-9);
    expect(mean(result.series('worker', 'inside').slice(10))).toBeCloseTo(7, 1);
    expect(mean(result.series('worker', 'queue').slice(10))).toBeCloseTo(4, 1);
    expect(result.of('worker', 'jobsDone', { from: 10 }) / 90).toBeCloseTo(3, 0);
  });

  it('takes what a change of its places and its prefetch allows, both ways', () => {
    const result = play(
      jobs(
        100,
        { instances: 1, concurrency: 2, jobMs: 500, service: 'fixed', prefetch: 0 },
        {
          acts: [
            { at: 30, act: 'param', node: 'worker', field: 'concurrency', value: 10 },
            { at: 60, act: 'param', node: 'worker', field: 'concurrency', value: 1 },
          ],
        },
      ),
    );
    const inside = result.series('worker', 'inside');
    expect(mean(inside.slice(10, 29))).toBeCloseTo(2, 1);
    expect(mean(inside.slice(32, 59))).toBeCloseTo(10, 1);
    expect(mean(inside.slice(63))).toBeCloseTo(1, 1);
    expect(result.of('worker', 'jobsDone', { from: 63 }) / 37).toBeCloseTo(2, 0);
  });

  it('after a crash it has all its room again, after a hang what is left of it', () => {
    const result = play(
      jobs(
        100,
        { instances: 1, concurrency: 4, jobMs: 200, service: 'fixed', prefetch: 4 },
        {
          acts: [
            { at: 20, act: 'crash', node: 'worker' },
            { at: 30, act: 'recover', node: 'worker' },
            { at: 50, act: 'hang', node: 'worker' },
            { at: 55, act: 'recover', node: 'worker' },
          ],
        },
      ),
    );
    const inside = result.series('worker', 'inside');
    expect(mean(inside.slice(32, 49))).toBeCloseTo(8, 1);
    expect(mean(inside.slice(57))).toBeCloseTo(8, 1);
    expect(result.of('worker', 'jobsDone', { from: 57 }) / 43).toBeCloseTo(20, 0);
  });

  it('writes the result before it acknowledges; when it cannot, the job is done again', () => {
    const plan = jobs(20, { instances: 1, concurrency: 10, jobMs: 50 });
    const result = play({
      ...plan,
      nodes: { ...plan.nodes, db: { kind: 'database', params: { replicas: 0 } } },
      links: [...plan.links, ['worker', 'db']],
      acts: [
        { at: 30, act: 'crash', node: 'db' },
        { at: 40, act: 'recover', node: 'db' },
        { at: 80, act: 'param', node: 'people', field: 'ratePerSecond', value: 0.001 },
      ],
    });
    expect(result.of('worker', 'jobsDone', { from: 31, to: 40 })).toBe(0);
    expect(result.of('queue', 'redelivered')).toBeGreaterThan(100);
    expect(result.of('queue', 'acknowledged')).toBe(result.of('queue', 'published'));
    expect(result.of('db', 'writes')).toBe(result.of('worker', 'jobsDone'));
  });
});

describe('what a job is worth', () => {
  it('S25: acknowledged before the work, a crash loses what the worker had in hand; after it, nothing', () => {
    const crash: TestPlan['acts'] = [
      { at: 30, act: 'crash', node: 'worker', instance: 0 },
      { at: 40, act: 'recover', node: 'worker', instance: 0 },
      { at: 60, act: 'param', node: 'people', field: 'ratePerSecond', value: 0.001 },
    ];
    const two = { instances: 2, concurrency: 4, prefetch: 10, jobMs: 500, service: 'fixed' };
    const before = play(jobs(40, { ...two, ackMode: 'before' }, { acts: crash, seconds: 300 }));
    expect(before.of('worker', 'jobsLost')).toBe(14);
    expect(before.of('worker', 'jobsDone')).toBe(before.of('queue', 'published') - 14);
    expect(before.of('queue', 'redelivered')).toBe(0);
    const after = play(jobs(40, two, { acts: crash, seconds: 300 }));
    expect(after.of('worker', 'jobsLost')).toBe(0);
    expect(after.of('worker', 'jobsDone') - after.of('worker', 'duplicates')).toBe(after.of('queue', 'published'));
  });

  it('P23: with a visibility shorter than the job every job is applied twice, unless the worker recognises it', () => {
    const long = { instances: 10, concurrency: 10, jobMs: 40_000, service: 'fixed', prefetch: 0 };
    const twice = (worker: TestNode['params']) => {
      const plan = jobs(1, worker, {
        seconds: 400,
        acts: [{ at: 30, act: 'param', node: 'people', field: 'ratePerSecond', value: 0.0001 }],
      });
      return play({ ...plan, nodes: { ...plan.nodes, queue: { kind: 'queue', params: { visibilitySeconds: 30, maxReceive: 2 } } } });
    };
    const plain = twice(long);
    const published = plain.of('queue', 'published');
    expect(plain.of('worker', 'jobsDone')).toBe(2 * published);
    expect(plain.of('worker', 'duplicates')).toBe(published);
    const wise = twice({ ...long, idempotent: true });
    expect(wise.of('worker', 'duplicates')).toBe(0);
    expect(wise.of('worker', 'recognised')).toBe(published);
  });

  it('prolongs its time while it works; what it has comes back when it dies or falls silent', () => {
    const long = { instances: 2, concurrency: 20, jobMs: 40_000, service: 'fixed', prefetch: 0 };
    const played = (acts: TestPlan['acts'] = []) => {
      const stop = { at: 20, act: 'param', node: 'people', field: 'ratePerSecond', value: 0.0001 } as const;
      const plan = jobs(1, long, { seconds: 400, acts: [...acts, stop] });
      return play({ ...plan, nodes: { ...plan.nodes, queue: { kind: 'queue', params: { visibilitySeconds: 30, heartbeat: true } } } });
    };
    const well = played();
    expect(well.of('queue', 'redelivered')).toBe(0);
    expect(well.of('worker', 'jobsDone')).toBe(well.of('queue', 'published'));
    const silent = played([{ at: 25, act: 'hang', node: 'worker', instance: 0 }]);
    expect(silent.of('queue', 'redelivered')).toBe(silent.series('worker', 'inside', 0).at(-1));
    expect(silent.of('queue', 'redelivered', { to: 30 })).toBe(0);
    expect(silent.of('queue', 'acknowledged')).toBe(silent.of('queue', 'published'));
  });
});

describe('a worker wired to a cache', () => {
  /** People here write to a store; people far away read it through a cache that nobody tells, or a worker does. */
  const staleShare = (isTold: boolean): number => {
    const server = { kind: 'web-server', params: { service: 'none', threads: 10_000, jobShare: 0 } } as const;
    const result = simulate(
      {
        seconds: 120,
        nodes: {
          writers: { kind: 'users', params: { ratePerSecond: 50 } },
          readers: { kind: 'users', params: { ratePerSecond: 200 } },
          here: server,
          there: server,
          cache: { kind: 'cache', params: { ttlSeconds: 600 } },
          store: { kind: 'database', params: { replicas: 0, vcpu: 16 } },
          queue: { kind: 'queue' },
          worker: { kind: 'worker', params: { jobMs: 1, service: 'fixed' } },
        },
        links: [
          ['writers', 'here'],
          ['readers', 'there'],
          ['here', 'store'],
          ['there', 'cache'],
          ['there', 'store'],
          ['store', 'queue'],
          ['queue', 'worker'],
          ...(isTold ? ([['worker', 'cache']] as const).map((link): [string, string] => [...link]) : []),
        ],
        // those who go to `there` write, too, and tell the cache themselves
        workload: { writeShare: 20, keys: 200, keySkew: 0 },
      },
      { ...kinds, cache: cacheBehavior },
    );
    expect(result.of('cache', 'hits')).toBeGreaterThan(5000);
    return result.of('cache', 'staleHits') / result.of('cache', 'hits');
  };

  it('takes rows out of it that have changed elsewhere', () => {
    expect(staleShare(false)).toBeGreaterThan(0.1);
    expect(staleShare(true)).toBeLessThan(0.005);
  });
});
