import { describe, expect, it } from 'vitest';
import { simulate, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { databaseBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, database: databaseBehavior };

/** Sessions of a page a second for a minute, twenty rows, two replicas that are 5 seconds behind in the mean. */
function play(database: TestNode['params'], writeShare = 30): TestResult {
  const plan: TestPlan = {
    seconds: 120,
    nodes: {
      people: {
        kind: 'users',
        params: {
          visits: 'sessions',
          rateFrom: 'rate',
          ratePerSecond: 100,
          dynamicPerView: 1,
          staticPerView: 0,
          viewSeconds: 1,
          sessionSeconds: 60,
          patienceSeconds: 60,
        },
      },
      web: { kind: 'web-server', params: { service: 'none', threads: 100_000, queueLimit: 1_000_000, jobShare: 0 } },
      db: {
        kind: 'database',
        params: {
          vcpu: 96,
          service: 'fixed',
          replicas: 2,
          cpuReadMs: 0.01,
          cpuWriteMs: 0.01,
          fsyncMs: 0,
          lagMs: 5000,
          watchSessions: true,
          ...database,
        },
      },
    },
    links: [
      ['people', 'web'],
      ['web', 'db'],
    ],
    workload: { staticShare: 0, writeShare, keys: 20, keySkew: 0 },
  };
  return simulate(plan, kinds);
}

describe('what a session sees', () => {
  it('from any replica: it misses what it has written, and sees older states after newer ones', () => {
    const run = play({});
    expect(run.of('db', 'ownWritesMissed')).toBeGreaterThan(20);
    expect(run.of('db', 'wentBack')).toBeGreaterThan(20);
  });

  it('own writes from the primary: nothing is missed while that lasts, and less often after it', () => {
    const always = play({ ownWritesSeconds: 3600 });
    expect(always.of('db', 'ownWritesMissed')).toBe(0);
    const some = play({ ownWritesSeconds: 8 });
    expect(some.of('db', 'ownWritesMissed')).toBeLessThan(play({}).of('db', 'ownWritesMissed') / 3);
    // reads of sessions that have not written for a while go on to the replicas
    expect(some.of('db', 'reads', { instance: 0 })).toBeGreaterThan(100);
    expect(some.of('db', 'reads', { instance: 1 })).toBeGreaterThan(100);
  });

  it('staying with one replica never goes back, but does not see what it has written', () => {
    const run = play({ sessionReads: 'stick' });
    expect(run.of('db', 'wentBack')).toBe(0);
    expect(run.of('db', 'ownWritesMissed')).toBeGreaterThan(20);
    const others = play({ sessionReads: 'stick' }, 0);
    expect(Math.abs(others.of('db', 'reads', { instance: 1 }) / others.of('db', 'reads') - 0.5)).toBeLessThan(0.05);
  });

  it('from those that have what it saw, its own writes among it: neither', () => {
    const run = play({ sessionReads: 'version' });
    expect(run.of('db', 'wentBack')).toBe(0);
    expect(run.of('db', 'ownWritesMissed')).toBe(0);
    expect(run.of('db', 'reads', { instance: 0 })).toBeGreaterThan(100);
    expect(run.of('db', 'reads', { instance: 2 })).toBeGreaterThan(100);
  });
});
