import { describe, expect, it } from 'vitest';
import { Memory } from '../../engine/memory.ts';
import { createRun } from '../../engine/run.ts';
import { behaviors } from '../behaviors.ts';
import { inOrder, planOf, simulate, type TestAct, type TestNode, type TestPlan } from '../testRun.ts';
import { Starts } from './starts.ts';

/** Two cache servers that hold all rows and are warm after a moment; what they do not have a store brings. */
const design = (rate: number, cache: TestNode['params'], more: Partial<TestPlan> = {}): TestPlan => ({
  seconds: 60,
  nodes: {
    people: { kind: 'users', params: { ratePerSecond: rate } },
    web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1, threads: 10_000 } },
    cache: { kind: 'cache', params: { capacityKeys: 10_000, ttlSeconds: 0, serviceMs: 0.1, ...cache } },
    db: { kind: 'database', params: { replicas: 0, vcpu: 96, cpuReadMs: 0.1, cpuWriteMs: 0.1 } },
  },
  links: [
    ['people', 'web'],
    ['web', 'cache'],
    ['web', 'db'],
  ],
  workload: { keys: 10, keySkew: 0 },
  ...more,
});
const play = (...args: Parameters<typeof design>) => simulate(design(...args), behaviors);
const mean = (all: readonly number[]) => all.slice(10).reduce((sum, one) => sum + one, 0) / (all.length - 10);

describe('a row of many megabytes', () => {
  it('has its server to itself while it goes out: everybody there waits as M/G/1 says', () => {
    // every tenth of 200 a second takes 10.1 ms, the others 0.1 ms
    const result = play(200, { bigKeyMB: 12.5, networkMBps: 1250 }, { seconds: 310 });
    const load = 200 * 0.0001 + 20 * 0.01;
    expect(Math.abs(mean(result.series('cache', 'utilization')) - load)).toBeLessThan(0.02);
    const secondMoment = 0.9 * 0.0001 ** 2 + 0.1 * 0.0101 ** 2;
    const wait = (200 * secondMoment) / (2 * (1 - load));
    expect(Math.abs(mean(result.series('cache', 'meanResponse')) / (wait + load / 200) - 1)).toBeLessThan(0.05);
    // Little: so many wait
    expect(Math.abs(mean(result.series('cache', 'queue')) / (200 * wait) - 1)).toBeLessThan(0.1);
  });

  it('troubles only the server that has it, and only as it is asked for', () => {
    const busy = (cache: TestNode['params']) => {
      const result = play(1000, { instances: 2, ...cache }, { workload: { keys: 1000, keySkew: 0.9 } });
      return [0, 1].map((i) => mean(result.series('cache', 'utilization', i))).sort((a, b) => a - b);
    };
    const none = busy({});
    const popular = busy({ bigKeyMB: 5 });
    expect(popular[1] - none[1]).toBeGreaterThan(0.3);
    expect(popular[0]).toBeLessThan(0.1);
    const rare = busy({ bigKeyMB: 5, bigKeyRank: 900 });
    expect(rare[0] + rare[1]).toBeLessThan(none[0] + none[1] + 0.02);
  });

  it('is no heavier to be told of: misses, words to forget it and counts move no value', () => {
    const kept = play(100, { bigKeyMB: 12.5, networkMBps: 1250, capacityKeys: 0 }, { workload: { keys: 1 } });
    // nothing is ever held, but it is brought each time
    expect(mean(kept.series('cache', 'utilization'))).toBeCloseTo(100 * (0.0001 + 0.0101), 1);
    const written = play(50, { bigKeyMB: 12.5, networkMBps: 1250 }, { workload: { keys: 1, writeShare: 100 } });
    expect(mean(written.series('cache', 'utilization'))).toBeLessThan(0.01);
  });

  it('comes through a cache that reads and writes its store, too', () => {
    const links: TestPlan['links'] = [
      ['people', 'web'],
      ['web', 'cache'],
      ['cache', 'db'],
    ];
    const through = play(40, { bigKeyMB: 12.5, pattern: 'write-through' }, { links, workload: { keys: 1, writeShare: 100 } });
    expect(mean(through.series('cache', 'utilization'))).toBeGreaterThan(0.35);
    const reads = play(40, { bigKeyMB: 12.5, pattern: 'read-through', capacityKeys: 0 }, { links, workload: { keys: 1 } });
    expect(mean(reads.series('cache', 'utilization'))).toBeCloseTo(0.4, 1);
  });

  it('counts those who wait one by one: the waiting room is full when it is', () => {
    // a transfer of 50 ms is one that is waited for, and no 500 lookups
    expect(play(100, { bigKeyMB: 62.5, queueLimit: 100 }).of('cache', 'failed')).toBe(0);
    const flooded = play(1000, { bigKeyMB: 12.5, queueLimit: 20 }, { workload: { keys: 10, keySkew: 0 } });
    expect(flooded.of('cache', 'failed')).toBeGreaterThan(1000);
    expect(Math.max(...flooded.series('cache', 'queue'))).toBeLessThanOrEqual(20 + 1e-6);
    expect(Math.max(...flooded.series('cache', 'queue'))).toBeGreaterThan(10);
  });

  it('leaves nobody in the line of a server that died', () => {
    const acts: TestAct[] = [
      { at: 10, act: 'crash', node: 'cache' },
      { at: 10.5, act: 'param', node: 'cache', field: 'bigKeyMB', value: 0.001 },
      { at: 11, act: 'recover', node: 'cache' },
    ];
    // two and a half times what it can do, until it dies
    const queue = play(500, { bigKeyMB: 62.5 }, { acts, seconds: 30 }).series('cache', 'queue');
    expect(queue[9]).toBeGreaterThan(1000);
    expect(Math.max(...queue.slice(11))).toBeLessThan(1);
  });

  it('may come and go in the middle of a run, is forgotten in a crash, and is in photographs', () => {
    const acts: TestAct[] = [
      { at: 20, act: 'param', node: 'cache', field: 'bigKeyMB', value: 12.5 },
      { at: 30.5, act: 'crash', node: 'cache' },
      { at: 31, act: 'recover', node: 'cache' },
      { at: 40, act: 'param', node: 'cache', field: 'bigKeyMB', value: 0 },
    ];
    const test = design(500, {}, { acts });
    const queue = simulate(test, behaviors).series('cache', 'queue');
    expect(Math.max(...queue.slice(0, 20), ...queue.slice(42))).toBeLessThan(0.5);
    expect(Math.max(...queue.slice(21, 30))).toBeGreaterThan(1);
    expect(Math.min(...queue)).toBeGreaterThanOrEqual(-1e-9);
    const plan = planOf(test);
    const run = createRun(plan, inOrder(behaviors));
    run.advance(25.3, Number.MAX_SAFE_INTEGER);
    const photograph = run.snapshot();
    run.advance(60, Number.MAX_SAFE_INTEGER);
    const end = run.snapshot();
    run.restore(photograph);
    run.advance(60, Number.MAX_SAFE_INTEGER);
    expect(run.snapshot()).toEqual(end);
  });
});

it('a ring of starts grows as it turns, and knows how long all of it waits', () => {
  const starts = new Starts(new Memory());
  let model: number[] = [];
  for (let step = 1; step < 3000; step++) {
    starts.add(2 * step);
    starts.add(2 * step + 1);
    model.push(2 * step, 2 * step + 1);
    const now = Math.floor(1.5 * step);
    model = model.filter((moment) => moment > now);
    expect(starts.waiting(now)).toBe(model.length);
  }
  expect(starts.wait(5000)).toBe(model.filter((moment) => moment > 5000).reduce((sum, moment) => sum + moment - 5000, 0));
});
