import { describe, expect, it } from 'vitest';
import { createRun } from '../../engine/run.ts';
import { inOrder, planOf, simulate, type TestAct, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { workerBehavior } from '../worker/behavior.ts';
import { queueBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, queue: queueBehavior, worker: workerBehavior };
const play = (plan: TestPlan): TestResult => simulate(plan, kinds);

const quick = { instances: 1, concurrency: 100, jobMs: 10, service: 'fixed', prefetch: 0 } as const;

/** Every request publishes one message to a topic that each of `readers` reads for itself; keys are drawn evenly. */
function topic(
  rate: number,
  queue: TestNode['params'],
  readers: Record<string, TestNode['params']>,
  more: Partial<TestPlan> = {},
): TestPlan {
  return {
    seconds: 60,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: rate } },
      web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1, threads: 10_000, jobShare: 100 } },
      queue: { kind: 'queue', params: { mode: 'topic', brokers: 1, maxReceive: 0, ...queue } },
      ...Object.fromEntries(Object.entries(readers).map(([id, params]) => [id, { kind: 'worker', ...(params && { params }) }])),
    } as TestPlan['nodes'],
    links: [['people', 'web'], ['web', 'queue'], ...Object.keys(readers).map((id) => ['queue', id] as [string, string])],
    workload: { staticShare: 0, writeShare: 100, keySkew: 0, keys: 10_000 },
    ...more,
  };
}

/** For each group: published = acknowledged + dead + too old + still to be read. */
function expectBalance(result: TestResult, groups: number): void {
  const of = (metric: string) => result.of('queue', metric);
  const owed = result.series('queue', 'backlog').at(-1) ?? 0;
  expect(of('published') * groups).toBe(of('acknowledged') + of('deadLetters') + of('expired') + owed);
}

describe('topic', () => {
  it('S27: every group gets a copy; within a group the partitions are shared', () => {
    const three = play(topic(40, {}, { a: quick, b: quick, c: quick }));
    for (const id of ['a', 'b', 'c']) expect(three.of(id, 'jobsDone') / three.of('queue', 'published')).toBeCloseTo(1, 2);
    expectBalance(three, 3);
    const one = play(topic(40, {}, { a: { ...quick, instances: 3 } }));
    for (const instance of [0, 1, 2]) {
      expect(Math.abs(one.of('a', 'jobsDone', { instance }) / one.of('queue', 'published') - 1 / 3)).toBeLessThan(0.04);
    }
    expectBalance(one, 1);
  });

  it('keeps the order of a key, which a queue with several workers does not', () => {
    const slow = { instances: 4, concurrency: 10, jobMs: 200, service: 'exponential', prefetch: 0 };
    const busyKeys = { workload: { staticShare: 0, writeShare: 100, keySkew: 0, keys: 20 } };
    const kept = play(topic(50, { partitions: 24 }, { a: slow }, busyKeys));
    expect(kept.of('a', 'outOfOrder')).toBe(0);
    expect(kept.of('a', 'jobsDone')).toBeGreaterThan(2000);
    const mixed = play(topic(50, { mode: 'queue' }, { a: slow }, busyKeys));
    expect(mixed.of('a', 'outOfOrder')).toBeGreaterThan(200);
  });

  it('has at most one reader per partition: more workers than partitions stand idle', () => {
    const result = play(topic(30, { partitions: 3 }, { a: { ...quick, instances: 5 } }));
    expect([0, 1, 2, 3, 4].filter((instance) => result.of('a', 'jobsDone', { instance }) > 0)).toEqual([0, 1, 2]);
  });

  it('P10: a poisonous message stops its partition, and no other, until it is put aside', () => {
    const failing = { ...quick, instances: 2, poisonDoes: 'error' };
    const acts: TestAct[] = [
      { at: 20, act: 'param', node: 'queue', field: 'poisonPercent', value: 0 },
      { at: 40, act: 'param', node: 'queue', field: 'maxReceive', value: 5 },
    ];
    const result = play(topic(100, { poisonPercent: 0.1, redeliverySeconds: 1 }, { a: failing }, { seconds: 80, acts }));
    const lags = Array.from({ length: 12 }, (_, i) => result.series('queue', `lag${i + 1}`)[39]);
    const stopped = lags.filter((lag) => lag > 20);
    expect(stopped.length).toBeGreaterThan(0);
    expect(stopped.length).toBeLessThan(4);
    for (const lag of lags.filter((each) => each <= 20)) expect(lag).toBeLessThan(3);
    expect(result.of('queue', 'deadLetters')).toBeGreaterThanOrEqual(stopped.length);
    expect(result.series('queue', 'worstLag').at(-1)).toBeLessThan(3);
    expectBalance(result, 1);
  });

  it('throws a silent member out after the session, and lets its partitions rest until then', () => {
    const acts: TestAct[] = [
      { at: 20, act: 'hang', node: 'a', instance: 1 },
      { at: 50, act: 'recover', node: 'a', instance: 1 },
    ];
    const result = play(topic(60, { sessionSeconds: 15 }, { a: { ...quick, instances: 2 } }, { seconds: 80, acts }));
    const backlog = result.series('queue', 'backlog');
    // half the partitions: 30 a second
    expect(backlog[33] / (14 * 30)).toBeCloseTo(1, 0);
    expect(result.of('queue', 'rebalances', { from: 33, to: 38 })).toBe(1);
    expect(backlog[45]).toBeLessThan(20);
    // it joins again, and nobody reads for 3 s
    expect(result.of('queue', 'rebalances')).toBe(2);
    expect(Math.max(...backlog.slice(50, 54))).toBeGreaterThan(100);
    expect(backlog.at(-1)).toBeLessThan(20);
    // what it had in hand is done twice once it comes to itself
    expect(result.of('queue', 'redelivered')).toBe(result.of('a', 'duplicates'));
    expectBalance(result, 1);
  });

  it('drops what is too old, read or not', () => {
    const result = play(
      topic(50, { topicRetentionHours: 10 / 3600, retentionHours: 1 / 3600 }, { fast: quick, never: { ...quick, jobMs: 3_600_000 } }),
    );
    expect(result.of('fast', 'jobsDone') / result.of('queue', 'published')).toBeGreaterThan(0.99);
    expect(result.of('queue', 'expired') / (50 * 50)).toBeCloseTo(1, 1);
    expect(result.series('queue', 'oldestSeconds').at(-1)).toBeLessThanOrEqual(10);
  });

  it('becomes a queue and a topic again while it runs, and loses nothing on the way', () => {
    const acts: TestAct[] = [
      { at: 15, act: 'param', node: 'queue', field: 'mode', value: 'queue' },
      { at: 30, act: 'param', node: 'queue', field: 'mode', value: 'topic' },
      { at: 40, act: 'param', node: 'queue', field: 'partitions', value: 30 },
      { at: 55, act: 'param', node: 'people', field: 'ratePerSecond', value: 0.0001 },
    ];
    const result = play(topic(100, {}, { a: { ...quick, jobMs: 100 } }, { seconds: 80, acts }));
    expect(result.series('queue', 'backlog').at(-1)).toBe(0);
    expect(result.of('queue', 'acknowledged')).toBe(result.of('queue', 'published'));
    expect(result.of('a', 'jobsDone')).toBe(result.of('queue', 'published') + result.of('a', 'duplicates'));
  });

  it('plays on from a photograph in the middle of everything', () => {
    const acts: TestAct[] = [
      { at: 5, act: 'crash', node: 'queue', instance: 0 },
      { at: 8, act: 'hang', node: 'a', instance: 1 },
      { at: 18, act: 'recover', node: 'a', instance: 1 },
      { at: 20, act: 'recover', node: 'queue', instance: 0 },
    ];
    const settings = {
      brokers: 3,
      acks: 'leader',
      replicaLagMs: 300,
      electionSeconds: 4,
      sessionSeconds: 6,
      poisonPercent: 0.5,
      maxReceive: 3,
    };
    const plan = planOf(
      topic(80, settings, { a: { ...quick, instances: 3, jobMs: 60, restartSeconds: 2 }, b: quick }, { seconds: 30, acts }),
    );
    const bytes = (run: ReturnType<typeof createRun>) => run.takeFrames().map(({ values }) => values.join());
    const whole = createRun(plan, inOrder(kinds));
    whole.advance(30, Number.MAX_SAFE_INTEGER);
    const expected = bytes(whole);
    const run = createRun(plan, inOrder(kinds));
    for (const stop of [3.3, 6.1, 9.05, 12.5, 19.9]) {
      run.advance(stop, Number.MAX_SAFE_INTEGER);
      run.takeFrames();
      const photo = run.snapshot();
      run.advance(Math.min(30, stop + 6), Number.MAX_SAFE_INTEGER);
      run.restore(photo);
      run.advance(30, Number.MAX_SAFE_INTEGER);
      expect(bytes(run)).toEqual(expected.slice(Math.floor(stop)));
      run.restore(photo);
    }
  });
});
