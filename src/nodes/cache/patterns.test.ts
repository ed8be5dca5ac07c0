/** Who reads and writes the store: the callers, or the cache for them; and where rows live when servers come and go. */

import { describe, expect, it } from 'vitest';
import { databaseBehavior } from '../database/behavior.ts';
import { simulate, type TestNode, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { cacheBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, cache: cacheBehavior, database: databaseBehavior };

/** The web server knows only the cache, and the cache the database. */
function behind(cache: TestNode['params'], more: Partial<TestPlan> = {}): TestPlan {
  return {
    seconds: 60,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: 500, patienceSeconds: 30 } },
      web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1, threads: 10_000, readsPerRequest: 1 } },
      cache: { kind: 'cache', params: { ttlSeconds: 0, ...cache } },
      db: { kind: 'database', params: { replicas: 0, vcpu: 96, cpuReadMs: 0.1, cpuWriteMs: 0.1 } },
    },
    links: [
      ['people', 'web'],
      ['web', 'cache'],
      ['cache', 'db'],
    ],
    workload: { keys: 100, keySkew: 0, writeShare: 20 },
    ...more,
  };
}

const play = (plan: TestPlan) => simulate(plan, kinds);

describe('read-through', () => {
  it('reads what it does not have once, and everybody is served', () => {
    const result = play(behind({ pattern: 'read-through', stampede: 'single-flight' }, { workload: { keys: 100, keySkew: 0 } }));
    expect(result.of('db', 'reads')).toBe(100);
    expect(result.of('cache', 'loads')).toBe(100);
    expect(result.total('completed.read')).toBeGreaterThan(29_000);
  });

  it('fails when its database does, where nobody else can be asked', () => {
    const acts = [{ at: 0, act: 'crash', node: 'db' } as const];
    const result = play(behind({ pattern: 'read-through' }, { seconds: 5, acts, workload: { keys: 100 } }));
    expect(result.total('completed.read')).toBe(0);
    expect(result.total('failed.read.error')).toBeGreaterThan(2000);
  });
});

describe('write-through', () => {
  it('writes to the database before it answers, and what is read is what was written', () => {
    const plan = behind({ pattern: 'write-through', stampede: 'lease' });
    const result = play({
      ...plan,
      links: [
        ['people', 'web'],
        ['web', 'cache'],
        ['cache', 'db', { delaySeconds: 0.01 }],
      ],
    });
    expect(result.of('db', 'writes')).toBe(result.total('offered.write') - pendingWrites(result));
    // reads of a row are at most as long behind as its write is on the way home
    expect(result.of('cache', 'staleHits')).toBeLessThan(0.02 * result.of('cache', 'hits'));
    // rows are read once, then written in place
    expect(result.of('db', 'reads')).toBeLessThanOrEqual(100);
  });
});

/** Writes that the end of the run caught on their way. */
const pendingWrites = (result: ReturnType<typeof play>): number => result.total('offered.write') - result.of('db', 'writes');

describe('write-back', () => {
  it('acknowledges at once and writes each row once in a while, however often it was written', () => {
    const result = play(behind({ pattern: 'write-back', flushSeconds: 2 }));
    const writes = result.total('completed.write');
    // 100 rows, each dirty again 1 s after it was clean (one write a second), then out after 2 s: one flush in 3 s
    expect(Math.abs(result.of('db', 'writes', { from: 10 }) / (50 * (100 / 3)) - 1)).toBeLessThan(0.05);
    expect(writes).toBeGreaterThan(5800);
    expect(result.of('cache', 'lostWrites')).toBe(0);
    expect(result.of('cache', 'staleHits')).toBe(0);
  });

  it('keeps a row that was written again while it was on its way', () => {
    const plan = behind({ pattern: 'write-back', flushSeconds: 1 });
    const slow = { ...plan, links: [...plan.links.slice(0, 2), ['cache', 'db', { delaySeconds: 0.5 }]] } as TestPlan;
    const dirty = play(slow).series('cache', 'dirty').slice(10);
    // of a row: 1 s until it goes, 1 s there and back; in that second it is written again with 1 - 1/e, else it is clean for 1 s on average
    const expected = (100 * 2) / (2 + Math.exp(-1));
    expect(Math.abs(dirty.reduce((a, b) => a + b, 0) / dirty.length / expected - 1)).toBeLessThan(0.03);
  });

  it('loses exactly the acknowledged writes that were not written back', () => {
    const crash = { at: 30, act: 'crash', node: 'cache' } as const;
    // nothing is ever flushed before the crash
    const result = play(behind({ pattern: 'write-back', flushSeconds: 1000 }, { acts: [crash], seconds: 31 }));
    expect(result.of('cache', 'lostWrites')).toBe(result.total('completed.write'));
    expect(result.of('db', 'writes')).toBe(0);
    // with a short wait, about one second of them; the rest is in the database
    const brief = play(behind({ pattern: 'write-back', flushSeconds: 1 }, { acts: [crash], seconds: 31 }));
    expect(brief.of('cache', 'lostWrites')).toBeGreaterThan(50);
    expect(brief.of('cache', 'lostWrites')).toBeLessThan(130);
  });

  it('loses what is under way and does not arrive', () => {
    const acts = [
      { at: 0, act: 'strike-link', link: 'cache>db', fault: 'partition' },
      { at: 30, act: 'crash', node: 'cache' },
    ] as const;
    const result = play(behind({ pattern: 'write-back', flushSeconds: 1 }, { acts, seconds: 31 }));
    expect(result.of('db', 'writes')).toBe(0);
    expect(result.total('completed.write')).toBeGreaterThan(2500);
    expect(result.of('cache', 'lostWrites')).toBe(result.total('completed.write'));
  });

  it('loses them when it is flushed, too', () => {
    const flush = { at: 30, act: 'strike', node: 'cache', fault: 'flush' } as const;
    const result = play(behind({ pattern: 'write-back', flushSeconds: 1000 }, { acts: [flush], seconds: 31 }));
    // those of the second after it are safe
    expect(result.of('cache', 'lostWrites')).toBeGreaterThan(2800);
    expect(result.of('cache', 'lostWrites')).toBeLessThan(result.total('completed.write'));
    expect(result.of('cache', 'failed')).toBe(0);
  });

  it('keeps what its database does not take, and brings it later', () => {
    const acts = [
      { at: 10, act: 'crash', node: 'db' },
      { at: 40, act: 'recover', node: 'db' },
    ] as const;
    const result = play(behind({ pattern: 'write-back', flushSeconds: 1 }, { acts }));
    expect(result.total('completed.write')).toBeGreaterThan(5800);
    expect(result.series('cache', 'dirty')[38]).toBeGreaterThan(95);
    expect(result.of('db', 'writes', { from: 41 })).toBeGreaterThan(300);
  });
});

describe('servers of a cache', () => {
  const tier = (cache: TestNode['params'], more: Partial<TestPlan> = {}): TestPlan => {
    const plan = behind({ instances: 4, capacityKeys: 10_000, ...cache }, { seconds: 40, workload: { keys: 4000, keySkew: 0 }, ...more });
    return {
      ...plan,
      nodes: { ...plan.nodes, people: { kind: 'users', params: { ratePerSecond: 2000 } } },
      links: [
        ['people', 'web'],
        ['web', 'cache'],
        ['web', 'db'],
      ],
    };
  };
  const crash = [{ at: 20, act: 'crash', node: 'cache', instance: 1 } as const];
  /** Rows that were known before and are read again after the loss. */
  const goneCold = (placement: string): number => {
    const result = play(tier({ placement, leaveOutSeconds: 0.5 }, { acts: crash }));
    // those of the dead one are refused first and read from the database without being kept
    return result.of('cache', 'loads', { from: 20 }) / 4000;
  };

  it('on a ring, the loss of one of four makes a quarter of the keys cold; by modulo, three quarters', () => {
    expect(Math.abs(goneCold('ring') - 0.25)).toBeLessThan(0.06);
    expect(Math.abs(goneCold('modulo') - 0.75)).toBeLessThan(0.06);
  });

  it('when all are dead they are asked as before, and found again when one is back', () => {
    const acts = [
      { at: 10, act: 'crash', node: 'cache' },
      { at: 20, act: 'recover', node: 'cache', instance: 2 },
    ] as const;
    const result = play(tier({ placement: 'ring', leaveOutSeconds: 1 }, { acts }));
    expect(result.of('cache', 'completed', { from: 10, to: 20 })).toBe(0);
    expect(result.of('cache', 'failed', { from: 12, to: 20 })).toBeGreaterThan(10_000);
    expect(result.of('cache', 'failed', { from: 21 })).toBe(0);
    expect(result.of('cache', 'hits', { from: 30, instance: 2 })).toBeGreaterThan(10_000);
    expect(result.of('web', 'failed')).toBe(0);
  });

  it('a dead server that nobody leaves out is asked in vain', () => {
    const result = play(tier({}, { acts: crash }));
    expect(result.of('cache', 'failed', { from: 21 }) / result.of('cache', 'arrived', { from: 21 })).toBeCloseTo(0.25, 1);
    expect(result.of('web', 'failed')).toBe(0);
  });

  it('one server does no more than its time per operation lets it', () => {
    const result = play(tier({ instances: 1, serviceMs: 1, queueLimit: 100 }, { seconds: 10, workload: { keys: 1 } }));
    expect(result.of('cache', 'completed') / 10).toBeCloseTo(1000, -2);
    // the hottest key is all there is
    expect(result.series('cache', 'hotKeyRate')[5]).toBeGreaterThan(900);
  });

  it('memory and size say how many rows fit', () => {
    const result = play(tier({ instances: 1, sizedBy: 'memory', memoryMB: 10, valueKB: 10.24 }));
    expect(result.series('cache', 'stored')[39]).toBe(1000);
    expect(result.series('cache', 'memoryMb')[39]).toBeCloseTo(10, 6);
  });

  it('a spread of the time to live takes the peak out of a common end', () => {
    // all rows are brought within the first seconds
    const peak = (ttlJitter: number) => {
      const result = play(tier({ ttlSeconds: 20, ttlJitter }, { seconds: 32, workload: { keys: 500, keySkew: 0 } }));
      return Math.max(...result.series('cache', 'loads').slice(15));
    };
    expect(peak(50)).toBeLessThan(0.4 * peak(0));
  });
});
