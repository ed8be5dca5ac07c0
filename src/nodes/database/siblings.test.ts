import { describe, expect, it } from 'vitest';
import { simulate, type TestAct, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { databaseBehavior } from './behavior.ts';

const behaviors = { users: usersBehavior, 'web-server': webServerBehavior, database: databaseBehavior };

interface Setting {
  east?: number;
  west?: number;
  seconds?: number;
  writeShare?: number;
  keys?: number;
  /** One way between the databases. */
  delaySeconds?: number;
  database?: Readonly<Record<string, number | boolean | string>>;
  timeoutSeconds?: number;
  acts?: readonly TestAct[];
}

/** Two data centres with users, a server that takes no time and a database each; each database tells the other of its writes. */
function plan(setting: Setting): TestPlan {
  const { east = 100, west = 100, seconds = 60, writeShare = 50, keys = 100, delaySeconds = 0.04, database = {}, acts = [] } = setting;
  const users = (ratePerSecond: number) => ({ kind: 'users', params: { ratePerSecond, patienceSeconds: 120 } }) as const;
  const web = { kind: 'web-server', params: { service: 'none', threads: 10_000, queueLimit: 1_000_000, jobShare: 0 } } as const;
  const kept = {
    kind: 'database',
    params: { replicas: 0, vcpu: 96, cpuReadMs: 0.1, cpuWriteMs: 0.1, fsyncMs: 0, service: 'fixed', ...database },
  } as const;
  const wire = { delaySeconds, timeoutSeconds: setting.timeoutSeconds ?? 1 };
  return {
    seconds,
    nodes: {
      'users-e': users(east),
      'users-w': users(west),
      'web-e': web,
      'web-w': web,
      east: kept,
      west: kept,
    },
    links: [
      ['users-e', 'web-e'],
      ['users-w', 'web-w'],
      ['web-e', 'east'],
      ['web-w', 'west'],
      ['east', 'west', wire],
      ['west', 'east', wire],
    ],
    workload: { writeShare, keys, keySkew: 0 },
    acts,
  };
}

const play = (setting: Setting) => simulate(plan(setting), behaviors);
const at = (result: TestResult, node: string, metric: string, second: number) => result.series(node, metric)[second - 1];
const cut: TestAct[] = ['east>west', 'west>east'].map((link) => ({
  at: 20,
  act: 'strike-link',
  link,
  fault: 'partition',
  value: 0,
  seconds: 20,
}));
const meanOf = (result: TestResult, node: string) => {
  const counts = result.series(node, 'completed');
  const sum = result.series(node, 'meanResponse').reduce((total, mean, i) => total + (counts[i] > 0 ? mean * counts[i] : 0), 0);
  return sum / result.of(node, 'completed');
};

describe('two databases that tell each other afterwards', () => {
  it('answer at once, and show what the other has not told yet as stale', () => {
    const result = play({});
    expect(meanOf(result, 'east')).toBeLessThan(0.001);
    expect(result.of('west', 'staleReads')).toBeGreaterThan(50);
    expect(result.of('west', 'copiesTaken')).toBeGreaterThan(2500);
    expect(Math.abs(result.of('west', 'copiesTaken') - result.of('east', 'acknowledgedWrites'))).toBeLessThan(20);
    expect(play({ west: 0 }).of('east', 'staleReads')).toBe(0);
  });

  it('lose an acknowledged write to one that was made elsewhere without knowing of it, as often as they meet on the way', () => {
    // as for NoSQL stores (nosql/pairs.test.ts): exp(-aD) (1 - exp(-2aD)) / 2 of the writes, a a row's rate in one of the centres, D the way
    const [writes, keys, way] = [100, 100, 0.05];
    const result = play({ seconds: 300, east: writes, west: writes, writeShare: 100, keys, delaySeconds: way });
    // a copy counts once it is written: its 0.1 ms belong to the way
    const meet = (writes / keys) * (way + 0.0001);
    const share = (Math.exp(-meet) * (1 - Math.exp(-2 * meet))) / 2;
    for (const centre of ['east', 'west']) {
      const lost = share * result.of(centre, 'acknowledgedWrites');
      expect(lost).toBeGreaterThan(1000);
      expect(Math.abs(result.of(centre, 'overruled') - lost)).toBeLessThan(4 * Math.sqrt(lost));
    }
  });

  it('go on alone while they are cut apart, and diverge by what each has written; afterwards both have everything', () => {
    const result = play({ acts: cut, seconds: 80 });
    for (const centre of ['east', 'west']) {
      expect(result.of(centre, 'failed')).toBe(0);
      const writes = result.of(centre, 'acknowledgedWrites', { from: 20, to: 40 });
      expect(at(result, centre, 'copiesWaiting', 40)).toBeGreaterThanOrEqual(writes);
      expect(at(result, centre, 'copiesWaiting', 40)).toBeLessThan(1.02 * writes);
      expect(at(result, centre, 'copyLag', 40)).toBeGreaterThan(19.9);
      expect(at(result, centre, 'copiesWaiting', 80)).toBeLessThan(10);
      // a hundred rows, each written more than once on both sides meanwhile: nearly every read is of one that the other side has changed
      expect(result.of(centre, 'staleReads', { from: 35, to: 40 })).toBeGreaterThan(100);
    }
  });

  it('tell what was on its way again when the primary that was telling dies', () => {
    const result = play({
      acts: [
        { at: 20, act: 'crash', node: 'east', instance: 0, seconds: 5 },
        { at: 50, act: 'workload', field: 'traffic', value: 0 },
      ],
      west: 0,
      writeShare: 100,
      delaySeconds: 0.3,
      database: { autoFailover: false },
    });
    expect(at(result, 'east', 'copiesWaiting', 25)).toBeGreaterThan(10);
    expect(result.of('west', 'copiesTaken')).toBe(result.of('east', 'writes'));
    expect(at(result, 'east', 'copiesWaiting', 60)).toBe(0);
  });
});

describe('what is told', () => {
  /** Of the east, which alone writes; from 50 s on nothing is asked any more. */
  const told = (setting: Setting) => {
    const stop: TestAct = { at: 50, act: 'workload', field: 'traffic', value: 0 };
    return play({ ...setting, west: 0, writeShare: 100, acts: [...(setting.acts ?? []), stop] });
  };

  it('comes once, also what was on its way for longer than the sender waited and had been sent again meanwhile', () => {
    const slow: TestAct = { at: 20, act: 'strike-link', link: 'east>west', fault: 'latency', value: 8000, seconds: 0.5 };
    const result = told({ acts: [slow], timeoutSeconds: 0.2, east: 400 });
    expect(result.of('west', 'arrived')).toBeGreaterThan(result.of('east', 'writes') + 40);
    expect(result.of('west', 'copiesTaken')).toBe(result.of('east', 'writes'));
    expect(result.of('west', 'overruled')).toBe(0);
  });

  it('is tried once a second while nobody is there to hear it', () => {
    const away: TestAct = { at: 20, act: 'crash', node: 'west', instance: 0, seconds: 20 };
    const result = told({ acts: [away], database: { autoFailover: false } });
    // a round trip passes before it is noticed, and until then all are sent
    expect(result.of('west', 'failed', { from: 21, to: 39 })).toBeLessThan(25);
    expect(result.of('west', 'failed', { from: 21, to: 39 })).toBeGreaterThan(14);
    expect(result.of('west', 'copiesTaken')).toBe(result.of('east', 'writes'));
  });

  it('is forgotten by nobody who waits for it when the one that was telling dies', () => {
    const away: TestAct = { at: 20, act: 'crash', node: 'east', instance: 0, seconds: 5 };
    const result = told({ acts: [away], delaySeconds: 0.3, database: { tells: 'before', autoFailover: false } });
    expect(result.of('west', 'copiesTaken')).toBe(result.of('east', 'writes'));
    // those who waited when it died were not told
    expect(result.of('east', 'writes') - result.of('east', 'acknowledgedWrites')).toBeGreaterThan(30);
  });
});

describe('a database that tells the other before it answers', () => {
  it('waits for its own replicas, too, whoever is slower', () => {
    const near = plan({ database: { tells: 'before' }, west: 0, writeShare: 100, delaySeconds: 0.005 });
    const { params } = near.nodes.east;
    const east = { kind: 'database', params: { ...params, replication: 'sync', replicas: 1, farReplicas: 1 } } as const;
    const result = simulate({ ...near, nodes: { ...near.nodes, east } }, behaviors);
    // a round trip to the far replica, 73 ms; the other database is 10 ms away and back
    expect(meanOf(result, 'east')).toBeGreaterThan(0.072);
    expect(meanOf(result, 'east')).toBeLessThan(0.075);
    expect(result.of('east', 'acknowledgedWrites')).toBeGreaterThan(5000);
  });

  it('waits for all that it tells', () => {
    const two = plan({ database: { tells: 'before' }, west: 0, writeShare: 100 });
    const far = { delaySeconds: 0.1, timeoutSeconds: 1 };
    const result = simulate(
      { ...two, nodes: { ...two.nodes, south: two.nodes.west }, links: [...two.links, ['east', 'south', far]] },
      behaviors,
    );
    expect(meanOf(result, 'east')).toBeGreaterThan(0.2);
    expect(meanOf(result, 'east')).toBeLessThan(0.202);
  });

  it('makes each write wait for the round trip and loses none to the other side’s ignorance of what is acknowledged', () => {
    const result = play({ database: { tells: 'before' }, west: 0, writeShare: 100 });
    expect(meanOf(result, 'east')).toBeGreaterThan(0.08);
    expect(meanOf(result, 'east')).toBeLessThan(0.082);
    // whoever is told that it is written finds it on the other side at once
    const readers = play({ database: { tells: 'before' }, west: 100, writeShare: 50, keys: 20 });
    const after = play({ database: { tells: 'after' }, west: 100, writeShare: 50, keys: 20 });
    expect(readers.of('west', 'staleReads')).toBeLessThan(0.02 * after.of('west', 'staleReads'));
  });

  it('acknowledges nothing while it cannot tell, and says so when its patience ends', () => {
    const result = play({ acts: cut, seconds: 60, database: { tells: 'before' }, writeShare: 100 });
    for (const centre of ['east', 'west']) {
      expect(result.of(centre, 'acknowledgedWrites', { from: 21, to: 40 })).toBe(0);
      expect(result.of(centre, 'failed', { from: 22, to: 40 })).toBeGreaterThan(1500);
      expect(result.of(centre, 'acknowledgedWrites', { from: 42 })).toBeGreaterThan(1500);
    }
  });
});
