import { describe, expect, it } from 'vitest';
import { exp, log } from '../../engine/math.ts';
import { databaseBehavior } from '../database/behavior.ts';
import { simulate, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { cacheBehavior } from './behavior.ts';

// long runs, and the machine may be busy
const kinds = { users: usersBehavior, 'web-server': webServerBehavior, cache: cacheBehavior, database: databaseBehavior };
const play = (plan: TestPlan): TestResult => simulate(plan, kinds);

/** People, a web server with room for everything, a cache and a database behind it. */
function aside(rate: number, cache: TestNode['params'], more: Partial<TestPlan> = {}): TestPlan {
  return {
    seconds: 100,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: rate } },
      web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1, threads: 10_000 } },
      cache: { kind: 'cache', ...(cache && { params: cache }) },
      db: { kind: 'database', params: { replicas: 0, vcpu: 96, cpuReadMs: 0.1, cpuWriteMs: 0.1 } },
    },
    links: [
      ['people', 'web'],
      ['web', 'cache'],
      ['web', 'db'],
    ],
    workload: { staticShare: 0, writeShare: 0, keys: 10_000, keySkew: 0.8 },
    ...more,
  };
}

const hitRatio = (result: TestResult, from = 0): number => {
  const hits = result.of('cache', 'hits', { from });
  return hits / (hits + result.of('cache', 'misses', { from }));
};

/** Popularity of each key, P(rank r) ~ r^-s. */
function popularity(keys: number, skew: number): number[] {
  const weights = Array.from({ length: keys }, (_, i) => exp(-skew * log(i + 1)));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => w / sum);
}

/** Che's approximation of the LRU hit ratio (Che, Tung and Wang 2002). */
function che(keys: number, skew: number, capacity: number): number {
  const p = popularity(keys, skew);
  const filled = (t: number) => p.reduce((sum, q) => sum + 1 - exp(-q * t), 0);
  let low = 0;
  let high = 1e9;
  for (let i = 0; i < 100; i++) {
    const mid = (low + high) / 2;
    if (filled(mid) < capacity) low = mid;
    else high = mid;
  }
  return p.reduce((sum, q) => sum + q * (1 - exp(-q * low)), 0);
}

describe('cache', () => {
  it('hits as often as Che says of LRU under Zipf', () => {
    const result = play(aside(4000, { capacityKeys: 1000, ttlSeconds: 0 }, { frameSeconds: 10 }));
    expect(hitRatio(result, 20)).toBeCloseTo(che(10_000, 0.8, 1000), 2);
    expect(result.of('db', 'completed')).toBe(result.of('cache', 'misses'));
    expect(result.series('cache', 'stored').at(-1)).toBe(1000);
    // at most one miss for each in flight is set twice
    expect(result.of('cache', 'misses') - result.of('cache', 'evictions') - 1000).toBeLessThan(50);
  });

  it('FIFO hits less often than LRU', () => {
    const fifo = play(aside(2000, { capacityKeys: 1000, ttlSeconds: 0, policy: 'fifo' }, { frameSeconds: 10 }));
    expect(hitRatio(fifo, 20)).toBeLessThan(che(10_000, 0.8, 1000) - 0.01);
  });

  it('with a time to live and room for all: hit ratio = mean of r T / (1 + r T) over the keys', () => {
    const result = play(aside(1000, { capacityKeys: 100_000, ttlSeconds: 5 }, { seconds: 200, frameSeconds: 10 }));
    const expected = popularity(10_000, 0.8).reduce((sum, q) => sum + (q * (q * 1000 * 5)) / (1 + q * 1000 * 5), 0);
    expect(hitRatio(result, 20)).toBeCloseTo(expected, 2);
    expect(result.of('cache', 'expirations')).toBeGreaterThan(1000);
  });

  it('by lot hits as often as FIFO: over all contents, the product of their popularities (Gelenbe 1973)', () => {
    const p = popularity(8, 1);
    let hit = 0;
    let all = 0;
    for (let a = 0; a < 8; a++) {
      for (let b = a + 1; b < 8; b++) {
        for (let c = b + 1; c < 8; c++) {
          const weight = p[a] * p[b] * p[c];
          all += weight;
          hit += weight * (p[a] + p[b] + p[c]);
        }
      }
    }
    for (const policy of ['random', 'fifo']) {
      const small = aside(
        400,
        { capacityKeys: 3, ttlSeconds: 0, policy },
        { workload: { keys: 8, keySkew: 1 }, seconds: 300, frameSeconds: 10 },
      );
      // 120,000 requests: four standard deviations
      expect(Math.abs(hitRatio(play(small), 10) - hit / all)).toBeLessThan(0.007);
    }
  });

  it('LFU comes to hold the most popular', () => {
    const result = play(
      aside(
        2000,
        { capacityKeys: 50, ttlSeconds: 0, policy: 'lfu' },
        { workload: { keys: 500, keySkew: 0.8 }, seconds: 120, frameSeconds: 10 },
      ),
    );
    // neighbours in the order of popularity are told apart last
    const best = popularity(500, 0.8)
      .slice(0, 50)
      .reduce((sum, p) => sum + p, 0);
    expect(Math.abs(hitRatio(result, 60) / best - 1)).toBeLessThan(0.015);
    expect(result.series('cache', 'stored').at(-1)).toBe(50);
  });

  it('with a time to live that reading renews, a key is found when the last ask is no older than that: 1 - e^(-rate x T)', () => {
    const setting = { capacityKeys: 10, ttlSeconds: 2 };
    const one = { workload: { keys: 1 }, seconds: 20_000, frameSeconds: 1000 };
    const renewed = play(aside(0.5, { ...setting, ttlRenews: true }, one));
    expect(Math.abs(hitRatio(renewed) - (1 - exp(-1)))).toBeLessThan(0.02);
    // 1/2 when it is not
    expect(Math.abs(hitRatio(play(aside(0.5, setting, one))) - 0.5)).toBeLessThan(0.02);
  });

  it('counts as held what is still good: mean over time of r T / (1 + r T), summed over the keys', () => {
    const result = play(aside(100, { capacityKeys: 100_000, ttlSeconds: 30 }, { workload: { keys: 1000, keySkew: 1 }, seconds: 1000 }));
    const held = result.series('cache', 'stored').slice(100);
    const expected = popularity(1000, 1).reduce((sum, p) => sum + (p * 100 * 30) / (1 + p * 100 * 30), 0);
    expect(Math.abs(held.reduce((a, b) => a + b, 0) / held.length / expected - 1)).toBeLessThan(0.012);
    // what came in is either still there or has expired; few asks met a row that was just being read
    expect(result.of('cache', 'misses') - result.of('cache', 'expirations') - (held.at(-1) ?? 0)).toBeLessThan(10);
  });

  it('without room nothing is ever found', () => {
    const result = play(aside(200, { capacityKeys: 0 }, { seconds: 10 }));
    expect(result.of('cache', 'hits')).toBe(0);
    expect(result.of('db', 'completed')).toBe(result.of('cache', 'misses'));
  });

  it('a restart is cold, and only for the rows of the instance that died', () => {
    const result = play(
      aside(
        2000,
        { instances: 4, capacityKeys: 10_000, ttlSeconds: 0 },
        {
          acts: [
            { at: 60, act: 'crash', node: 'cache', instance: 1 },
            { at: 60.001, act: 'recover', node: 'cache', instance: 1 },
          ],
        },
      ),
    );
    const misses = (instance: number, from: number) => result.of('cache', 'misses', { instance, from, to: from + 1 });
    expect(misses(1, 60)).toBeGreaterThan(5 * misses(1, 59));
    expect(misses(0, 60)).toBeLessThan(2 * misses(0, 59) + 20);
    for (let instance = 0; instance < 4; instance++) {
      expect(result.series('cache', 'stored', instance)[58]).toBeGreaterThan(2000);
    }
  });

  it('an instance taken away and brought back comes empty, and most rows move', () => {
    const result = play(
      aside(
        2000,
        { instances: 3, capacityKeys: 10_000, ttlSeconds: 0 },
        {
          acts: [
            { at: 60, act: 'instances', node: 'cache', count: 2 },
            { at: 80, act: 'instances', node: 'cache', count: 3 },
          ],
        },
      ),
    );
    expect(result.series('cache', 'stored', 2)[60]).toBe(0);
    expect(result.series('cache', 'stored', 2)[80]).toBeLessThan(result.series('cache', 'stored', 2)[99]);
    expect(result.of('cache', 'misses', { from: 60, to: 61 })).toBeGreaterThan(3 * result.of('cache', 'misses', { from: 59, to: 60 }));
    expect(result.of('cache', 'arrived', { instance: 2, from: 61, to: 80 })).toBe(0);
  });

  it('takes a smaller capacity and another policy at once', () => {
    const result = play(
      aside(
        1000,
        { capacityKeys: 5000, ttlSeconds: 0 },
        {
          seconds: 40,
          acts: [{ at: 30, act: 'param', node: 'cache', field: 'capacityKeys', value: 100 }],
        },
      ),
    );
    const stored = result.series('cache', 'stored');
    expect(stored[29]).toBeGreaterThan(3000);
    expect(stored[30]).toBe(100);
  });

  it('is as fast as it is told to be, and renews what is read, from that moment on', () => {
    const act = { at: 30, act: 'param', node: 'cache' } as const;
    const slower = play(
      aside(200, { capacityKeys: 10_000, serviceMs: 1 }, { seconds: 60, acts: [{ ...act, field: 'serviceMs', value: 2 }] }),
    );
    const secondsEach = (from: number) => {
      const busy = slower.series('cache', 'utilization').slice(from, from + 29);
      return busy.reduce((sum, share) => sum + share, 0) / slower.of('cache', 'completed', { from, to: from + 29 });
    };
    expect(secondsEach(1)).toBeCloseTo(0.001, 4);
    expect(secondsEach(31)).toBeCloseTo(0.002, 4);
    const renewing = play(
      aside(
        0.5,
        { capacityKeys: 10, ttlSeconds: 2 },
        { workload: { keys: 1 }, seconds: 40_000, frameSeconds: 1000, acts: [{ ...act, at: 20_000, field: 'ttlRenews', value: true }] },
      ),
    );
    // 1/2 before, 1 - e^(-rate x T) after
    const before = { from: 0, to: 20_000 };
    const asked = renewing.of('cache', 'hits', before) + renewing.of('cache', 'misses', before);
    expect(Math.abs(renewing.of('cache', 'hits', before) / asked - 0.5)).toBeLessThan(0.02);
    expect(Math.abs(hitRatio(renewing, 20_000) - (1 - exp(-1)))).toBeLessThan(0.02);
  });

  it('forgets a row when it is written', () => {
    const plan = aside(
      500,
      { capacityKeys: 10_000, ttlSeconds: 0 },
      { workload: { staticShare: 0, writeShare: 10, keys: 50, keySkew: 0 } },
    );
    const result = play(plan);
    // every write costs the next reader of its row a miss, unless another write of it comes first
    const perWrite = result.of('cache', 'misses', { from: 5 }) / result.of('db', 'writes', { from: 5 });
    expect(perWrite).toBeCloseTo(0.9, 1);
    expect(result.of('cache', 'staleHits')).toBeLessThan(0.001 * result.of('cache', 'hits'));
  });

  it('an invalidation that comes late leaves stale rows meanwhile, and the answers to users say so', () => {
    const late = aside(
      500,
      { capacityKeys: 1000, ttlSeconds: 20 },
      {
        seconds: 60,
        workload: { staticShare: 0, writeShare: 5, keys: 50, keySkew: 0 },
      },
    );
    // half a second on the wire to the cache: hits come late, too, but what they bring was read there
    const result = play({
      ...late,
      links: [
        ['people', 'web'],
        ['web', 'cache', { delaySeconds: 0.5 }],
        ['web', 'db'],
      ],
    });
    expect(result.of('cache', 'staleHits')).toBeGreaterThan(50);
    expect(result.total('staleReads')).toBeGreaterThan(0);
    // those still on their way home are not counted by the users yet
    expect(result.of('cache', 'staleHits') - result.total('staleReads')).toBeGreaterThanOrEqual(0);
    expect(result.of('cache', 'staleHits') - result.total('staleReads')).toBeLessThan(100);
  });

  it('one line per instance: utilization is rate x time in every frame, and a full line sheds', () => {
    const result = play(aside(500, { capacityKeys: 10_000, serviceMs: 1.5, queueLimit: 1_000_000 }, { seconds: 60 }));
    const busy = result.series('cache', 'utilization');
    const ops = result.of('cache', 'completed') / 60;
    expect(busy.reduce((a, b) => a + b, 0) / 60).toBeCloseTo(ops * 0.0015, 2);
    expect(Math.max(...busy)).toBeLessThanOrEqual(1 + 1e-9);
    const flooded = play(aside(2000, { capacityKeys: 10_000, serviceMs: 2, queueLimit: 20 }, { seconds: 20 }));
    const flood = flooded.series('cache', 'utilization').slice(1);
    for (const share of flood) expect(share).toBeCloseTo(1, 1);
    expect(flooded.of('cache', 'failed')).toBeGreaterThan(1000);
    expect(flooded.of('cache', 'completed') / 20).toBeCloseTo(500, -1);
    expect(Math.max(...flooded.series('cache', 'queue'))).toBeLessThanOrEqual(20 + 1e-6);
    expect(flooded.of('web', 'failed')).toBe(0);
  });
});
