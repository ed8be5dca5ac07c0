import { describe, expect, it } from 'vitest';
import { simulate, type TestAct, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { databaseBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, database: databaseBehavior };

interface More {
  rate?: number;
  writeShare?: number;
  acts?: readonly TestAct[];
  seconds?: number;
}

function play(database: TestNode['params'], { rate = 100, writeShare = 0, acts = [], seconds = 40 }: More = {}): TestResult {
  const plan: TestPlan = {
    seconds,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: rate, patienceSeconds: 60 } },
      web: { kind: 'web-server', params: { service: 'none', threads: 100_000, queueLimit: 1_000_000, jobShare: 0 } },
      db: { kind: 'database', params: { vcpu: 8, service: 'fixed', replicas: 0, fsyncMs: 0, queueLimit: 1_000_000, ...database } },
    },
    links: [
      ['people', 'web'],
      ['web', 'db'],
    ],
    workload: { staticShare: 0, writeShare, keys: 1000, keySkew: 0 },
    acts,
  };
  return simulate(plan, kinds);
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

describe('connections', () => {
  it('are as many as allowed, and who finds none is turned away or waits', () => {
    // 100 reads a second of 200 ms want 20 connections at once
    const refusing = play({ vcpu: 96, cpuReadMs: 200, maxConnections: 5 });
    // Erlang's loss formula: of 20 that are wanted 5 lines carry 4.71
    expect(Math.abs(refusing.of('db', 'completed', { from: 5 }) / 35 - 4.71 / 0.2)).toBeLessThan(0.8);
    expect(refusing.of('db', 'connectionsRefused')).toBe(refusing.total('failed.read.shed'));
    expect(mean(refusing.series('db', 'connections').slice(5))).toBeCloseTo(4.71, 1);
    expect(Math.max(...refusing.series('db', 'connections'))).toBeLessThanOrEqual(5);
    const waiting = play({ vcpu: 96, cpuReadMs: 200, maxConnections: 5, whenFull: 'wait' });
    expect(waiting.of('db', 'completed', { from: 5 }) / 35).toBeCloseTo(25, 0);
    expect(waiting.of('db', 'connectionsRefused')).toBe(0);
    // 75 a second more than leave
    expect(waiting.series('db', 'connectionsWaiting')[35] - waiting.series('db', 'connectionsWaiting')[15]).toBeGreaterThan(1300);
  });

  it('more of them, given while running, let those in who wait', () => {
    const acts: TestAct[] = [{ at: 20, act: 'param', node: 'db', field: 'maxConnections', value: 60 }];
    const run = play({ vcpu: 96, cpuReadMs: 200, maxConnections: 5, whenFull: 'wait' }, { acts });
    expect(run.series('db', 'connectionsWaiting').at(-1)).toBeLessThan(1);
    expect(run.of('db', 'completed') / run.of('db', 'arrived')).toBeGreaterThan(0.98);
  });

  it('have to be opened once, and all of them anew after a crash: a storm', () => {
    const acts: TestAct[] = [
      { at: 20, act: 'crash', node: 'db' },
      { at: 21, act: 'recover', node: 'db' },
    ];
    const run = play({ vcpu: 1, cpuReadMs: 2, connectMs: 200, maxConnections: 20, whenFull: 'wait' }, { acts });
    expect(run.of('db', 'connectionsOpened', { from: 10, to: 20 })).toBe(0);
    expect(run.of('db', 'connectionsOpened', { from: 21 })).toBe(20);
    const busy = run.series('db', 'utilization');
    expect(run.of('db', 'connectionsOpened', { to: 10 })).toBe(20);
    // 20 x 200 ms of one CPU
    expect(busy[15]).toBeLessThan(0.4);
    for (const second of [22, 23, 24]) expect(busy[second]).toBeGreaterThan(0.99);
  });
});

describe('a hot row', () => {
  it('is written by one after the other: 1 / (CPU + disk) a second, with CPUs idle', () => {
    // 4 ms of CPU and 6 ms of disk under the lock: 100 a second at most
    const run = play({ hotRowShare: 100, cpuWriteMs: 4, fsyncMs: 6 }, { writeShare: 100, rate: 150 });
    expect(run.of('db', 'acknowledgedWrites', { from: 10 }) / 30).toBeCloseTo(100, 0);
    expect(mean(run.series('db', 'utilization').slice(10))).toBeCloseTo((100 * 0.004) / 8, 2);
    expect(run.series('db', 'lockWaiting')[35]).toBeGreaterThan(1000);
  });

  it('takes its share and leaves the others alone', () => {
    const run = play({ hotRowShare: 20, cpuWriteMs: 4, fsyncMs: 6 }, { writeShare: 100, rate: 250 });
    // M/D/1 of 50 a second at 10 ms: half of them find it locked
    expect(run.of('db', 'lockWaits', { from: 5 }) / (run.of('db', 'writes', { from: 5 }) * 0.2)).toBeCloseTo(0.5, 1);
    expect(mean(run.series('db', 'lockWaiting').slice(5))).toBeCloseTo((0.5 * 0.5) / (2 * 0.5), 1);
  });

  it('is held until replicas have said that they have the write', () => {
    const run = play({ hotRowShare: 100, cpuWriteMs: 1, replicas: 1, replication: 'sync', nearRttMs: 19 }, { writeShare: 100, rate: 100 });
    expect(run.of('db', 'acknowledgedWrites', { from: 10 }) / 30).toBeCloseTo(50, 0);
  });

  it('a forgotten lock holds up all writes and no read', () => {
    const acts: TestAct[] = [{ at: 10, act: 'strike', node: 'db', fault: 'long-lock', seconds: 10 }];
    const run = play({}, { writeShare: 50, acts });
    expect(run.of('db', 'writes', { from: 11, to: 20 })).toBe(0);
    expect(run.of('db', 'reads', { from: 11, to: 20 }) / 9).toBeCloseTo(50, -1);
    expect(run.of('db', 'writes', { from: 20, to: 22 })).toBeGreaterThan(500);
    expect(run.of('db', 'acknowledgedWrites')).toBe(run.of('db', 'writes'));
  });
});

describe('the size of a server', () => {
  it('S48: is worth N / (1 + a (N - 1) + b N (N - 1)) CPUs when all are at work', () => {
    for (const vcpu of [1, 2, 16, 64, 96]) {
      const worth = vcpu / (1 + 0.03 * (vcpu - 1) + 0.0002 * vcpu * (vcpu - 1));
      const run = play({ vcpu, cpuReadMs: 50, contention: 0.03, coherence: 0.0002, queueLimit: 100 }, { rate: 500, seconds: 30 });
      expect(Math.abs(run.of('db', 'completed', { from: 10 }) / 20 / (worth / 0.05) - 1)).toBeLessThan(0.02);
    }
  });

  it('changes with a restart: alone it is away, with a replica another one takes over and nothing is lost', () => {
    const acts: TestAct[] = [{ at: 10, act: 'param', node: 'db', field: 'vcpu', value: 16 }];
    const alone = play({ resizeSeconds: 60 }, { writeShare: 100, acts, seconds: 100 });
    expect(alone.of('db', 'acknowledgedWrites', { from: 11, to: 70 })).toBe(0);
    expect(alone.of('db', 'acknowledgedWrites', { from: 71 }) / 29).toBeCloseTo(100, -1);
    const pair = play({ resizeSeconds: 60, replicas: 1, lagMs: 3000, failoverSeconds: 20 }, { writeShare: 100, acts, seconds: 160 });
    // the replica from 10 to 70, then the primary, in whose place the replica is 20 s later
    expect(pair.notes.filter(({ code }) => code === 'promoted')).toMatchObject([{ time: 90, instance: 1 }]);
    expect(pair.of('db', 'acknowledgedWrites', { from: 11, to: 70 }) / 59).toBeCloseTo(100, -1);
    expect(pair.of('db', 'acknowledgedWrites', { from: 71, to: 90 })).toBe(0);
    expect(pair.of('db', 'lostWrites')).toBe(0);
    expect(pair.notes.filter(({ code }) => code === 'resized').map(({ value }) => value)).toEqual([16, 16]);
    const atOnce = play({}, { writeShare: 100, acts });
    expect(atOnce.total('failed.write.refused') + atOnce.total('failed.write.error')).toBe(0);
  });
});

describe('a server that is resized', () => {
  it('while a fault keeps it down gets its size and stays down', () => {
    const acts: TestAct[] = [
      { at: 5, act: 'crash', node: 'db', instance: 0 },
      { at: 10, act: 'param', node: 'db', field: 'vcpu', value: 16 },
    ];
    const run = play({ resizeSeconds: 5 }, { acts });
    expect(run.notes.filter(({ code }) => code === 'resized')).toMatchObject([{ time: 10, value: 16 }]);
    expect(run.of('db', 'completed', { from: 10 })).toBe(0);
  });

  it('comes back as a replica, fenced or not', () => {
    const acts: TestAct[] = [{ at: 5, act: 'param', node: 'db', field: 'vcpu', value: 16 }];
    const run = play({ resizeSeconds: 5, replicas: 1, failoverSeconds: 2, fencing: false }, { writeShare: 100, acts });
    expect(run.notes.filter(({ code }) => code === 'promoted')).toHaveLength(1);
    expect(run.notes.filter(({ code }) => code === 'split-brain')).toHaveLength(0);
  });
});

describe('the disk', () => {
  it('does so many operations a second and no more: two for a write', () => {
    const run = play({ iops: 100 }, { writeShare: 100, rate: 80 });
    expect(run.of('db', 'acknowledgedWrites', { from: 10 }) / 30).toBeCloseTo(50, 0);
    // at 40 a second it keeps up
    const calm = play({ iops: 100 }, { writeShare: 100, rate: 30 });
    expect(calm.of('db', 'acknowledgedWrites', { from: 10 }) / 30).toBeCloseTo(30, -1);
    expect(mean(calm.series('db', 'meanResponse').slice(10))).toBeLessThan(0.05);
  });

  it('does so many times fewer operations while a backup runs', () => {
    const acts: TestAct[] = [{ at: 10, act: 'strike', node: 'db', fault: 'backup', value: 4 }];
    const run = play({ iops: 400 }, { writeShare: 100, rate: 80, acts });
    expect(run.of('db', 'acknowledgedWrites', { to: 10 }) / 10).toBeCloseTo(80, -1);
    expect(run.of('db', 'acknowledgedWrites', { from: 20 }) / 20).toBeCloseTo(50, 0);
  });

  it('takes so many times as long while a backup runs', () => {
    const acts: TestAct[] = [{ at: 20, act: 'strike', node: 'db', fault: 'backup', value: 5, seconds: 10 }];
    const run = play({ fsyncMs: 2, cpuWriteMs: 1 }, { writeShare: 100, acts });
    const response = run.series('db', 'meanResponse');
    expect(mean(response.slice(5, 20))).toBeCloseTo(0.003, 3);
    expect(mean(response.slice(21, 30))).toBeCloseTo(0.011, 3);
    expect(mean(response.slice(31))).toBeCloseTo(0.003, 3);
  });
});
