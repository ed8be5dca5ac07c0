import { describe, expect, it } from 'vitest';
import { createRun } from '../../engine/run.ts';
import { inOrder, planOf, simulate, type TestAct, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { nosqlBehavior } from './behavior.ts';

const behaviors = { users: usersBehavior, 'web-server': webServerBehavior, nosql: nosqlBehavior };

interface Setting {
  rate?: number;
  seconds?: number;
  store?: Readonly<Record<string, number | boolean | string>>;
  writeShare?: number;
  keys?: number;
  keySkew?: number;
  acts?: readonly TestAct[];
}

/** Users through a server that takes no time, so that what they see is the store. */
function plan({ rate = 200, seconds = 60, store = {}, writeShare = 50, keys = 100, keySkew = 0, acts = [] }: Setting): TestPlan {
  return {
    seconds,
    nodes: {
      users: { kind: 'users', params: { ratePerSecond: rate, patienceSeconds: 120 } },
      web: { kind: 'web-server', params: { service: 'none', threads: 10_000, queueLimit: 1_000_000, jobShare: 0 } },
      store: { kind: 'nosql', params: { vcpu: 96, service: 'exponential', hopMs: 0, ...store } },
    },
    links: [
      ['users', 'web'],
      ['web', 'store'],
    ],
    workload: { writeShare, keys, keySkew },
    acts,
  };
}

/** Of an instance, in the frame that ends at a moment. */
const at = (result: TestResult, metric: string, second: number, instance: number) => result.series('store', metric, instance)[second - 1];

const play = (setting: Setting) => simulate(plan(setting), behaviors);

/** Mean of the w-th soonest of n exponential times of mean 1: sum of 1/i for i from n - w + 1 to n (order statistics). */
const soonest = (w: number, n: number) => Array.from({ length: w }, (_, i) => 1 / (n - i)).reduce((sum, x) => sum + x, 0);

describe('a quorum', () => {
  it.each([1, 2, 3])('of %i of 3 takes as long as the order statistics say', (quorum) => {
    const result = play({ seconds: 200, store: { replicaMs: 5, writeQuorum: quorum, readQuorum: quorum } });
    const completed = result.of('store', 'completed');
    expect(completed).toBeGreaterThan(30_000);
    const counts = result.series('store', 'completed');
    const means = result.series('store', 'meanResponse');
    const mean = means.reduce((sum, seconds, i) => sum + seconds * counts[i], 0) / completed;
    expect(Math.abs(mean / (0.005 * soonest(quorum, 3)) - 1)).toBeLessThan(0.02);
  });

  it('of reads and writes that overlap never reads what is old; one that does not overlap does', () => {
    const overlapping = play({ store: { replicaMs: 20, writeQuorum: 2, readQuorum: 2, readRepair: false }, keys: 20 });
    expect(overlapping.of('store', 'reads')).toBeGreaterThan(5000);
    expect(overlapping.of('store', 'staleReads')).toBe(0);
    const apart = play({ store: { replicaMs: 20, writeQuorum: 1, readQuorum: 1, readRepair: false }, keys: 20 });
    expect(apart.of('store', 'staleReads')).toBeGreaterThan(50);
  });

  it('goes on without one of three, is turned down without two, and its reads stay true', () => {
    const away = (count: number): TestAct[] =>
      Array.from({ length: count }, (_, instance) => ({ at: 20, act: 'crash', node: 'store', instance }));
    const one = play({ acts: away(1) });
    expect(one.of('store', 'unavailable')).toBe(0);
    expect(one.of('store', 'staleReads')).toBe(0);
    const two = play({ acts: away(2) });
    expect(two.of('store', 'unavailable', { to: 20 })).toBe(0);
    expect(two.of('store', 'unavailable', { from: 21 })).toBeGreaterThan(0.99 * two.of('store', 'arrived', { from: 21 }));
    const anyOne = play({ acts: away(2), store: { readQuorum: 1, writeQuorum: 1 } });
    expect(anyOne.of('store', 'unavailable')).toBe(0);
  });
});

describe('a node that was away', () => {
  const acts: TestAct[] = [
    { at: 20, act: 'crash', node: 'store', instance: 0 },
    { at: 40, act: 'recover', node: 'store', instance: 0 },
    { at: 45, act: 'crash', node: 'store', instance: 1 },
    { at: 45, act: 'crash', node: 'store', instance: 2 },
  ];
  const alone = { readQuorum: 1, writeQuorum: 1, readRepair: false };

  it('has what it missed by hints, so that even alone it reads nothing old', () => {
    const result = play({ acts, store: alone, keys: 50 });
    // all three keep every row: it misses every write of those twenty seconds
    const missed = result.of('store', 'writes', { from: 20, to: 39 });
    expect(missed).toBeGreaterThan(1500);
    expect(at(result, 'hints', 39, 0)).toBeGreaterThan(0.99 * missed);
    expect(at(result, 'hints', 45, 0)).toBe(0);
    expect(result.of('store', 'staleReads', { from: 46 })).toBe(0);
  });

  it('reads what is old where nobody kept hints, row by row until somebody writes it', () => {
    const result = play({ acts, store: { ...alone, hintHours: 0 }, keys: 2000 });
    expect(result.of('store', 'hintsDropped')).toBeGreaterThan(1500);
    expect(result.of('store', 'staleReads', { from: 46 })).toBeGreaterThan(200);
  });

  it('is repaired by reads that find it behind', () => {
    const repaired = play({ acts: acts.slice(0, 2), store: { ...alone, hintHours: 0, readRepair: true }, keys: 500, seconds: 80 });
    const left = play({ acts: acts.slice(0, 2), store: { ...alone, hintHours: 0 }, keys: 500, seconds: 80 });
    expect(repaired.of('store', 'repairs', { from: 41 })).toBeGreaterThan(50);
    expect(left.of('store', 'repairs')).toBe(0);
    expect(repaired.of('store', 'staleReads', { from: 40 })).toBeLessThan(left.of('store', 'staleReads', { from: 40 }));
  });
});

describe('a node without room', () => {
  it('gets what it turned away when its turn comes, and no write is lost', () => {
    const acts: TestAct[] = [
      { at: 30, act: 'workload', field: 'traffic', value: 0 },
      { at: 40, act: 'workload', field: 'writeShare', value: 0 },
      { at: 40, act: 'param', node: 'store', field: 'replicaMs', value: 0.2 },
      { at: 40, act: 'workload', field: 'traffic', value: 3 },
    ];
    const busy = { vcpu: 1, replicaMs: 2.2, queueLimit: 3, readQuorum: 1, writeQuorum: 1, readRepair: false };
    const result = play({ rate: 400, acts, keys: 2000, store: busy });
    const missed = result.series('store', 'hints').slice(0, 30);
    expect(Math.max(...missed)).toBeGreaterThan(5);
    expect(result.series('store', 'hints')[39]).toBe(0);
    expect(result.of('store', 'reads', { from: 41 })).toBeGreaterThan(15_000);
    expect(result.of('store', 'staleReads', { from: 41 })).toBe(0);
  });
});

describe('silence', () => {
  it('costs the callers the whole patience of who coordinates, until the node counts as dead', () => {
    const acts: TestAct[] = [
      { at: 20, act: 'hang', node: 'store', instance: 0 },
      { at: 20, act: 'hang', node: 'store', instance: 1 },
    ];
    const result = play({ acts, store: { quorumTimeoutMs: 500, suspectSeconds: 10 } });
    const during = result.of('store', 'lateQuorums', { from: 20, to: 31 });
    expect(during).toBeGreaterThan(200);
    expect(result.of('store', 'lateQuorums', { from: 32 })).toBe(0);
    expect(result.of('store', 'unavailable', { from: 32 })).toBeGreaterThan(1000);
  });

  it('of who coordinates holds its answers until it comes to itself, and none is lost or doubled', () => {
    const acts: TestAct[] = [
      { at: 20, act: 'hang', node: 'store', instance: 2 },
      { at: 25, act: 'recover', node: 'store', instance: 2 },
    ];
    // nobody asks any more at the end
    const result = play({ acts: [...acts, { at: 50, act: 'workload', field: 'traffic', value: 0 }], store: { quorumTimeoutMs: 60_000 } });
    expect(result.of('store', 'failed')).toBe(0);
    expect(result.of('store', 'completed')).toBe(result.of('store', 'arrived'));
    expect(result.of('store', 'staleReads')).toBe(0);
  });
});

describe('clocks', () => {
  it('that agree lose no write; those that do not lose acknowledged ones, and later reads show it', () => {
    const agreeing = play({ keys: 10 });
    expect(agreeing.of('store', 'lostWrites')).toBe(0);
    const apart = play({ keys: 10, store: { clockSkewMs: 1000 } });
    expect(apart.of('store', 'lostWrites')).toBeGreaterThan(500);
    expect(apart.of('store', 'staleReads')).toBeGreaterThan(500);
  });
});

describe('limits of a partition', () => {
  it('throttle the hot one, while the others have room', () => {
    const store = { partitions: 10, writesPerPartition: 100, readsPerPartition: 1000 };
    const even = play({ rate: 800, store, keys: 10_000 });
    expect(even.of('store', 'throttled')).toBe(0);
    // 400 writes a second on one key: 300 too many
    const hot = play({ rate: 800, store, keys: 1 });
    expect(hot.of('store', 'throttled', { from: 10 }) / 50).toBeGreaterThan(285);
    expect(hot.of('store', 'throttled', { from: 10 }) / 50).toBeLessThan(315);
  });
});

describe('a new node', () => {
  it('keeps about its part of the rows, and reads stay true', () => {
    const acts: TestAct[] = [{ at: 20, act: 'instances', node: 'store', count: 4 }];
    const test = plan({ acts, keys: 2000 });
    const grown: TestPlan = { ...test, nodes: { ...test.nodes, store: { ...test.nodes.store, slots: 4 } } };
    const result = simulate(grown, behaviors);
    expect(result.of('store', 'staleReads')).toBe(0);
    expect(at(result, 'utilization', 10, 3)).toBe(0);
    expect(at(result, 'utilization', 40, 3)).toBeGreaterThan(0);
  });
});

it('plays on from a photograph in the middle of everything', () => {
  const test = plan({
    store: { clockSkewMs: 5, partitions: 4, writesPerPartition: 30, quorumTimeoutMs: 300 },
    acts: [
      { at: 5, act: 'hang', node: 'store', instance: 1 },
      { at: 8, act: 'crash', node: 'store', instance: 0 },
      { at: 12, act: 'recover', node: 'store', instance: 1 },
      { at: 14, act: 'recover', node: 'store', instance: 0 },
    ],
    seconds: 20,
  });
  const whole = createRun(planOf(test), inOrder(behaviors));
  whole.advance(20, 10_000_000);
  const frames = whole.takeFrames();
  for (const moment of [4, 6.3, 8.1, 12.4, 14.01]) {
    const run = createRun(planOf(test), inOrder(behaviors));
    run.advance(moment, 10_000_000);
    const photograph = run.snapshot();
    run.advance(20, 10_000_000);
    run.restore(photograph);
    run.takeFrames();
    run.advance(20, 10_000_000);
    const again = run.takeFrames();
    expect(again.map(({ values }) => [...values])).toEqual(frames.slice(-again.length).map(({ values }) => [...values]));
  }
});
