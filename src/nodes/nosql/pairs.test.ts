import { describe, expect, it } from 'vitest';
import { queueBehavior } from '../queue/behavior.ts';
import { simulate, type TestAct, type TestLink, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { nosqlBehavior } from './behavior.ts';

const behaviors = { users: usersBehavior, 'web-server': webServerBehavior, nosql: nosqlBehavior, queue: queueBehavior };

interface Setting {
  /** Requests a second in each region. */
  east?: number;
  west?: number;
  seconds?: number;
  writeShare?: number;
  keys?: number;
  /** One way between the stores. */
  delaySeconds?: number;
  store?: Readonly<Record<string, number | boolean | string>>;
  wire?: NonNullable<TestLink[2]>;
  acts?: readonly TestAct[];
}

/** Two regions with users, a server that takes no time and a store each; each store tells the other of its writes. */
function plan(setting: Setting): TestPlan {
  const { east = 100, west = 100, seconds = 60, writeShare = 50, keys = 100, delaySeconds = 0.04, store = {}, wire, acts = [] } = setting;
  const users = (ratePerSecond: number) => ({ kind: 'users', params: { ratePerSecond, patienceSeconds: 120 } }) as const;
  const web = { kind: 'web-server', params: { service: 'none', threads: 10_000, queueLimit: 1_000_000, jobShare: 0 } } as const;
  const kept = { kind: 'nosql', params: { vcpu: 96, replicaMs: 0.1, service: 'fixed', hopMs: 0, ...store } } as const;
  return {
    seconds,
    nodes: { 'users-e': users(east), 'users-w': users(west), 'web-e': web, 'web-w': web, east: kept, west: kept },
    links: [
      ['users-e', 'web-e'],
      ['users-w', 'web-w'],
      ['web-e', 'east'],
      ['web-w', 'west'],
      ['east', 'west', { delaySeconds, timeoutSeconds: 1, ...wire }],
      ['west', 'east', { delaySeconds, timeoutSeconds: 1, ...wire }],
    ],
    workload: { writeShare, keys, keySkew: 0 },
    acts,
  };
}

const play = (setting: Setting) => simulate(plan(setting), behaviors);
const at = (result: TestResult, node: string, metric: string, second: number) => result.series(node, metric)[second - 1];

describe('two stores that copy to each other', () => {
  it('answer with their own nodes, and have what the other was told one way later', () => {
    const late = play({ store: { testReadMs: 50 } });
    const early = play({ store: { testReadMs: 39 } });
    for (const region of ['east', 'west']) {
      expect(late.of(region, 'testReads')).toBeGreaterThan(2500);
      expect(late.of(region, 'testReadsMissing')).toBe(0);
      // a later write of the same row may be there already
      expect(early.of(region, 'testReadsMissing')).toBeGreaterThan(0.9 * early.of(region, 'testReads'));
      expect(Math.max(...late.series(region, 'meanResponse'))).toBeLessThan(0.001);
    }
  });

  it('show what the other has not told yet as stale, and their own never', () => {
    const both = play({});
    expect(both.of('west', 'staleReads')).toBeGreaterThan(50);
    const oneWrites = play({ acts: [{ at: 0, act: 'workload', field: 'writeShare', value: 50 }], west: 0 });
    expect(oneWrites.of('east', 'reads')).toBeGreaterThan(2000);
    expect(oneWrites.of('east', 'staleReads')).toBe(0);
  });

  it('lose an acknowledged write to one that was made elsewhere without knowing of it, as often as they meet on the way', () => {
    // a row's writes come at rate a in each region. An east one is lost if a west one begins within the way D after it and no other
    // east one before that one is there: integral over u in [0, D] of a exp(-a u) exp(-a (u + D)) = exp(-aD) (1 - exp(-2aD)) / 2
    const [seconds, writes, keys, way] = [300, 100, 100, 0.05];
    const result = play({ seconds, east: writes, west: writes, writeShare: 100, keys, delaySeconds: way });
    const perRow = writes / keys;
    const share = (Math.exp(-perRow * way) * (1 - Math.exp(-2 * perRow * way))) / 2;
    for (const region of ['east', 'west']) {
      const lost = share * result.of(region, 'acknowledgedWrites');
      expect(lost).toBeGreaterThan(1000);
      expect(Math.abs(result.of(region, 'overruled') - lost)).toBeLessThan(4 * Math.sqrt(lost));
    }
  });

  it('have no conflicts where each row is written in one region only', () => {
    expect(play({ west: 0, writeShare: 100, keys: 10, seconds: 30 }).of('east', 'overruled')).toBe(0);
  });

  it('go on alone while the wires between them are cut, and tell each other everything afterwards', () => {
    const cut: TestAct[] = ['east>west', 'west>east'].map((link) => ({
      at: 20,
      act: 'strike-link',
      link,
      fault: 'partition',
      value: 0,
      seconds: 20,
    }));
    const result = play({ acts: cut, seconds: 80, store: { testReadMs: 500 } });
    for (const region of ['east', 'west']) {
      expect(result.of(region, 'failed')).toBe(0);
      const writes = result.of(region, 'acknowledgedWrites', { from: 20, to: 40 });
      expect(writes).toBeGreaterThan(800);
      // what was on its way when the cut came has to be told again, too
      expect(at(result, region, 'copiesWaiting', 40)).toBeGreaterThanOrEqual(writes);
      expect(at(result, region, 'copiesWaiting', 40)).toBeLessThan(1.02 * writes);
      expect(at(result, region, 'copyLag', 40)).toBeGreaterThan(19.9);
      expect(at(result, region, 'copyLag', 40)).toBeLessThan(20.1);
      // of the rest the row was written here meanwhile
      expect(result.of(region, 'testReadsMissing', { from: 20, to: 40 })).toBeGreaterThan(700);
      expect(result.of(region, 'testReadsMissing', { from: 43 })).toBe(0);
      expect(at(result, region, 'copiesWaiting', 80)).toBeLessThan(10);
      const told = result.of(region === 'east' ? 'west' : 'east', 'acknowledgedWrites') - at(result, region, 'copiesWaiting', 80);
      expect(result.of(region, 'copiesTaken')).toBeGreaterThan(told - 20);
    }
  });

  it('lose nothing when the node dies that was telling: another tells it again', () => {
    const crash = (from: number): TestAct[] =>
      [0, 1, 2].map((instance) => ({ at: from + instance * 2, act: 'crash', node: 'east', instance, seconds: 1 }) as const);
    const result = play({ acts: crash(20), seconds: 60, west: 0, writeShare: 100, store: { testReadMs: 20_000 }, delaySeconds: 0.3 });
    expect(result.of('west', 'testReads', { from: 40 })).toBeGreaterThan(500);
    expect(result.of('west', 'testReadsMissing')).toBe(0);
    expect(at(result, 'east', 'copiesWaiting', 60)).toBeLessThan(100);
  });

  it('try each write again over a wire that loses some', () => {
    const loss: TestAct[] = [{ at: 10, act: 'strike-link', link: 'east>west', fault: 'loss', value: 5 }];
    const result = play({ acts: loss, west: 0, writeShare: 100, store: { testReadMs: 15_000 }, wire: { timeoutSeconds: 0.2, retries: 1 } });
    expect(result.of('west', 'testReads')).toBeGreaterThan(3000);
    expect(result.of('west', 'testReadsMissing')).toBe(0);
  });
});

it('a store wired to a queue tells it of every write of its own, and of none that came from elsewhere', () => {
  const base = plan({ seconds: 40, writeShare: 100 });
  const result = simulate(
    { ...base, nodes: { ...base.nodes, news: { kind: 'queue' } }, links: [...base.links, ['east', 'news']] },
    behaviors,
  );
  expect(result.of('east', 'copiesTaken')).toBeGreaterThan(3000);
  expect(Math.abs(result.of('news', 'arrived') - result.of('east', 'acknowledgedWrites'))).toBeLessThan(3);
});
