import { describe, expect, it } from 'vitest';
import { createRun } from '../../engine/run.ts';
import { inOrder, planOf, simulate, type TestAct, type TestNode, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { databaseBehavior } from './behavior.ts';

// long runs, and the machine may be busy
const kinds = { users: usersBehavior, 'web-server': webServerBehavior, database: databaseBehavior };

function rows(rate: number, writeShare: number, database: TestNode['params'], more: Partial<TestPlan> = {}): TestPlan {
  return {
    seconds: 60,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: rate, patienceSeconds: 120 } },
      web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.01, service: 'fixed', threads: 10_000 } },
      db: { kind: 'database', ...(database && { params: database }) },
    },
    links: [
      ['people', 'web'],
      ['web', 'db'],
    ],
    workload: { staticShare: 0, writeShare, keys: 1000, keySkew: 0.5 },
    ...more,
  };
}

const quick = { vcpu: 96, cpuReadMs: 0.01, cpuWriteMs: 0.01, fsyncMs: 0, service: 'fixed' };
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

describe('writes that travel each by itself', () => {
  const apart = { ...quick, replicas: 1, lagMs: 200, lagForm: 'apart', failoverSeconds: 1 };

  it('are lost as many as are on the way at the death: M/G/inf, a Poisson number', () => {
    const lost = Array.from({ length: 200 }, (_, i) => {
      const acts: TestAct[] = [{ at: 3, act: 'crash', node: 'db', instance: 0 }];
      return simulate({ ...rows(40, 100, apart), seed: `s${i}`, seconds: 4.5, acts }, kinds).of('db', 'lostWrites');
    });
    // mean and variance 8
    expect(Math.abs(mean(lost) - 8)).toBeLessThan(4 * Math.sqrt(8 / 200));
    const variance = mean(lost.map((n) => (n - mean(lost)) ** 2));
    expect(variance / 8).toBeGreaterThan(0.6);
    expect(variance / 8).toBeLessThan(1.5);
  });

  it('make a read stale with probability m / (m + g), g the mean time since the last write', () => {
    const plan = rows(505, (5 / 505) * 100, apart);
    const result = simulate({ ...plan, seconds: 1200, frameSeconds: 10, workload: { ...plan.workload, keys: 1 } }, kinds);
    expect(Math.abs(result.of('db', 'staleReads') / result.of('db', 'reads') / 0.5 - 1)).toBeLessThan(0.04);
  });

  it('come again after a replica or the primary was away, and nothing is lost for good', () => {
    const result = simulate(
      rows(
        300,
        50,
        { ...apart, replicas: 2, autoFailover: false },
        {
          acts: [
            { at: 10, act: 'crash', node: 'db', instance: 1 },
            { at: 15, act: 'recover', node: 'db', instance: 1 },
            { at: 20, act: 'hang', node: 'db', instance: 2 },
            { at: 25, act: 'recover', node: 'db', instance: 2 },
            { at: 30, act: 'crash', node: 'db', instance: 0 },
            { at: 35, act: 'recover', node: 'db', instance: 0 },
          ],
        },
      ),
      kinds,
    );
    for (const replica of [1, 2]) {
      const lag = result.series('db', 'lag', replica);
      expect(Math.max(...lag.slice(42))).toBeLessThan(3);
      expect(lag.at(-1)).toBeLessThan(3);
    }
    expect(result.series('db', 'lag', 1)[14]).toBeGreaterThan(4.5);
    expect(result.of('db', 'lostWrites')).toBe(0);
  });

  it('photographed and put back at any moment, play on to the same bytes', () => {
    const plan = planOf(
      rows(
        200,
        50,
        { ...apart, replicas: 2, applyThreads: 3, failoverSeconds: 2 },
        {
          seconds: 20,
          acts: [
            { at: 5, act: 'crash', node: 'db', instance: 0 },
            { at: 9, act: 'recover', node: 'db', instance: 0 },
            { at: 12, act: 'hang', node: 'db', instance: 2 },
            { at: 14, act: 'recover', node: 'db', instance: 2 },
          ],
        },
      ),
    );
    for (const at of [0, 4.9, 5.5, 7.3, 12.7, 17]) {
      const run = createRun(plan, inOrder(kinds));
      run.advance(at, Number.MAX_SAFE_INTEGER);
      run.takeFrames();
      const photo = run.snapshot();
      run.advance(20, Number.MAX_SAFE_INTEGER);
      const frames = run.takeFrames();
      const other = createRun(plan, inOrder(kinds));
      other.restore(photo);
      other.advance(20, Number.MAX_SAFE_INTEGER);
      expect(other.takeFrames()).toEqual(frames);
    }
  });
});

describe('applying several writes at once', () => {
  it('lets a replica keep up where one at a time is too slow', () => {
    // 600 writes a second of 2.5 ms: one at a time applies 400, four CPUs 1600
    const serial = { replicas: 1, lagMs: 0, cpuWriteMs: 2.5, fsyncMs: 0, vcpu: 4, service: 'fixed' };
    const behind = (applyThreads: number) =>
      simulate(rows(600, 100, { ...serial, applyThreads }, { seconds: 20 }), kinds).series('db', 'lag', 1)[19];
    expect(behind(1)).toBeGreaterThan(4);
    expect(behind(2)).toBeLessThan(0.05);
  });

  it('joins the line of the reads: an M/M/1 of reads and applied writes together', () => {
    // 60 reads and 20 applied writes a second of 10 ms: load 0.8, 50 ms
    const database = {
      replicas: 1,
      lagMs: 0,
      cpuReadMs: 10,
      cpuWriteMs: 10,
      fsyncMs: 0,
      vcpu: 1,
      service: 'exponential',
      applyThreads: 1000,
    };
    const plan = rows(80, 25, { ...database, queueLimit: 1_000_000 }, { seconds: 20_000, frameSeconds: 100 });
    const result = simulate(plan, kinds);
    expect(Math.abs(mean(result.series('db', 'utilization', 1)) / 0.8 - 1)).toBeLessThan(0.01);
    // reads inside the replica: lambda x 50 ms = 3
    expect(Math.abs(mean(result.series('db', 'inside', 1)) / 3 - 1)).toBeLessThan(0.08);
  });

  it('shows writes in order: nothing of a later one before an earlier one', () => {
    const spread = { replicas: 1, lagMs: 0, cpuWriteMs: 20, fsyncMs: 0, vcpu: 16, service: 'exponential', applyThreads: 16 };
    const [inOrderLag, one] = [spread, { ...spread, applyThreads: 1, cpuWriteMs: 1 }].map((database) =>
      mean(simulate(rows(200, 100, database, { seconds: 60 }), kinds).series('db', 'lag', 1)),
    );
    // the oldest of about four in work holds back the rest
    expect(inOrderLag).toBeGreaterThan(0.02);
    expect(one).toBeLessThan(inOrderLag);
  });
});
