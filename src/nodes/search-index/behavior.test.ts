import { describe, expect, it } from 'vitest';
import { databaseBehavior } from '../database/behavior.ts';
import { simulate, type TestAct, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { searchIndexBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, database: databaseBehavior, 'search-index': searchIndexBehavior };

function play(rate: number, index: TestNode['params'], more: Partial<TestPlan> = {}): TestResult {
  return simulate(
    {
      seconds: 60,
      nodes: {
        people: { kind: 'users', params: { ratePerSecond: rate } },
        web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1, threads: 10_000 } },
        db: { kind: 'database', params: { replicas: 0, vcpu: 64 } },
        index: { kind: 'search-index', ...(index && { params: index }) },
      },
      links: [
        ['people', 'web', { timeoutSeconds: 10 }],
        ['web', 'db'],
        ['web', 'index', { timeoutSeconds: 5 }],
      ],
      workload: { searchShare: 100 },
      ...more,
    },
    kinds,
  );
}

const wide = { instances: 5, vcpu: 64, service: 'exponential' } as const;

describe('search index', () => {
  it('waits for the slowest shard: mean of the largest of n exponentials', () => {
    const meanOf = (shards: number) => play(50, { ...wide, shards }, { frameSeconds: 60 }).series('index', 'meanResponse')[0];
    const harmonic = (n: number) => Array.from({ length: n }, (_, i) => 1 / (i + 1)).reduce((sum, x) => sum + x, 0);
    for (const shards of [1, 5, 20]) expect(Math.abs(meanOf(shards) / (0.01 * harmonic(shards)) - 1)).toBeLessThan(0.05);
  });

  it('costs every shard its CPU: rate x shards x time', () => {
    const result = play(100, { instances: 4, vcpu: 2, shards: 4, service: 'fixed' });
    const busy = result.series('index', 'utilization').slice(5);
    expect(busy.reduce((sum, n) => sum + n, 0) / busy.length / 4).toBeCloseTo((100 * 4 * 0.01) / 8, 1);
  });

  it('answers in part at its deadline when a shard is slow, and from the other copies when a node dies', () => {
    const acts: TestPlan['acts'] = [{ at: 20, act: 'hang', node: 'index', instance: 0 }];
    const silent = play(50, { ...wide, shards: 5, replicas: 0, deadlineMs: 200 }, { acts });
    expect(silent.of('index', 'partial', { to: 19 })).toBe(0);
    expect(silent.of('index', 'partial', { from: 21 }) / silent.of('index', 'queries', { from: 21 })).toBe(1);
    const dead = { acts: [{ at: 20, act: 'crash', node: 'index', instance: 0 }] } as Partial<TestPlan>;
    const copied = play(50, { ...wide, shards: 5, replicas: 1 }, dead);
    expect(copied.of('index', 'partial', { from: 21 })).toBe(0);
    expect(copied.total('failed.search.error')).toBeLessThan(5);
    const bare = play(50, { ...wide, shards: 5, replicas: 0 }, dead);
    expect(bare.of('index', 'partial', { from: 21 }) / bare.of('index', 'queries', { from: 21 })).toBe(1);
  });

  it('finds what is written after the next refresh: half of one on average', () => {
    const writes = { workload: { writeShare: 100 }, frameSeconds: 60 };
    const result = play(100, { ...wide, refreshSeconds: 4 }, writes);
    expect(result.of('index', 'documents') / result.of('db', 'writes')).toBeCloseTo(1, 2);
    expect(result.series('index', 'lagP50')[0]).toBeCloseTo(2, 0);
    expect(result.series('index', 'lagP99')[0]).toBeLessThan(4.1);
  });

  it('under heap pressure half the queries that need a node meet it standing still, and a deadline makes them partial', () => {
    const pressed = (index: TestNode['params'], at = 0, more: Partial<TestPlan> = {}) =>
      play(
        100,
        { ...wide, instances: 3, shards: 5, replicas: 1, service: 'fixed', ...index },
        { acts: [{ at, act: 'strike', node: 'index', instance: 0, fault: 'heap-pressure', value: 50 }], ...more },
      );
    // node 0 has copies of three shards of five: all three are asked elsewhere once in eight; a pause of 1 s is met in its middle
    const mean = pressed({}, 0, { frameSeconds: 60 }).series('index', 'meanResponse')[0];
    expect(Math.abs(mean / (0.01 + (7 / 8) * 0.5 * 0.5) - 1)).toBeLessThan(0.05);
    const bound = pressed({ deadlineMs: 50 }, 20);
    expect(bound.of('index', 'partial', { to: 20 })).toBe(0);
    const share = bound.of('index', 'partial', { from: 21 }) / bound.of('index', 'queries', { from: 21 });
    // those of the last 50 ms of a pause still get their answer in time
    expect(Math.abs(share / ((7 / 8) * 0.5 * 0.95) - 1)).toBeLessThan(0.06);
    expect(bound.total('failed.search.error') + bound.total('failed.search.timeout')).toBe(0);
  });

  it('… until it is over; a crash only interrupts it', () => {
    const strike = { at: 10, act: 'strike', node: 'index', instance: 0, fault: 'heap-pressure', value: 50, seconds: 30 } as const;
    const partials = (acts: readonly TestAct[], from: number, to: number) =>
      play(100, { ...wide, instances: 3, service: 'fixed', deadlineMs: 50 }, { acts }).of('index', 'partial', { from, to });
    expect(partials([strike], 41, 60)).toBe(0);
    const crashed = [strike, { at: 20, act: 'crash', node: 'index', instance: 0, seconds: 2 }] as const;
    expect(partials(crashed, 21, 22)).toBe(0);
    expect(partials(crashed, 24, 40)).toBeGreaterThan(400);
    expect(partials(crashed, 41, 60)).toBe(0);
  });

  it('turns away what does not fit into its lines', () => {
    const result = play(400, { instances: 2, vcpu: 1, shards: 2, queueLimit: 20, service: 'fixed' });
    expect(result.of('index', 'rejected')).toBeGreaterThan(1000);
    expect(Math.max(...result.series('index', 'queue', 0))).toBeLessThanOrEqual(20);
  });
});
