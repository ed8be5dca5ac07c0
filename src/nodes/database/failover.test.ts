import { describe, expect, it } from 'vitest';
import { createRun } from '../../engine/run.ts';
import { inOrder, planOf, simulate, type TestAct, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { databaseBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, database: databaseBehavior };
const phases = { failoverForm: 'phases', heartbeatSeconds: 5, missedBeats: 2, electionSeconds: 3, promoteSeconds: 4, repointSeconds: 0 };

function planFor(database: TestNode['params'], acts: readonly TestAct[], { rate = 100, seconds = 60 } = {}): TestPlan {
  return {
    seconds,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: rate, patienceSeconds: 5 } },
      lb: { kind: 'load-balancer' },
      web: { kind: 'web-server', params: { instances: 20, service: 'none', threads: 10_000, queueLimit: 1_000_000, jobShare: 0 } },
      db: {
        kind: 'database',
        params: { vcpu: 8, service: 'fixed', cpuWriteMs: 0.1, fsyncMs: 0, lagMs: 10, replicas: 2, ...phases, ...database },
      },
    },
    links: [
      ['people', 'lb'],
      ['lb', 'web'],
      ['web', 'db'],
    ],
    workload: { staticShare: 0, writeShare: 100, keys: 1000, keySkew: 0 },
    acts,
  };
}

const withBalancer = async () => ({ ...kinds, 'load-balancer': (await import('../load-balancer/behavior.ts')).loadBalancerBehavior });
const play = async (...given: Parameters<typeof planFor>): Promise<TestResult> => simulate(planFor(...given), await withBalancer());
const crash: TestAct = { at: 21, act: 'crash', node: 'db', instance: 0 };
const at = (run: TestResult, code: string) => run.notes.filter((note) => note.code === code).map(({ time }) => time);

describe('failover in phases', () => {
  it('is noticed by missed heartbeats, elects, replays, opens for writes and tells callers, one after the other', async () => {
    const run = await play({ repointSeconds: 6 }, [crash]);
    // beats of 25 and 30 s are missed
    expect(at(run, 'failover-started')).toEqual([30]);
    expect(at(run, 'elected')).toEqual([33]);
    expect(at(run, 'replayed')).toEqual([33]);
    expect(at(run, 'promoted')).toEqual([37]);
    expect(at(run, 'repointed')).toEqual([43]);
    // callers learn of it one by one: half of the writes fail meanwhile
    const refused = run.of('db', 'refusedWrites');
    expect(Math.abs(refused - 100 * (16 + 3))).toBeLessThan(250);
    expect(run.of('db', 'acknowledgedWrites', { from: 21, to: 37 })).toBe(0);
    expect(run.of('db', 'acknowledgedWrites', { from: 43 }) / 17).toBeCloseTo(100, -1);
  });

  it('takes as long to replay as the replica needs for what it has received', async () => {
    // 100 writes a second of 20 ms: half of them wait for the one that applies; 21 s leave 21 s of work
    const run = await play({ cpuWriteMs: 20, applyThreads: 1, replicas: 1, lagMs: 0, lagForm: 'fixed' }, [crash], { seconds: 90 });
    const [replayed] = at(run, 'replayed');
    expect(Math.abs(replayed - 21 - 21)).toBeLessThan(2);
    expect(at(run, 'promoted')[0] - replayed).toBeCloseTo(4, 6);
    expect(run.of('db', 'lostWrites')).toBe(0);
  });

  it('elects anew when the elected one dies', async () => {
    const elected: TestAct = { at: 35, act: 'crash', node: 'db', instance: 1 };
    const run = await play({}, [crash, elected, { ...elected, instance: 2 }, { at: 36, act: 'recover', node: 'db', instance: 2 }]);
    expect(at(run, 'promoted').length).toBe(1);
    expect(run.notes.find(({ code }) => code === 'promoted')?.instance).toBe(2);
  });

  it('is called off when the primary is back', async () => {
    const run = await play({}, [crash, { at: 35, act: 'recover', node: 'db', instance: 0 }]);
    expect(at(run, 'elected')).toEqual([33]);
    expect(at(run, 'promoted')).toEqual([]);
    expect(run.of('db', 'acknowledgedWrites', { from: 36 }) / 24).toBeCloseTo(100, -1);
    expect(run.of('db', 'lostWrites')).toBe(0);
  });

  it('photographed and put back at any moment, plays on to the same bytes, with two primaries too', async () => {
    const acts: TestAct[] = [
      { at: 5, act: 'strike', node: 'db', instance: 0, fault: 'cut-off', seconds: 30 },
      { at: 45, act: 'crash', node: 'db', instance: 1 },
    ];
    const plan = planOf(
      planFor({ fencing: false, replication: 'semi', semiSyncTimeoutMs: 2000, sessionReads: 'version', maxConnections: 50 }, acts),
    );
    const behaviors = inOrder(await withBalancer());
    const whole = createRun(plan, behaviors);
    whole.advance(plan.seconds, Infinity);
    const frames = whole.takeFrames();
    for (const moment of [6, 12.5, 20.01, 34.9, 47, 55]) {
      const run = createRun(plan, behaviors);
      run.advance(moment, Infinity);
      const photograph = run.snapshot();
      const before = run.takeFrames().length;
      run.advance(plan.seconds, Infinity);
      run.restore(photograph);
      run.advance(plan.seconds, Infinity);
      expect(run.takeFrames().map(({ values }) => [...values])).toEqual(frames.slice(before).map(({ values }) => [...values]));
    }
  });
});
