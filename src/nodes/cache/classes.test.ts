/** Times to live by class of request, and what searches have found. */

import { describe, expect, it } from 'vitest';
import { databaseBehavior } from '../database/behavior.ts';
import { searchIndexBehavior } from '../search-index/behavior.ts';
import { simulate, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { cacheBehavior } from './behavior.ts';

const kinds = {
  users: usersBehavior,
  'web-server': webServerBehavior,
  database: databaseBehavior,
  'search-index': searchIndexBehavior,
  cache: cacheBehavior,
};

/** Everybody wants the same row, or the same search, 50 times a second for 100 s. */
function play(workload: TestPlan['workload'], cache: Record<string, number | string | boolean>, more: Partial<TestPlan> = {}): TestResult {
  return simulate(
    {
      seconds: 100,
      nodes: {
        people: { kind: 'users', params: { ratePerSecond: 50 } },
        web: { kind: 'web-server', params: { instances: 1, vcpu: 16, cpuDynamicMs: 1, readsPerRequest: 1 } },
        cache: { kind: 'cache', params: { stampede: 'single-flight', ...cache } },
        db: { kind: 'database', params: { replicas: 0, vcpu: 16 } },
        index: { kind: 'search-index', params: { vcpu: 16, shards: 2 } },
      },
      links: [
        ['people', 'web', { timeoutSeconds: 5 }],
        ['web', 'cache'],
        ['web', 'db'],
        ['web', 'index', { timeoutSeconds: 5 }],
        ['cache', 'db'],
      ],
      workload: { keys: 1, ...workload },
      ...more,
    },
    kinds,
  );
}

const byClass = { ttlByClass: true, ttlSeconds: 300, ttlFeedSeconds: 10, ttlSearchSeconds: 20 } as const;
const answered = (result: TestResult, cls: string) => result.total(`completed.${cls}`);

describe('a time to live by class', () => {
  it('a feed lives as long as feeds do, a row as long as rows do', () => {
    const feeds = play({ feedShare: 100 }, byClass);
    // brought at once and then every 10 s: those who ask while it is being read miss, too
    expect(feeds.of('db', 'reads')).toBe(10);
    expect(play({}, byClass).of('db', 'reads')).toBe(1);
    expect(play({ feedShare: 100 }, { ...byClass, ttlByClass: false }).of('db', 'reads')).toBe(1);
  });
});

describe('what a search has found', () => {
  it('is asked of the index once in its time, and found in the cache meanwhile', () => {
    const kept = play({ searchShare: 100 }, byClass);
    expect(kept.of('index', 'queries')).toBe(5);
    expect(answered(kept, 'search')).toBeGreaterThan(4800);
    expect(kept.of('cache', 'hits')).toBeGreaterThan(4700);
    expect(kept.of('db', 'reads')).toBe(0);
    const not = play({ searchShare: 100 }, { ...byClass, ttlByClass: false });
    expect(not.of('index', 'queries')).toBeGreaterThan(4800);
    expect(not.of('cache', 'arrived')).toBe(0);
  });

  it('is not the row: reading the row does not bring it, writing the row does not remove it', () => {
    const result = play({ searchShare: 50, writeShare: 10 }, byClass);
    expect(result.of('index', 'queries')).toBe(5);
    // every write empties the row's place, and the next read brings it again
    expect(result.of('db', 'reads')).toBeGreaterThan(100);
  });

  it('is asked of the index whatever the cache does for its database', () => {
    for (const pattern of ['read-through', 'write-back']) {
      const result = play({ searchShare: 50 }, { ...byClass, pattern });
      expect(result.of('index', 'queries'), pattern).toBe(5);
      expect(result.of('db', 'reads'), pattern).toBe(1);
    }
  });

  it('past its time is still shown while one asks the index anew', () => {
    const result = play({ searchShare: 100 }, { ...byClass, stampede: 'stale-while-revalidate', staleSeconds: 60 });
    expect(result.of('index', 'queries')).toBe(result.of('cache', 'loads'));
    expect(result.of('index', 'queries')).toBeGreaterThanOrEqual(5);
    // only the very first ones found nothing
    expect(result.of('cache', 'misses')).toBeLessThan(10);
  });

  it('cannot be had when the index cannot, and is had when only the cache is gone', () => {
    const dead = play({ searchShare: 100 }, byClass, { acts: [{ at: 50, act: 'crash', node: 'index' }] });
    expect(answered(dead, 'search')).toBeGreaterThan(2700);
    expect(dead.total('failed.search.error')).toBeGreaterThan(1500);
    const without = play({ searchShare: 100 }, byClass, { acts: [{ at: 50, act: 'crash', node: 'cache' }] });
    expect(without.total('failed.search.error')).toBe(0);
    expect(without.of('index', 'queries')).toBeGreaterThan(2300);
  });
});
