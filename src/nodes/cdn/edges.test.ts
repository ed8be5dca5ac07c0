/** What an edge does beside keeping files: pages for a moment, old copies in need, sizes, variants, and standing in several places. */

import { describe, expect, it } from 'vitest';
import { createRun } from '../../engine/run.ts';
import { answeringServer, inOrder, planOf, simulate, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { cdnBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, cdn: cdnBehavior, 'web-server': answeringServer };

interface Setting extends Partial<TestPlan> {
  rate?: number;
  cdn?: Record<string, number | boolean | string>;
}

const edge = ({ rate = 500, cdn, ...plan }: Setting = {}): TestPlan => ({
  seconds: 30,
  nodes: {
    users: { kind: 'users', params: { ratePerSecond: rate, patienceSeconds: 60 } },
    cdn: { kind: 'cdn', params: { uncacheableShare: 0, ...cdn } },
    origin: { kind: 'web-server', params: { cpuDynamicMs: 20 } },
  },
  links: [
    ['users', 'cdn'],
    ['cdn', 'origin', { delaySeconds: 0.01 }],
  ],
  ...plan,
  workload: { staticShare: 0, ...plan.workload },
});

describe('pages kept for a moment', () => {
  it('leave the origin at most once per second and page, and are never older than that', () => {
    const result = simulate(edge({ cdn: { pageTtlSeconds: 1 }, workload: { keys: 1 } }), kinds);
    expect(result.of('origin', 'arrived')).toBeLessThanOrEqual(30);
    expect(result.of('origin', 'arrived')).toBeGreaterThan(25);
    expect(Math.max(...result.series('cdn', 'copyAge'))).toBeLessThanOrEqual(1);
    expect(Math.max(...result.series('cdn', 'copyAge'))).toBeGreaterThan(0.9);
    expect(result.total('completed.read')).toBeGreaterThan(14_000);
  });

  it('are never what changes something', () => {
    const result = simulate(edge({ cdn: { pageTtlSeconds: 1 }, workload: { keys: 1, writeShare: 100 } }), kinds);
    expect(result.of('cdn', 'pageHits')).toBe(0);
    expect(result.total('offered.write') - result.of('origin', 'arrived')).toBeLessThan(30);
  });

  it('are none by default', () => {
    const result = simulate(edge({ workload: { keys: 1 } }), kinds);
    // but for those still on their way
    expect(result.total('offered.read') - result.of('origin', 'arrived')).toBeLessThan(30);
  });
});

describe('old copies', () => {
  const outage = (staleIfErrorSeconds: number) =>
    simulate(
      edge({
        cdn: { ttlSeconds: 5, staleIfErrorSeconds },
        workload: { staticShare: 100, staticFiles: 10 },
        acts: [{ at: 10, act: 'crash', node: 'origin' }],
      }),
      kinds,
    );

  it('are served when the origin fails, as long as they may', () => {
    const result = outage(1000);
    expect(result.total('failed.static.refused') + result.total('failed.static.error')).toBe(0);
    expect(result.of('cdn', 'staleServed', { from: 16 })).toBeGreaterThan(6000);
    expect(Math.max(...result.series('cdn', 'copyAge'))).toBeGreaterThan(20);
  });

  it('else everybody fails once their time is over', () => {
    const result = outage(0);
    expect(result.of('cdn', 'staleServed')).toBe(0);
    expect(Math.abs(result.of('cdn', 'failed', { from: 16 }) - result.of('cdn', 'arrived', { from: 16 }))).toBeLessThan(30);
  });

  it('are not counted as hits: each is a try at the origin', () => {
    const result = outage(1000);
    expect(result.of('cdn', 'hits', { from: 16 })).toBe(0);
  });
});

describe('bytes', () => {
  const files = { staticShare: 100, staticFiles: 2000, staticSkew: 0.8 };

  it('of a run: requests times size, to users and from the origin', () => {
    const result = simulate(edge({ rate: 1000, cdn: { fileSpread: 0, ttlSeconds: 0, coalesce: false }, workload: files }), kinds);
    // 30 KB a request
    expect(result.series('cdn', 'egressGB').at(-1)).toBeCloseTo((result.of('cdn', 'completed') * 30) / 1e6, 3);
    const mean = (metric: string) =>
      result
        .series('cdn', metric)
        .slice(1)
        .reduce((a, b) => a + b, 0) / 29;
    expect(mean('originMbps')).toBeCloseTo(240, -1);
    expect(mean('egressMbps')).toBeCloseTo(mean('originMbps'), -1);
  });

  it('fill an edge by size: as many gigabytes as it has, and the share of bytes from copies', () => {
    // 2000 files of 30 KB are 60 MB
    const result = simulate(edge({ rate: 2000, cdn: { sizedBy: 'bytes', capacityGB: 0.03, fileSpread: 2 }, workload: files }), kinds);
    const stored = result.series('cdn', 'stored').at(-1) ?? 0;
    expect(stored).toBeGreaterThan(500);
    expect(stored).toBeLessThan(1900);
    const hits = result.of('cdn', 'hits', { from: 20 });
    const requestRatio = hits / (hits + result.of('cdn', 'misses', { from: 20 }));
    const byteRatio =
      result
        .series('cdn', 'byteHitRatio')
        .slice(20)
        .reduce((a, b) => a + b, 0) /
      10 /
      100;
    expect(Math.abs(requestRatio - byteRatio)).toBeLessThan(0.2);
    expect(byteRatio).toBeGreaterThan(0.4);
    // with room for all, everything comes to be held
    const roomy = simulate(edge({ rate: 2000, cdn: { sizedBy: 'bytes', capacityGB: 100, fileSpread: 2 }, workload: files }), kinds);
    expect(roomy.series('cdn', 'stored').at(-1)).toBeGreaterThan(1950);
  });
});

it('a purge empties it while it goes on', () => {
  const files = { staticShare: 100, staticFiles: 100, staticSkew: 0 };
  const purge = { at: 15, act: 'strike', node: 'cdn', fault: 'purge' } as const;
  const result = simulate(edge({ rate: 1000, workload: files, acts: [purge] }), kinds);
  expect(result.of('cdn', 'originFetches', { to: 15 })).toBe(100);
  expect(result.of('cdn', 'originFetches', { from: 15 })).toBe(100);
  expect(result.of('cdn', 'failed')).toBe(0);
});

it('variants of a URL are copies of their own: with eight, each file is fetched eight times', () => {
  const plan = (variants: number) =>
    edge({ rate: 2000, cdn: { variants, capacityFiles: 10_000 }, workload: { staticShare: 100, staticFiles: 50, staticSkew: 0 } });
  expect(simulate(plan(1), kinds).of('cdn', 'originFetches')).toBe(50);
  expect(simulate(plan(8), kinds).of('cdn', 'originFetches')).toBe(400);
});

describe('in several places', () => {
  const spread = () => {
    const plan = planOf({
      ...edge({ workload: { staticShare: 100, staticFiles: 100, staticSkew: 0 } }),
      nodes: {
        east: { kind: 'users', params: { ratePerSecond: 300 } },
        west: { kind: 'users', params: { ratePerSecond: 100 } },
        cdn: { kind: 'cdn', params: { uncacheableShare: 0 }, slots: 2 },
        origin: { kind: 'web-server', params: { cpuDynamicMs: 20 } },
      },
      links: [
        ['east', 'cdn'],
        ['west', 'cdn'],
        ['cdn', 'origin', { delaySeconds: 0.01 }],
      ],
      acts: [{ at: 20, act: 'crash', node: 'cdn', instance: 1 }],
    });
    const [east, west, cdn, origin] = plan.nodes;
    const [toEast, toWest, fetch] = plan.links;
    return {
      ...plan,
      nodes: [{ ...east, region: 0 }, { ...west, region: 1 }, { ...cdn, instances: 2, slots: 2, places: [0, 1] }, origin],
      links: [toEast, toWest, { ...fetch, place: 0 }, { ...fetch, id: 'far', place: 1, delaySeconds: 0.1, via: [2] }],
    };
  };

  it('users meet the edge of their own place, each edge fetches for itself over its own way, and one can die alone', () => {
    const run = createRun(spread(), inOrder(kinds));
    run.advance(30, Number.MAX_SAFE_INTEGER);
    const { columns } = run.layout;
    const frames = run.takeFrames();
    const sum = (instance: number, metric: string, from = 0) => {
      const at = columns.findIndex((c) => c.node === 2 && c.instance === instance && c.metric === metric);
      return frames.slice(from).reduce((total, { values }) => total + values[at], 0);
    };
    expect(Math.abs(sum(0, 'arrived') - 9000)).toBeLessThan(400);
    expect(Math.abs(sum(1, 'arrived') - 3000)).toBeLessThan(250);
    expect(sum(0, 'originFetches')).toBe(100);
    expect(sum(1, 'originFetches')).toBe(100);
    expect(sum(0, 'failed')).toBe(0);
    expect(Math.abs(sum(1, 'failed', 20) - sum(1, 'arrived', 20))).toBeLessThan(20);
  });

  it('plays on from a photograph as if it had never stopped', () => {
    const whole = createRun(spread(), inOrder(kinds));
    whole.advance(30, Number.MAX_SAFE_INTEGER);
    const expected = whole.takeFrames().map(({ values }) => values);
    const run = createRun(spread(), inOrder(kinds));
    for (const stop of [0.35, 20.01]) {
      run.advance(stop, Number.MAX_SAFE_INTEGER);
      run.takeFrames();
      const photo = run.snapshot();
      run.advance(30, Number.MAX_SAFE_INTEGER);
      run.restore(photo);
      run.advance(30, Number.MAX_SAFE_INTEGER);
      expect(run.takeFrames().map(({ values }) => values)).toEqual(expected.slice(Math.floor(stop)));
      run.restore(photo);
    }
  });
});
