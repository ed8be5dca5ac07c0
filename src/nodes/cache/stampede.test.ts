/** Many ask for one key that is not there: who reads it, and how many at once. */

import { describe, expect, it } from 'vitest';
import { FORM } from '../../engine/durations.ts';
import { createRun } from '../../engine/run.ts';
import { databaseBehavior } from '../database/behavior.ts';
import { inOrder, planOf, simulate, type TestNode, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { cacheBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, cache: cacheBehavior, database: databaseBehavior };

/** One key at 200 a second that takes 300 ms to read, on two web servers, for 33 s: it ends three times. */
function hot(cache: TestNode['params'], more: Partial<TestPlan> = {}, behind = false): TestPlan {
  return {
    seconds: 33,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: 200 } },
      web: { kind: 'web-server', params: { instances: 2, vcpu: 96, cpuDynamicMs: 0.1, threads: 10_000 } },
      cache: { kind: 'cache', params: { ttlSeconds: 10, serviceMs: 0.01, ...cache } },
      db: { kind: 'database', params: { replicas: 0, vcpu: 96, cpuReadMs: 0.1, service: 'fixed' } },
    },
    links: [
      ['people', 'web'],
      ['web', 'cache'],
      [behind ? 'cache' : 'web', 'db', { delaySeconds: 0.15 }],
    ],
    workload: { keys: 1 },
    ...more,
  };
}

const loads = (cache: TestNode['params'], more: Partial<TestPlan> = {}, behind = false): number =>
  simulate(hot(cache, more, behind), kinds).of('db', 'reads', { from: 1 });

describe.each([
  ['cache-aside', {}, false],
  ['read-through', { pattern: 'read-through' }, true],
] as const)('%s', (_, pattern, behind) => {
  it('without protection everybody reads who comes while it is being read: rate x time, at each end', () => {
    // 60 come within 300 ms
    expect(Math.abs(loads(pattern, {}, behind) / 3 - 60)).toBeLessThan(15);
  });

  it('single flight: one reads, of each web server or, read-through, of the cache', () => {
    expect(loads({ ...pattern, stampede: 'single-flight' }, {}, behind)).toBe(behind ? 3 : 6);
  });

  it('lease: one of all reads', () => {
    expect(loads({ ...pattern, stampede: 'lease' }, {}, behind)).toBe(3);
  });

  it('early refresh: a few read before it ends, and nobody after', () => {
    const count = loads({ ...pattern, stampede: 'early-refresh' }, {}, behind);
    expect(count).toBeGreaterThanOrEqual(3);
    expect(count).toBeLessThan(45);
  });

  it('stale while revalidate: one reads, and nobody waits', () => {
    const result = simulate(hot({ ...pattern, stampede: 'stale-while-revalidate' }, {}, behind), kinds);
    expect(result.of('db', 'reads', { from: 1 })).toBe(3);
    expect(result.of('cache', 'misses', { from: 1 })).toBe(0);
  });
});

describe('leases', () => {
  it('close the race of a late set: what was read before a write is not kept', () => {
    const racing = (stampede: string) =>
      simulate(
        {
          ...hot({ stampede, ttlSeconds: 0 }, { seconds: 200, workload: { keys: 1, writeShare: 2 } }),
          links: [
            ['people', 'web'],
            ['web', 'cache'],
            // what was read first may come home last
            ['web', 'db', { delaySeconds: 0.02, delayForm: FORM.exponential }],
          ],
        },
        kinds,
      );
    const open = racing('none');
    const closed = racing('lease');
    expect(closed.of('cache', 'refusedSets')).toBeGreaterThan(20);
    // most are hits between a commit and the word of it, which nobody can help; open, an old row also stays until the next write
    const perWrite = (result: typeof open) => result.of('cache', 'staleHits') / result.of('db', 'writes');
    expect(perWrite(closed)).toBeLessThan(0.95 * perWrite(open));
  });

  it('end by themselves when who has one dies, and nobody waits for ever', () => {
    const result = simulate(
      hot(
        { stampede: 'lease', leaseSeconds: 2 },
        {
          acts: [
            { at: 10.4, act: 'hang', node: 'web', instance: 0 },
            { at: 25, act: 'recover', node: 'web', instance: 0 },
          ],
        },
      ),
      kinds,
    );
    expect(result.of('people', 'served', { from: 28 })).toBeGreaterThan(900);
  });
});

describe('a plan with all of it', () => {
  const plan = (stampede: string, pattern: string) =>
    planOf({
      ...hot(
        { stampede, pattern, instances: 3, placement: 'ring', leaveOutSeconds: 1, ttlJitter: 20, ttlSeconds: 2, flushSeconds: 0.5 },
        {
          seconds: 20,
          workload: { keys: 100, writeShare: 10 },
          acts: [
            { at: 5.05, act: 'crash', node: 'cache', instance: 1 },
            { at: 6.05, act: 'hang', node: 'cache', instance: 0 },
            { at: 7.05, act: 'crash', node: 'web', instance: 1 },
            { at: 8.55, act: 'recover', node: 'cache', instance: 1 },
            { at: 9.05, act: 'recover', node: 'web', instance: 1 },
            { at: 9.55, act: 'recover', node: 'cache', instance: 0 },
            { at: 12, act: 'crash', node: 'db' },
            { at: 13, act: 'recover', node: 'db' },
          ],
        },
      ),
      links: [
        ['people', 'web', { timeoutSeconds: 1, retries: 1 }],
        ['web', 'cache', { timeoutSeconds: 0.5 }],
        ['web', 'db', { delaySeconds: 0.1 }],
        ['cache', 'db', { delaySeconds: 0.1, timeoutSeconds: 1, retries: 1 }],
      ],
    });

  it.each([
    ['single-flight', 'aside'],
    ['lease', 'aside'],
    ['stale-while-revalidate', 'aside'],
    ['single-flight', 'read-through'],
    ['lease', 'write-through'],
    ['early-refresh', 'write-back'],
    ['stale-while-revalidate', 'write-back'],
  ])('%s, %s: plays on from a photograph as if it had never stopped', (stampede, pattern) => {
    const whole = createRun(plan(stampede, pattern), inOrder(kinds));
    whole.advance(20, Number.MAX_SAFE_INTEGER);
    const expected = whole.takeFrames().map(({ values }) => values);
    const run = createRun(plan(stampede, pattern), inOrder(kinds));
    for (const stop of [3.3, 5.2, 6.5, 9.01, 12.2]) {
      run.advance(stop, Number.MAX_SAFE_INTEGER);
      run.takeFrames();
      const photo = run.snapshot();
      run.advance(20, Number.MAX_SAFE_INTEGER);
      run.restore(photo);
      run.advance(20, Number.MAX_SAFE_INTEGER);
      expect(run.takeFrames().map(({ values }) => values)).toEqual(expected.slice(Math.floor(stop)));
      run.restore(photo);
    }
  });
});
