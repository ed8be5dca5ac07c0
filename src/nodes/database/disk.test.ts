import { describe, expect, it } from 'vitest';
import { createRun } from '../../engine/run.ts';
import { inOrder, planOf, simulate, type TestAct, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { databaseBehavior } from './behavior.ts';

const behaviors = { users: usersBehavior, 'web-server': webServerBehavior, database: databaseBehavior };

interface Setting {
  db?: Readonly<Record<string, number | boolean | string>>;
  writeShare?: number;
  keySkew?: number;
  acts?: readonly TestAct[];
  seconds?: number;
}

/** 8000 rows of 1 KB: 1000 pages of 8 KB. */
function plan({ db = {}, writeShare = 0, keySkew = 0, acts = [], seconds = 60 }: Setting): TestPlan {
  return {
    seconds,
    nodes: {
      users: { kind: 'users', params: { ratePerSecond: 400, patienceSeconds: 60 } },
      web: { kind: 'web-server', params: { service: 'none', threads: 10_000, queueLimit: 1_000_000, jobShare: 0 } },
      db: { kind: 'database', params: { replicas: 0, vcpu: 96, service: 'fixed', ...db } },
    },
    links: [
      ['users', 'web'],
      ['web', 'db'],
    ],
    workload: { writeShare, keys: 8000, keySkew },
    acts,
  };
}

const play = (setting: Setting) => simulate(plan(setting), behaviors);

describe('the disk of a database', () => {
  it('does two things for every write, on every server, and nothing for reads that memory answers', () => {
    const run = play({ writeShare: 50, db: { replicas: 2, readsFrom: 'primary', lagMs: 0, cpuWriteMs: 0.01 } });
    const writes = run.of('db', 'writes', { instance: 0 });
    expect(writes).toBeGreaterThan(11_000);
    expect(run.of('db', 'diskOps', { instance: 0 })).toBe(2 * writes);
    // what is under way at the end is not written yet
    for (const instance of [1, 2]) expect(run.of('db', 'diskOps', { instance }) / (2 * writes)).toBeCloseTo(1, 2);
    expect(run.of('db', 'diskReads')).toBe(0);
    expect(run.series('db', 'memoryMb', 0)[50]).toBeCloseTo((1000 * 8) / 1024, 9);
  });

  it('brings each page that is not in memory: of equally wanted pages the share that does not fit', () => {
    // 300 of 1000 pages fit
    const run = play({ db: { bufferMB: (300 * 8) / 1024, diskReadMs: 4 } });
    const from = 10;
    const share = run.of('db', 'diskReads', { from }) / run.of('db', 'reads', { from });
    const reads = run.of('db', 'reads', { from });
    expect(Math.abs(share - 0.7)).toBeLessThan(3 * Math.sqrt((0.7 * 0.3) / reads));
    const hits = run.series('db', 'bufferHit', 0).slice(from);
    expect(hits.reduce((sum, hit) => sum + hit, 0) / hits.length).toBeCloseTo(1 - share, 2);
    expect(run.of('db', 'diskOps')).toBe(run.of('db', 'diskReads'));
    expect(run.series('db', 'memoryMb', 0)[50]).toBeCloseTo((300 * 8) / 1024, 9);
    // the CPU's 0.5 ms, and 4 ms for those
    const counts = run.series('db', 'completed').slice(from);
    const means = run.series('db', 'meanResponse').slice(from);
    const mean = means.reduce((sum, seconds, i) => sum + seconds * counts[i], 0) / counts.reduce((sum, n) => sum + n, 0);
    expect(Math.abs(mean - (0.0005 + share * 0.004))).toBeLessThan(0.00002);
  });

  it('keeps what is wanted often in memory, and has to bring it again after a crash', () => {
    const small = { bufferMB: (100 * 8) / 1024, autoFailover: false };
    const share = (run: ReturnType<typeof play>, from: number, to: number) =>
      run.of('db', 'diskReads', { from, to }) / run.of('db', 'reads', { from, to });
    const even = play({ db: small });
    const skewed = play({ db: small, keySkew: 1.2 });
    expect(share(skewed, 10, 60)).toBeLessThan(0.6 * share(even, 10, 60));
    const acts: TestAct[] = [{ at: 40, act: 'crash', node: 'db', seconds: 2 }];
    const back = play({ db: small, keySkew: 1.2, acts });
    expect(share(back, 42, 43)).toBeGreaterThan(1.2 * share(back, 30, 40));
  });

  it('that is full fails the writes of a primary and lets its reads go on', () => {
    const acts: TestAct[] = [{ at: 20, act: 'strike', node: 'db', fault: 'disk-full', seconds: 20 }];
    const run = play({ writeShare: 50, acts });
    const during = { from: 21, to: 40 };
    expect(run.of('db', 'writes', during)).toBe(0);
    expect(run.total('failed.write.error', during)).toBeGreaterThan(3500);
    expect(run.total('failed.read.error')).toBe(0);
    expect(run.of('db', 'reads', during)).toBeGreaterThan(3500);
    expect(run.of('db', 'writes', { from: 41 })).toBeGreaterThan(3500);
  });

  it.each(['exponential', 'apart'])('that is full lets a replica fall behind until there is room again (lag %s)', (lagForm) => {
    const acts: TestAct[] = [{ at: 20, act: 'strike', node: 'db', instance: 1, fault: 'disk-full', seconds: 10 }];
    const run = play({ writeShare: 50, acts, db: { replicas: 1, lagForm } });
    const lag = run.series('db', 'lag', 1);
    expect(Math.max(...lag.slice(0, 19))).toBeLessThan(1);
    expect(lag[29]).toBeGreaterThan(9);
    expect(Math.max(...lag.slice(35))).toBeLessThan(1);
    expect(run.total('failed.write.error')).toBe(0);
    expect(run.of('db', 'staleReads', { from: 25, to: 30 })).toBeGreaterThan(100);
    expect(run.of('db', 'staleReads', { from: 36 })).toBeLessThan(run.of('db', 'staleReads', { from: 25, to: 30 }) / 2);
  });

  it('fills up by itself: known hours before, said at 80 %, and then no write is taken until there is room', () => {
    // 1 GB a second on 100 GB
    const db = { storageGB: 100, dataGB: 40, growthGBPerDay: 86_400 };
    const acts: TestAct[] = [{ at: 80, act: 'param', node: 'db', field: 'storageGB', value: 1000 }];
    const run = play({ writeShare: 50, db, acts, seconds: 90 });
    expect(run.series('db', 'hoursToFull', 0)[9] * 3600).toBeCloseTo(50, 6);
    expect(run.series('db', 'diskGb', 0)[9]).toBeCloseTo(50, 6);
    expect(run.series('db', 'diskUse', 0)[84]).toBeCloseTo(0.125, 6);
    expect(run.notes.filter(({ code }) => code.startsWith('disk')).map(({ code, time }) => [code, time])).toEqual([
      ['disk-high', 40],
      ['disk-full', 60],
    ]);
    expect(run.total('failed.write.error', { to: 60 })).toBe(0);
    expect(run.of('db', 'writes', { from: 61, to: 80 })).toBe(0);
    expect(run.of('db', 'writes', { from: 80 })).toBeGreaterThan(1500);
    expect(run.total('failed.read.error')).toBe(0);
  });

  it('that grew full lets replicas catch up when there is room again', () => {
    const db = { replicas: 1, storageGB: 100, dataGB: 95, growthGBPerDay: 86_400, lagMs: 1000, lagForm: 'fixed' };
    const acts: TestAct[] = [{ at: 20, act: 'param', node: 'db', field: 'storageGB', value: 1000 }];
    const run = play({ writeShare: 50, db, acts, seconds: 25 });
    // what came to the replica after the disk was full
    expect(run.series('db', 'lag', 1)[18]).toBeGreaterThan(10);
    expect(run.series('db', 'lag', 1)[23]).toBeLessThan(2);
  });

  it('is part of what a photograph holds', () => {
    const test = plan({
      writeShare: 30,
      db: { bufferMB: 1, replicas: 1, storageGB: 100, dataGB: 93, growthGBPerDay: 86_400 },
      acts: [{ at: 4, act: 'strike', node: 'db', instance: 1, fault: 'disk-full', seconds: 3 }],
      seconds: 12,
    });
    const run = createRun(planOf(test), inOrder(behaviors));
    run.advance(5, Number.MAX_SAFE_INTEGER);
    const photograph = run.snapshot();
    run.takeFrames();
    run.advance(12, Number.MAX_SAFE_INTEGER);
    const first = run.takeFrames().map(({ values }) => [...values]);
    run.restore(photograph);
    run.advance(12, Number.MAX_SAFE_INTEGER);
    expect(run.takeFrames().map(({ values }) => [...values])).toEqual(first);
  });
});
