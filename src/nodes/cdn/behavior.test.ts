import { describe, expect, it } from 'vitest';
import { answeringServer, simulate, type TestAct, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { cdnBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, cdn: cdnBehavior, 'web-server': answeringServer };

interface Setting extends Partial<TestPlan> {
  rate?: number;
  cdn?: Record<string, number | boolean>;
  users?: Record<string, number>;
  cpuDynamicMs?: number;
  origin?: { delaySeconds?: number; timeoutSeconds?: number };
}

const edge = ({ rate = 1000, cdn, users, cpuDynamicMs = 5, origin, ...plan }: Setting = {}): TestPlan => ({
  seconds: 100,
  nodes: {
    users: { kind: 'users', params: { ratePerSecond: rate, patienceSeconds: 60, ...users } },
    cdn: { kind: 'cdn', params: { uncacheableShare: 0, ...cdn } },
    origin: { kind: 'web-server', params: { cpuDynamicMs } },
  },
  links: [
    ['users', 'cdn', { delaySeconds: 0.005 }],
    ['cdn', 'origin', { delaySeconds: 0.05, ...origin }],
  ],
  ...plan,
  workload: { staticShare: 100, ...plan.workload },
});

const hitRatio = (result: TestResult, from = 0): number => {
  const hits = result.of('cdn', 'hits', { from });
  return hits / (hits + result.of('cdn', 'misses', { from }));
};

/** Probabilities of a Zipf law. */
function popularity(keys: number, skew: number): number[] {
  const weights = Array.from({ length: keys }, (_, rank) => (rank + 1) ** -skew);
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

/** Che's approximation of the hit ratio of an LRU cache (Che, Tung and Wang 2002), its characteristic time found by bisection. */
function che(probabilities: readonly number[], capacity: number): number {
  let low = 0;
  let high = 1e9;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    const held = probabilities.reduce((sum, p) => sum + 1 - Math.exp(-p * middle), 0);
    if (held < capacity) low = middle;
    else high = middle;
  }
  return probabilities.reduce((sum, p) => sum + p * (1 - Math.exp(-p * low)), 0);
}

describe('cdn: what it holds', () => {
  it.each([
    [100, 0.8],
    [500, 0.8],
    [200, 1.1],
  ])('an LRU of %i of 2000 files, Zipf %f, hits as often as Che says', (capacityFiles, staticSkew) => {
    const result = simulate(
      edge({
        rate: 2000,
        seconds: 150,
        cdn: { capacityFiles },
        workload: { staticFiles: 2000, staticSkew },
        origin: { delaySeconds: 0.0001 },
      }),
      kinds,
    );
    expect(Math.abs(hitRatio(result, 30) - che(popularity(2000, staticSkew), capacityFiles))).toBeLessThan(0.01);
    expect(result.series('cdn', 'stored').at(-1)).toBe(capacityFiles);
  });

  it('with room for all, a time to live of T hits as often as rate x T of 1 + rate x T', () => {
    const result = simulate(
      edge({
        rate: 2000,
        seconds: 200,
        cdn: { ttlSeconds: 5 },
        workload: { staticFiles: 500, staticSkew: 0.8 },
        cpuDynamicMs: 0.01,
        origin: { delaySeconds: 0.0001 },
      }),
      kinds,
    );
    const expected = popularity(500, 0.8).reduce((sum, p) => sum + (p * p * 2000 * 5) / (1 + p * 2000 * 5), 0);
    expect(Math.abs(hitRatio(result, 20) - expected)).toBeLessThan(0.005);
  });

  it('never keeps the share that must not be kept, and fetches it every time', () => {
    const result = simulate(
      edge({ cdn: { uncacheableShare: 30, ttlSeconds: 86_400 }, workload: { staticFiles: 1000, staticSkew: 0 } }),
      kinds,
    );
    expect(Math.abs(result.series('cdn', 'stored').at(-1) ?? 0) / 1000).toBeGreaterThan(0.65);
    expect(Math.abs(result.series('cdn', 'stored').at(-1) ?? 0) / 1000).toBeLessThan(0.75);
    const kept = (result.series('cdn', 'stored').at(-1) ?? 0) / 1000;
    expect(Math.abs(hitRatio(result, 30) - kept)).toBeLessThan(0.01);
  });

  it('keeps nothing with a time to live or a capacity of 0', () => {
    for (const cdn of [{ ttlSeconds: 0 }, { capacityFiles: 0 }]) {
      const result = simulate(edge({ cdn: { ...cdn, coalesce: false }, seconds: 20 }), kinds);
      expect(result.of('cdn', 'hits')).toBe(0);
      expect(result.of('cdn', 'originFetches')).toBe(result.of('cdn', 'arrived'));
    }
  });

  it('loses its copies when it crashes, and evicts when it is made smaller', () => {
    const acts: TestAct[] = [
      { at: 50, act: 'crash', node: 'cdn' },
      { at: 50, act: 'recover', node: 'cdn' },
      { at: 80, act: 'param', node: 'cdn', field: 'capacityFiles', value: 10 },
    ];
    const { series, of } = simulate(edge({ acts, workload: { staticFiles: 100, staticSkew: 0 } }), kinds);
    expect(of('cdn', 'originFetches', { from: 20, to: 50 })).toBe(0);
    expect(of('cdn', 'originFetches', { from: 50, to: 52 })).toBe(100);
    expect(series('cdn', 'stored')[75]).toBe(100);
    expect(series('cdn', 'stored')[85]).toBe(10);
  });
});

describe('cdn: a shield behind it', () => {
  const shielded = (files: number, edgeFiles: number, shieldFiles: number, more: Partial<TestPlan> = {}): TestResult => {
    const plan = edge({ rate: 200, seconds: 600, frameSeconds: 10, cpuDynamicMs: 1, origin: { delaySeconds: 0.0001 } });
    return simulate(
      {
        ...plan,
        nodes: {
          ...plan.nodes,
          cdn: { kind: 'cdn', params: { uncacheableShare: 0, capacityFiles: edgeFiles, policy: 'fifo', serviceMs: 0 } },
          shield: { kind: 'cdn', params: { uncacheableShare: 0, capacityFiles: shieldFiles, serviceMs: 0 } },
        },
        links: [
          ['users', 'cdn'],
          ['cdn', 'shield', { delaySeconds: 0.0001 }],
          ['shield', 'origin', { delaySeconds: 0.0001 }],
        ],
        workload: { staticShare: 100, staticFiles: files, staticSkew: 0 },
        ...more,
      },
      kinds,
    );
  };

  it('answers what the edge misses, and the origin sees only what both miss', () => {
    // equally popular files; the edge holds the 80 it missed last, the shield the 90 the edge missed last
    const result = shielded(100, 80, 90);
    const ratio = (node: string) => {
      const hits = result.of(node, 'hits', { from: 60 });
      return hits / (hits + result.of(node, 'misses', { from: 60 }));
    };
    expect(Math.abs(ratio('cdn') - 0.8)).toBeLessThan(0.006);
    expect(Math.abs(ratio('shield') - 0.5)).toBeLessThan(0.016);
    expect(result.of('origin', 'arrived', { from: 60 })).toBe(result.of('shield', 'misses', { from: 60 }));
    expect(Math.abs(result.of('shield', 'arrived') - result.of('cdn', 'originFetches'))).toBeLessThan(3);
  });

  it('one shield for several edges: each file leaves the origin once', () => {
    const base = edge({ rate: 500, seconds: 60 });
    const cdn = { kind: 'cdn', params: { uncacheableShare: 0 } } as const;
    const two = (shield: boolean): TestResult =>
      simulate(
        {
          ...base,
          nodes: {
            ...base.nodes,
            other: { kind: 'users', params: { ratePerSecond: 500 } },
            cdn,
            edge: cdn,
            ...(shield ? { shield: cdn } : {}),
          },
          links: [
            ['users', 'cdn'],
            ['other', 'edge'],
            ['cdn', shield ? 'shield' : 'origin', { delaySeconds: 0.01 }],
            ['edge', shield ? 'shield' : 'origin', { delaySeconds: 0.01 }],
            ...(shield ? [['shield', 'origin'] as const] : []),
          ].map(([from, to, fields]) => [from, to, fields] as TestPlan['links'][number]),
          workload: { staticShare: 100, staticFiles: 300, staticSkew: 0 },
        },
        kinds,
      );
    expect(two(false).of('origin', 'arrived')).toBe(600);
    expect(two(true).of('origin', 'arrived')).toBe(300);
  });

  it('files go by the shield, reads and writes past it where they can', () => {
    const links: TestPlan['links'] = [
      ['users', 'cdn'],
      ['cdn', 'shield'],
      ['shield', 'origin'],
      ['cdn', 'origin'],
    ];
    const workload = { staticShare: 50, staticFiles: 10, staticSkew: 0 };
    const past = shielded(10, 10, 10, { links, workload, seconds: 60 });
    expect(past.of('shield', 'arrived')).toBe(10);
    expect(past.total('failed.read.error')).toBe(0);
    expect(past.total('completed.read')).toBeGreaterThan(5000);
    const through = shielded(10, 10, 10, { links: links.slice(0, 3), workload, seconds: 60 });
    expect(through.of('shield', 'arrived')).toBeGreaterThan(5000);
    expect(through.total('completed.read')).toBe(past.total('completed.read'));
  });
});

describe('cdn: fetching', () => {
  // one file, 1000 requests/s, a fetch takes 300 ms, a copy lives 30 s
  const stampede = { rate: 1000, seconds: 100, workload: { staticFiles: 1 }, cpuDynamicMs: 300, origin: { delaySeconds: 0 } };

  it('one at a time while others wait for it', () => {
    const result = simulate(edge({ ...stampede, cdn: { ttlSeconds: 30 } }), kinds);
    expect(result.of('cdn', 'originFetches')).toBe(4);
    expect(Math.max(...result.series('origin', 'arrived'))).toBe(1);
    // all who waited are answered: 4 x 300 missed, and nobody is left behind
    expect(Math.abs(result.of('cdn', 'misses') - 1200)).toBeLessThan(140);
    expect(result.total('offered.static') - result.total('completed.static')).toBeLessThan(30);
  });

  it('each for himself without coalescing: rate x time of a fetch at every expiry', () => {
    const result = simulate(edge({ ...stampede, cdn: { ttlSeconds: 30, coalesce: false } }), kinds);
    expect(Math.abs(result.of('cdn', 'originFetches') - 1200)).toBeLessThan(140);
    expect(result.of('cdn', 'originFetches')).toBe(result.of('cdn', 'misses'));
  });

  it('tells all who waited when it fails, and keeps nothing', () => {
    const acts: TestAct[] = [{ at: 0, act: 'crash', node: 'origin' }];
    const refused = simulate(edge({ acts, seconds: 20 }), kinds);
    expect(refused.total('completed.static')).toBe(0);
    expect(refused.total('offered.static') - refused.total('failed.static.refused')).toBeLessThan(200);
    expect(refused.series('cdn', 'stored').at(-1)).toBe(0);
    const silent = simulate(edge({ seconds: 20, cpuDynamicMs: 1000, origin: { timeoutSeconds: 0.2 } }), kinds);
    expect(silent.total('failed.static.timeout')).toBeGreaterThan(19_000);
  });

  it('goes on for the others when the first has lost patience', () => {
    const result = simulate(
      edge({ ...stampede, cpuDynamicMs: 1000, users: { patienceSeconds: 0.5 }, cdn: { ttlSeconds: 50 }, seconds: 40 }),
      kinds,
    );
    // those of the first half second give up, the rest of the first second is served when the fetch ends
    expect(Math.abs(result.total('failed.static.timeout') - 500)).toBeLessThan(100);
    expect(result.of('cdn', 'originFetches')).toBe(1);
  });

  it('survives a crash in the middle of a fetch', () => {
    const acts: TestAct[] = [
      { at: 0.2, act: 'crash', node: 'cdn' },
      { at: 1, act: 'recover', node: 'cdn' },
    ];
    const result = simulate(edge({ ...stampede, acts, seconds: 20 }), kinds);
    expect(result.total('failed.static.refused')).toBeGreaterThan(900);
    expect(result.of('cdn', 'originFetches')).toBe(2);
    expect(result.of('users', 'served', { from: 2 })).toBeGreaterThan(17_000);
  });

  it('passes reads and writes on as they are', () => {
    const result = simulate(edge({ workload: { staticShare: 0, writeShare: 50 }, seconds: 20 }), kinds);
    expect(result.of('cdn', 'hits') + result.of('cdn', 'misses') + result.of('cdn', 'originFetches')).toBe(0);
    expect(Math.abs(result.of('origin', 'arrived') - result.of('cdn', 'arrived'))).toBeLessThan(100);
    expect(result.total('completed.write')).toBeGreaterThan(9000);
  });

  it('without an origin it can answer nothing that it does not hold', () => {
    const plan = edge({ seconds: 10 });
    const result = simulate({ ...plan, links: [plan.links[0]] }, kinds);
    expect(result.total('offered.static') - result.total('failed.static.error')).toBeLessThan(40);
    expect(result.total('completed.static')).toBe(0);
  });

  it('times: a hit costs the way to the edge, a miss the way to the origin as well', () => {
    const quantiles = (cdn: Record<string, number | boolean>) => {
      const result = simulate(edge({ cdn: { serviceMs: 1, ...cdn }, workload: { staticFiles: 10 } }), kinds);
      return result.series('users', 'p50').at(-1) ?? 0;
    };
    expect(Math.abs(quantiles({}) / 0.011 - 1)).toBeLessThan(0.01);
    expect(Math.abs(quantiles({ ttlSeconds: 0, coalesce: false }) / (0.011 + 0.105) - 1)).toBeLessThan(0.01);
  });
});
