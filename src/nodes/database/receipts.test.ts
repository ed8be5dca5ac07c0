import { describe, expect, it } from 'vitest';
import { simulate, type TestAct, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { databaseBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, database: databaseBehavior };

/** 200 writes a second, each 0.1 ms of CPU and no disk: what takes time is the way to the replicas. */
function play(database: TestNode['params'], acts: readonly TestAct[] = [], seconds = 60): TestResult {
  const plan: TestPlan = {
    seconds,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: 200, patienceSeconds: 5 } },
      web: { kind: 'web-server', params: { service: 'none', threads: 10_000, queueLimit: 1_000_000, jobShare: 0 } },
      db: {
        kind: 'database',
        params: { vcpu: 8, service: 'fixed', cpuWriteMs: 0.1, fsyncMs: 0, nearRttMs: 2, failoverSeconds: 3, ...database },
      },
    },
    links: [
      ['people', 'web'],
      ['web', 'db', { timeoutSeconds: 5 }],
    ],
    workload: { staticShare: 0, writeShare: 100, keys: 1000, keySkew: 0 },
    acts,
  };
  return simulate(plan, kinds);
}

const response = (run: TestResult, from = 5, to = 15) => {
  const all = run.series('db', 'meanResponse').slice(from, to);
  return all.reduce((sum, seconds) => sum + seconds, 0) / all.length;
};
const crash: TestAct = { at: 20, act: 'crash', node: 'db', instance: 0 };
const cut = (at: number, instance: number, fault = 'cut-off'): TestAct => ({ at, act: 'strike', node: 'db', instance, fault });
const mend = (at: number, instance: number, fault = 'cut-off'): TestAct => ({ at, act: 'mend', node: 'db', instance, fault });
const notes = (run: TestResult, code: string) => run.notes.filter((note) => note.code === code);

describe('synchronous replication', () => {
  it('adds a round trip to every write: that to the farthest, to the nearest one that makes a majority, or none', () => {
    const own = 0.0001;
    expect(response(play({ replication: 'async', replicas: 2, farReplicas: 1, farRttMs: 70 }, [], 20))).toBeCloseTo(own, 5);
    expect(response(play({ replication: 'sync', replicas: 2, farReplicas: 1, farRttMs: 70 }, [], 20))).toBeCloseTo(own + 0.07, 4);
    expect(response(play({ replication: 'sync', syncBy: 'majority', replicas: 2, farReplicas: 1, farRttMs: 70 }, [], 20))).toBeCloseTo(
      own + 0.002,
      4,
    );
    expect(response(play({ replication: 'semi', replicas: 2, farReplicas: 1, farRttMs: 70 }, [], 20))).toBeCloseTo(own + 0.002, 4);
    expect(response(play({ replication: 'sync', syncBy: 'majority', replicas: 4, farReplicas: 3, farRttMs: 70 }, [], 20))).toBeCloseTo(
      own + 0.07,
      4,
    );
    expect(response(play({ replication: 'sync', replicas: 0 }, [], 20))).toBeCloseTo(own, 5);
  });

  it('loses nothing that was acknowledged, where asynchronous replication over the same way does', () => {
    for (const replication of ['async', 'semi', 'sync']) {
      const run = play({ replication, replicas: 1, farReplicas: 1, farRttMs: 200, lagMs: 500, lagForm: 'fixed' }, [crash]);
      const lost = run.of('db', 'lostWrites');
      expect(notes(run, 'promoted')).toMatchObject([{ time: 23, instance: 1 }]);
      if (replication === 'async') expect(Math.abs(lost - 120)).toBeLessThan(3 * Math.sqrt(120));
      else expect(lost).toBe(0);
      expect(run.of('db', 'acknowledgedWrites', { from: 24 }) / 36).toBeCloseTo(200, -2);
    }
  });

  it('stops while a replica is silent, and goes on when it is heard again', () => {
    const run = play({ replication: 'sync', replicas: 1 }, [cut(20, 1), mend(30, 1)]);
    expect(run.of('db', 'acknowledgedWrites', { from: 21, to: 30 })).toBe(0);
    expect(run.of('db', 'acknowledgedWrites', { from: 31 }) / 29).toBeCloseTo(200, -2);
    // what waited is told when it is heard again: 10 s x 200, but callers waited for 5 s only
    expect(Math.abs(run.of('db', 'acknowledgedWrites', { from: 30, to: 31 }) - 1200)).toBeLessThan(3 * Math.sqrt(1200));
    expect(notes(run, 'promoted')).toHaveLength(0);
  });

  it('does not wait for a replica that is known to be dead, nor for one that a majority can do without', () => {
    const dead = play({ replication: 'sync', replicas: 1 }, [{ ...crash, instance: 1 } as TestAct]);
    expect(dead.of('db', 'acknowledgedWrites', { from: 21 }) / 39).toBeCloseTo(200, -2);
    const third = play({ replication: 'sync', syncBy: 'majority', replicas: 2 }, [cut(20, 1)]);
    expect(third.of('db', 'acknowledgedWrites', { from: 21 }) / 39).toBeCloseTo(200, -2);
  });

  it('hears the receipts of one that is deaf to nobody: lost either way, none comes', () => {
    for (const fault of ['deaf', 'mute']) {
      const run = play({ replication: 'sync', replicas: 1 }, [cut(20, 1, fault), mend(25, 1, fault)], 40);
      expect(run.of('db', 'acknowledgedWrites', { from: 21, to: 25 })).toBe(0);
      expect(run.of('db', 'acknowledgedWrites', { from: 26 }) / 14).toBeCloseTo(200, -2);
      // a mute one goes on receiving, a deaf one does not
      const lag = run.series('db', 'lag', 1)[23];
      if (fault === 'mute') expect(lag).toBeLessThan(0.1);
      else expect(lag).toBeCloseTo(4, 0);
    }
  });
});

describe('semi-synchronous replication', () => {
  it('waits so long for a receipt, goes on alone, and waits again once the replica has caught up', () => {
    const run = play({ replication: 'semi', semiSyncTimeoutMs: 4000, replicas: 1 }, [cut(20, 1), mend(40, 1)]);
    expect(run.of('db', 'acknowledgedWrites', { from: 21, to: 24 })).toBe(0);
    expect(notes(run, 'went-async')).toMatchObject([{ instance: 0 }]);
    expect(notes(run, 'went-async')[0].time).toBeCloseTo(24, 1);
    expect(response(run, 26, 39)).toBeCloseTo(0.0001, 5);
    expect(response(run, 45, 59)).toBeCloseTo(0.0021, 4);
  });

  it('loses again what it acknowledged alone', () => {
    const acts: TestAct[] = [cut(20, 1), { at: 30, act: 'crash', node: 'db', instance: 0 }, mend(30.5, 1)];
    const run = play({ replication: 'semi', semiSyncTimeoutMs: 4000, replicas: 1 }, acts);
    // what waited was told all at once, what came later as it came: 10 s in all, less what callers had given up
    const lost = run.of('db', 'lostWrites');
    expect(Math.abs(lost - 2000)).toBeLessThan(3 * Math.sqrt(2000));
    expect(notes(run, 'writes-lost')).toMatchObject([{ value: lost }]);
  });
});
