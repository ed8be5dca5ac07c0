import { describe, expect, it } from 'vitest';
import { simulate, type TestAct, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { databaseBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, database: databaseBehavior };

interface More {
  keys?: number;
  writeShare?: number;
  seconds?: number;
}

/** 200 requests a second; all of them writes unless `writeShare` says otherwise. */
function play(
  database: TestNode['params'],
  acts: readonly TestAct[],
  { keys = 100_000, writeShare = 100, seconds = 90 }: More = {},
): TestResult {
  const plan: TestPlan = {
    seconds,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: 200, patienceSeconds: 5 } },
      web: { kind: 'web-server', params: { service: 'none', threads: 10_000, queueLimit: 1_000_000, jobShare: 0 } },
      db: {
        kind: 'database',
        params: {
          vcpu: 8,
          service: 'fixed',
          cpuWriteMs: 0.1,
          cpuReadMs: 0.1,
          fsyncMs: 0,
          lagMs: 0,
          replicas: 1,
          failoverSeconds: 10,
          ...database,
        },
      },
    },
    links: [
      ['people', 'web'],
      ['web', 'db'],
    ],
    workload: { staticShare: 0, writeShare, keys, keySkew: 0 },
    acts,
  };
  return simulate(plan, kinds);
}

const act = (does: 'strike' | 'mend', at: number, instance: number, fault = 'cut-off'): TestAct => ({
  at,
  act: does,
  node: 'db',
  instance,
  fault,
});
const partition = (instance = 0, fault = 'cut-off'): TestAct[] => [act('strike', 20, instance, fault), act('mend', 60, instance, fault)];
const notes = (run: TestResult, code: string) => run.notes.filter((note) => note.code === code);
/** Four standard deviations of a Poisson number: many such numbers are looked at here. */
const within = (count: number, mean: number) => expect(Math.abs(count - mean)).toBeLessThan(4 * Math.sqrt(mean));

describe('a primary that nobody hears', () => {
  it('without fencing goes on beside a new one: all that is written meanwhile has diverged', () => {
    const run = play({ fencing: false, strayPercent: 30 }, partition());
    expect(notes(run, 'promoted')).toMatchObject([{ time: 30, instance: 1 }]);
    expect(notes(run, 'split-brain')).toMatchObject([{ time: 30, instance: 0 }]);
    const during = { from: 30, to: 60 };
    const stray = run.of('db', 'writes', { instance: 0, ...during });
    const writes = run.of('db', 'writes', during);
    expect(Math.abs(stray - 0.3 * writes)).toBeLessThan(4 * Math.sqrt(0.3 * 0.7 * writes));
    expect(run.of('db', 'writes', { instance: 1, ...during })).toBe(writes - stray);
    // before the promotion all of them went to the old one alone
    const diverged = run.of('db', 'divergedWrites');
    expect(diverged).toBe(run.of('db', 'writes', { from: 20, to: 60 }));
    within(diverged, 200 * 40);
    expect(notes(run, 'split-healed')).toMatchObject([{ time: 60, instance: 0, value: diverged }]);
    expect(run.of('db', 'refusedWrites')).toBe(0);
    expect(run.series('db', 'isPrimary').map(Math.round)[45]).toBe(2);
    expect(run.series('db', 'isPrimary').at(-1)).toBe(1);
    expect(run.of('db', 'writes', { instance: 0, from: 61 })).toBe(0);
  });

  it('of rows that both wrote the older last write is gone: as many as both hit, by chance', () => {
    const keys = 2000;
    const run = play({ fencing: false, strayPercent: 50 }, partition(), { keys });
    // balls in bins: a row is written by either side with probability 1 - e^(-writes / rows)
    const own = 1 - Math.exp(-run.of('db', 'writes', { instance: 0, from: 20, to: 60 }) / keys);
    const others = 1 - Math.exp(-run.of('db', 'writes', { instance: 1, from: 20, to: 60 }) / keys);
    const expected = keys * own * others;
    expect(Math.abs(run.of('db', 'conflicts') - expected)).toBeLessThan(4 * Math.sqrt(expected));
    expect(run.of('db', 'lostWrites')).toBe(run.of('db', 'conflicts'));
  });

  it('with fencing takes no more writes once its lease is over: nothing diverges, and none are taken until another is primary', () => {
    const run = play(
      { failoverForm: 'phases', heartbeatSeconds: 2, missedBeats: 3, electionSeconds: 1, promoteSeconds: 4, repointSeconds: 0 },
      partition(),
    );
    const [fenced] = notes(run, 'fenced');
    const [promoted] = notes(run, 'promoted');
    // beats at 22, 24 and 26 are missed
    expect([fenced.time, fenced.instance]).toEqual([26, 0]);
    expect([promoted.time, promoted.instance]).toEqual([31, 1]);
    expect(run.of('db', 'divergedWrites')).toBe(0);
    within(run.of('db', 'refusedWrites'), 200 * 5);
    expect(run.of('db', 'acknowledgedWrites', { from: 27, to: 31 })).toBe(0);
    // it acknowledged alone until then
    within(run.of('db', 'lostWrites'), 200 * 6);
    expect(notes(run, 'rejoined')).toMatchObject([{ time: 60, instance: 0 }]);
  });

  it('is fenced when the monitor misses its beats, which may be before its lease is over', () => {
    const acts = [act('strike', 21, 0), act('mend', 60, 0)];
    const run = play({ failoverForm: 'phases', heartbeatSeconds: 2, missedBeats: 3, electionSeconds: 1, promoteSeconds: 4 }, acts);
    expect(notes(run, 'fenced')).toMatchObject([{ time: 26, instance: 0 }]);
  });

  it('with nobody to take over takes no more writes either, once its lease is over', () => {
    const run = play({}, [act('strike', 20, 0), act('strike', 20, 1), act('mend', 60, 0), act('mend', 60, 1)]);
    expect(notes(run, 'fenced')).toMatchObject([{ time: 30, instance: 0 }]);
    expect(notes(run, 'promoted')).toHaveLength(0);
    expect(run.of('db', 'acknowledgedWrites', { from: 31, to: 60 })).toBe(0);
    expect(run.of('db', 'acknowledgedWrites', { from: 61 }) / 29).toBeCloseTo(200, -2);
    expect(run.of('db', 'lostWrites')).toBe(0);
  });

  it('with fencing and synchronous replication nothing is lost either: writes stop when nobody says that he has them', () => {
    const run = play({ replication: 'sync', nearRttMs: 1 }, partition());
    expect(run.of('db', 'lostWrites')).toBe(0);
    expect(run.of('db', 'divergedWrites')).toBe(0);
    expect(run.of('db', 'acknowledgedWrites', { from: 21, to: 30 })).toBe(0);
    expect(run.of('db', 'acknowledgedWrites', { from: 31, to: 60 }) / 29).toBeCloseTo(200, -2);
  });

  it('that is heard again before another is primary goes on', () => {
    const run = play({}, [act('strike', 20, 0), act('mend', 25, 0)]);
    expect(notes(run, 'promoted')).toHaveLength(0);
    expect(run.of('db', 'lostWrites')).toBe(0);
    expect(run.of('db', 'refusedWrites')).toBe(0);
    expect(run.series('db', 'lag', 1)[23]).toBeCloseTo(4, 0);
    expect(run.series('db', 'lag', 1)[30]).toBeLessThan(0.1);
  });

  it('one way: a mute one is replaced, a deaf one only where it must know that others hear it', () => {
    const mute = play({ fencing: false }, partition(0, 'mute'));
    expect(notes(mute, 'split-brain')).toHaveLength(1);
    const deaf = play({ fencing: false }, partition(0, 'deaf'));
    expect(notes(deaf, 'promoted')).toHaveLength(0);
    expect(deaf.of('db', 'acknowledgedWrites', { from: 20, to: 60 }) / 40).toBeCloseTo(200, -2);
    const fenced = play({}, partition(0, 'deaf'));
    expect(notes(fenced, 'promoted')).toHaveLength(1);
  });
});

describe('a replica that hears nobody', () => {
  it('with fencing just falls behind', () => {
    const run = play({ replicas: 2 }, partition(1));
    expect(notes(run, 'promoted')).toHaveLength(0);
    expect(notes(run, 'split-brain')).toHaveLength(0);
    expect(run.series('db', 'lag', 1)[50]).toBeCloseTo(31, 0);
  });

  it('without fencing makes itself a second primary, and what both wrote is put together', () => {
    const run = play({ replicas: 2, fencing: false, strayPercent: 20 }, partition(1));
    const [split] = notes(run, 'split-brain');
    expect([split.time, split.instance]).toEqual([30, 1]);
    expect(run.of('db', 'divergedWrites')).toBe(run.of('db', 'writes', { from: 20, to: 60 }));
    within(run.of('db', 'writes', { instance: 1, from: 30, to: 60 }), 0.2 * 200 * 30);
    expect(notes(run, 'split-healed')).toMatchObject([{ time: 60, instance: 1 }]);
  });
});

describe('an old primary that comes back', () => {
  const acts: TestAct[] = [
    { at: 20, act: 'crash', node: 'db', instance: 0 },
    { at: 40, act: 'recover', node: 'db', instance: 0 },
  ];

  it('without fencing takes writes until somebody notices that there are two', () => {
    const run = play({ fencing: false, strayPercent: 40, heartbeatSeconds: 2, missedBeats: 3 }, acts);
    expect(notes(run, 'split-brain')).toMatchObject([{ time: 40, instance: 0 }]);
    expect(notes(run, 'split-healed')).toMatchObject([{ time: 46, instance: 0 }]);
    within(run.of('db', 'writes', { instance: 0, from: 40, to: 46 }), 0.4 * 200 * 6);
    expect(run.of('db', 'writes', { instance: 0, from: 46 })).toBe(0);
    expect(notes(run, 'rejoined')).toMatchObject([{ time: 46, instance: 0 }]);
  });

  it('with fencing joins as a replica at once', () => {
    const run = play({}, acts);
    expect(notes(run, 'split-brain')).toHaveLength(0);
    expect(run.of('db', 'writes', { instance: 0, from: 40 })).toBe(0);
    expect(notes(run, 'rejoined')).toMatchObject([{ time: 40, instance: 0 }]);
  });

  it('takes what only it had along when it dies while it is the second one', () => {
    const run = play({ fencing: false, strayPercent: 40, heartbeatSeconds: 10 }, [
      ...acts,
      { at: 45, act: 'crash', node: 'db', instance: 0 },
    ]);
    const alone = run.of('db', 'writes', { instance: 0, from: 40, to: 45 });
    within(alone, 0.4 * 200 * 5);
    expect(run.of('db', 'lostWrites', { from: 40 })).toBe(alone);
    expect(notes(run, 'split-healed')).toHaveLength(0);
  });
});

describe('a replica in another region', () => {
  it('answers a round trip later, and only when none stands nearby', () => {
    const reads = { writeShare: 0, seconds: 20 };
    const far = play({ replicas: 1, farReplicas: 1, farRttMs: 70 }, [], reads);
    expect(far.series('db', 'meanResponse')[10]).toBeCloseTo(0.0701, 4);
    const both = play({ replicas: 2, farReplicas: 1, farRttMs: 70 }, [], reads);
    expect(both.of('db', 'reads', { instance: 1 })).toBe(0);
    expect(both.series('db', 'meanResponse')[10]).toBeCloseTo(0.0001, 4);
  });

  it('is behind by half a round trip more, whether the log leaves at once or every now and then', () => {
    const lag = (farReplicas: number, lagForm = 'fixed') => {
      const run = play({ replicas: 1, farReplicas, farRttMs: 1000, lagMs: 300, lagForm }, [], { seconds: lagForm === 'fixed' ? 40 : 400 });
      const all = run.series('db', 'lag', 1).slice(5);
      return all.reduce((sum, seconds) => sum + seconds, 0) / all.length;
    };
    expect(lag(0)).toBeCloseTo(0.3, 1);
    expect(lag(1)).toBeCloseTo(0.8, 1);
    expect(lag(1, 'exponential')).toBeCloseTo(0.8, 1);
  });
});

describe('reads while there are two primaries', () => {
  it('are stale where the other one has written, whichever is asked', () => {
    const keys = 50;
    const run = play({ fencing: false, strayPercent: 50, readsFrom: 'primary' }, partition(), { keys, writeShare: 50 });
    // rows are written so often that the last write of a row is of either side with the same probability
    const reads = run.of('db', 'reads', { from: 40, to: 60 });
    const stale = run.of('db', 'staleReads', { from: 40, to: 60 });
    expect(Math.abs(stale / reads - 0.5)).toBeLessThan(0.05);
    expect(run.of('db', 'staleReads', { from: 61 })).toBe(0);
    expect(run.of('db', 'staleReads', { to: 20 })).toBe(0);
  });
});
