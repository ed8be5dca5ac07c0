import { describe, expect, it } from 'vitest';
import type { PlanRecording } from '../../engine/plan.ts';
import { createRun } from '../../engine/run.ts';
import { inOrder, planOf, resultOf, simulate, type TestAct, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { databaseBehavior } from './behavior.ts';

const behaviors = { users: usersBehavior, 'web-server': webServerBehavior, database: databaseBehavior };
const web = { kind: 'web-server', params: { service: 'none', threads: 10_000, queueLimit: 1_000_000, jobShare: 0 } } as const;
const quick = { vcpu: 96, cpuReadMs: 0.1, cpuWriteMs: 0.1, fsyncMs: 0, service: 'fixed' } as const;

interface Setting {
  pieces: number;
  /** Items. */
  keys?: number;
  rate?: number;
  seconds?: number;
  store?: TestNode['params'];
  acts?: readonly TestAct[];
  recording?: PlanRecording;
}

/** Everybody buys, at one database. */
function shop({ pieces, keys = 10, rate = 50, seconds = 20, store = {}, acts = [], recording }: Setting): TestPlan {
  return {
    seconds,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: rate, patienceSeconds: 120, ...(recording ? { arrivals: 'recorded' } : {}) } },
      web,
      db: { kind: 'database', params: { replicas: 0, ...quick, stockPerRow: pieces, ...store } },
    },
    links: [
      ['people', 'web'],
      ['web', 'db'],
    ],
    workload: { writeShare: 100, keys, keySkew: 0 },
    acts,
    ...(recording ? { recording } : {}),
  };
}

const play = (setting: Setting) => simulate(shop(setting), behaviors);
const sums = (result: TestResult, node = 'db') => (['piecesSold', 'soldOut', 'oversold'] as const).map((metric) => result.of(node, metric));

describe('a stock', () => {
  it('is sold to the last piece, and everybody after that is told that there is none: no write, and no failure', () => {
    const result = play({ pieces: 30 });
    const [sold, soldOut, oversold] = sums(result);
    expect([sold, oversold]).toEqual([300, 0]);
    expect(soldOut).toBeGreaterThan(500);
    expect(result.of('db', 'writes')).toBe(300);
    expect(result.total('completed.write')).toBe(sold + soldOut);
    expect(result.total('failed.write.error')).toBe(0);
  });

  it('that nobody set is none: all writes are written, and none is a sale', () => {
    const result = play({ pieces: 0 });
    expect(sums(result)).toEqual([0, 0, 0]);
    expect(result.of('db', 'writes')).toBe(result.of('db', 'acknowledgedWrites'));
  });

  it('looked at by a read before: as many as look at once see the last piece, and all of them get it', () => {
    // ten orders in one moment, for one item of which there is one; ten CPUs begin with them together
    const recording = { instants: Array.from({ length: 10 }, () => 1), demands: [] };
    const before = { stockCheck: 'before', cpuWriteMs: 50, fsyncMs: 1 };
    expect(sums(play({ pieces: 1, keys: 1, recording, store: before }))).toEqual([10, 0, 9]);
    // with fewer CPUs two for each: while the first wait for their disk the next begin, and look
    expect(sums(play({ pieces: 1, keys: 1, recording, store: { ...before, vcpu: 2 } }))).toEqual([4, 6, 3]);
    expect(sums(play({ pieces: 1, keys: 1, recording, store: { ...before, vcpu: 1 } }))).toEqual([2, 8, 1]);
    expect(sums(play({ pieces: 1, keys: 1, recording, store: { ...before, stockCheck: 'when-writing' } }))).toEqual([1, 9, 0]);
  });

  it('sells again what a failover has forgotten: exactly as many as writes are lost', () => {
    const acts: TestAct[] = [{ at: 5, act: 'crash', node: 'db', instance: 0 }];
    const failing = { pieces: 40, seconds: 60, acts, store: { replicas: 1, lagMs: 1000, lagForm: 'fixed', failoverSeconds: 5 } };
    const result = play(failing);
    const lost = result.of('db', 'lostWrites');
    expect(lost).toBeGreaterThan(20);
    expect(sums(result).with(1, 0)).toEqual([400 + lost, 0, lost]);
    const safe = play({ ...failing, store: { ...failing.store, replication: 'sync' } });
    expect(sums(safe).with(1, 0)).toEqual([400, 0, 0]);
  });

  it('is sold by each of two primaries, which do not hear each other', () => {
    const store = {
      replicas: 2,
      lagMs: 1,
      fencing: false,
      strayPercent: 50,
      failoverForm: 'phases',
      heartbeatSeconds: 1,
      electionSeconds: 0,
      promoteSeconds: 0,
      repointSeconds: 0,
    };
    const acts: TestAct[] = [{ at: 2, act: 'strike', node: 'db', instance: 0, fault: 'cut-off', seconds: 30 }];
    const apart = play({ pieces: 40, seconds: 60, acts, store });
    expect(apart.of('db', 'divergedWrites')).toBeGreaterThan(100);
    expect(sums(apart)[2]).toBeGreaterThan(100);
    expect(sums(apart)[0]).toBe(400 + sums(apart)[2]);
    const fenced = play({ pieces: 40, seconds: 60, acts, store: { ...store, fencing: true } });
    expect(sums(fenced)[2]).toBe(fenced.of('db', 'lostWrites'));
  });

  it('that two databases sell together is oversold by what they have not told each other yet', () => {
    const sell = (tells: string, delaySeconds: number) =>
      simulate(
        {
          seconds: 30,
          nodes: {
            e: { kind: 'users', params: { ratePerSecond: 40, patienceSeconds: 120 } },
            w: { kind: 'users', params: { ratePerSecond: 40, patienceSeconds: 120 } },
            'web-e': web,
            'web-w': web,
            east: { kind: 'database', params: { replicas: 0, ...quick, stockPerRow: 500, tells } },
            west: { kind: 'database', params: { replicas: 0, ...quick, stockPerRow: 500, tells } },
          },
          links: [
            ['e', 'web-e'],
            ['w', 'web-w'],
            ['web-e', 'east'],
            ['web-w', 'west'],
            ['east', 'west', { delaySeconds, timeoutSeconds: 10 }],
            ['west', 'east', { delaySeconds, timeoutSeconds: 10 }],
          ],
          workload: { writeShare: 100, keys: 2, keySkew: 0 },
        },
        behaviors,
      );
    const both = (result: TestResult, at: number) => sums(result, 'east')[at] + sums(result, 'west')[at];
    const near = sell('after', 0.001);
    const far = sell('after', 1);
    expect(both(near, 0)).toBe(1000 + both(near, 2));
    expect(both(near, 2)).toBeLessThan(20);
    expect(both(far, 2)).toBeGreaterThan(both(near, 2) + 20);
  });

  it('is photographed with all that is gone: put back, it sells the rest and no more', () => {
    const plan = planOf(shop({ pieces: 40, store: { replicas: 1, lagMs: 200 } }));
    const run = createRun(plan, inOrder(behaviors));
    run.advance(5, 1e6);
    const first = run.takeFrames();
    const photo = run.snapshot();
    run.advance(20, 1e6);
    const whole = run.takeFrames();
    const other = createRun(plan, inOrder(behaviors));
    other.restore(photo);
    expect(sums(resultOf(plan, other))).toEqual([0, 0, 0]);
    other.advance(20, 1e6);
    expect(other.takeFrames()).toEqual(whole);
    expect(first.length + whole.length).toBe(20);
  });
});
