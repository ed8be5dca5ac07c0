import { describe, expect, it } from 'vitest';
import type { Behavior } from '../../engine/behavior.ts';
import { Ledger } from '../../engine/ledger.ts';
import { simulate, type TestAct, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { databaseBehavior } from './behavior.ts';

// long runs, and the machine may be busy
const kinds = { users: usersBehavior, 'web-server': webServerBehavior, database: databaseBehavior };
const play = (plan: TestPlan): TestResult => simulate(plan, kinds);

/** People, a web server with room for everything, and a database. */
function rows(rate: number, writeShare: number, database: TestNode['params'], more: Partial<TestPlan> = {}): TestPlan {
  return {
    seconds: 60,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: rate } },
      web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1, threads: 10_000 } },
      db: { kind: 'database', ...(database && { params: database }) },
    },
    links: [
      ['people', 'web'],
      ['web', 'db', { timeoutSeconds: 1 }],
    ],
    workload: { staticShare: 0, writeShare, keys: 1000, keySkew: 0.5 },
    ...more,
  };
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const notes = (result: TestResult, code: string) => result.notes.filter((note) => note.code === code);
const crashPrimary: TestAct = { at: 20, act: 'crash', node: 'db', instance: 0 };

describe('reads and writes', () => {
  it('S02: replicas take the reads off the primary, but every copy does every write', () => {
    const writeShare = (200 / 3700) * 100;
    const spread = play(rows(3700, writeShare, { replicas: 2 }, { seconds: 20 }));
    const busy = (instance: number) => mean(spread.series('db', 'utilization', instance).slice(2));
    expect(busy(0)).toBeCloseTo((200 * 1.5) / 2000, 2);
    for (const replica of [1, 2]) expect(Math.abs(busy(replica) / ((1750 * 0.5 + 200 * 1.5) / 2000) - 1)).toBeLessThan(0.03);
    const alone = play(rows(3700, writeShare, { replicas: 2, readsFrom: 'primary' }, { seconds: 12 }));
    expect(mean(alone.series('db', 'utilization', 0).slice(5))).toBeGreaterThan(0.99);
    expect(alone.of('db', 'staleReads')).toBe(0);
  });

  it('a write waits for CPU and disk, a read for CPU', () => {
    const result = play(rows(50, 100, { replicas: 0, vcpu: 8, cpuWriteMs: 2, fsyncMs: 3, service: 'fixed' }));
    expect(mean(result.series('db', 'meanResponse'))).toBeCloseTo(0.005, 4);
    expect(mean(result.series('db', 'utilization'))).toBeCloseTo((50 * 0.002) / 8, 2);
    expect(result.of('db', 'acknowledgedWrites')).toBe(result.of('db', 'writes'));
  });

  it('sheds what finds the waiting room full', () => {
    const result = play(rows(100, 0, { replicas: 0, vcpu: 1, cpuReadMs: 20, queueLimit: 5, service: 'fixed' }));
    expect(result.of('db', 'completed') / 60).toBeCloseTo(50, 0);
    expect(result.total('failed.read.shed')).toBe(result.of('db', 'failed'));
    expect(Math.max(...result.series('db', 'inside'))).toBeLessThanOrEqual(6);
  });

  it('a write whose caller has gone is committed, but nobody was told', () => {
    const plan = rows(20, 100, { replicas: 0, fsyncMs: 100, service: 'fixed' });
    const result = play({
      ...plan,
      links: [
        ['people', 'web'],
        ['web', 'db', { timeoutSeconds: 0.05 }],
      ],
    });
    expect(result.of('db', 'writes')).toBeGreaterThan(1000);
    expect(result.of('db', 'acknowledgedWrites')).toBe(0);
  });
});

describe('replication', () => {
  it('a replica behind by a fixed lag is stale for exactly the rows written within it', () => {
    // one row, written 5 times a second: a reader sees an old one with probability 1 - e^(-5 x lag)
    const plan = rows(505, (5 / 505) * 100, { replicas: 1, lagMs: 200, lagForm: 'fixed', cpuWriteMs: 0.01, fsyncMs: 0, cpuReadMs: 0.01 });
    const result = play({ ...plan, seconds: 600, workload: { ...plan.workload, keys: 1 } });
    expect(result.of('db', 'staleReads') / result.of('db', 'reads')).toBeCloseTo(1 - Math.exp(-1), 1);
    expect(Math.abs(result.of('db', 'staleReads') / result.of('db', 'reads') / (1 - Math.exp(-1)) - 1)).toBeLessThan(0.03);
    expect(result.total('staleReads')).toBe(result.of('db', 'staleReads'));
  });

  it('P7: with exponential lag of mean L a read d after the last write is stale with probability e^(-d/L)', () => {
    // writes every T s on one row in the mean (Poisson rate w), lag exponential: stale = wL / (1 + wL)
    const plan = rows(505, (5 / 505) * 100, {
      replicas: 1,
      lagMs: 200,
      lagForm: 'exponential',
      cpuWriteMs: 0.01,
      fsyncMs: 0,
      cpuReadMs: 0.01,
    });
    const result = play({ ...plan, seconds: 1200, frameSeconds: 10, workload: { ...plan.workload, keys: 1 } });
    expect(Math.abs(result.of('db', 'staleReads') / result.of('db', 'reads') / (1 / 2) - 1)).toBeLessThan(0.04);
  });

  it('a replica that applies slower than writes come falls behind by what is left over', () => {
    // 500 writes a second, 2.5 ms each: 400 are applied
    const result = play(rows(500, 100, { replicas: 1, lagMs: 0, cpuWriteMs: 2.5, fsyncMs: 0, vcpu: 4, service: 'fixed' }, { seconds: 50 }));
    const lag = result.series('db', 'lag', 1);
    expect(lag[49] - lag[9]).toBeCloseTo(40 * 0.2, 0);
    expect(result.series('db', 'lag', 0).every((seconds) => seconds === 0)).toBe(true);
  });

  it('a replica that was away catches up', () => {
    const result = play(
      rows(
        300,
        100,
        { replicas: 2 },
        {
          acts: [
            { at: 10, act: 'crash', node: 'db', instance: 1 },
            { at: 20, act: 'recover', node: 'db', instance: 1 },
            { at: 30, act: 'hang', node: 'db', instance: 2 },
            { at: 35, act: 'recover', node: 'db', instance: 2 },
          ],
        },
      ),
    );
    const lag = (replica: number) => result.series('db', 'lag', replica);
    expect(lag(1)[19]).toBeCloseTo(10, 0);
    expect(lag(2)[34]).toBeCloseTo(5, 0);
    expect(Math.max(...lag(1).slice(40), ...lag(2).slice(40))).toBeLessThan(0.5);
    expect(result.total('failed.write.error')).toBe(0);
  });

  it('a replica added while running starts with everything, one taken away is not missed', () => {
    const result = play({
      ...rows(500, 20, { replicas: 1 }),
      nodes: { ...rows(500, 20, {}).nodes, db: { kind: 'database', params: { replicas: 1 }, slots: 4 } },
      acts: [
        { at: 20, act: 'instances', node: 'db', count: 4 },
        { at: 40, act: 'instances', node: 'db', count: 2 },
      ],
    });
    expect(result.of('db', 'reads', { instance: 3, to: 20 })).toBe(0);
    expect(result.of('db', 'reads', { instance: 3, from: 20, to: 40 }) / (400 * 20)).toBeCloseTo(1 / 3, 1);
    expect(result.of('db', 'reads', { instance: 3, from: 41 })).toBe(0);
    expect(Math.max(...result.series('db', 'lag', 3).slice(20, 40))).toBeLessThan(0.5);
    expect(result.of('web', 'failed')).toBe(0);
  });
});

describe('failover', () => {
  it('takes exactly its time, refuses writes meanwhile, and then takes them again', () => {
    const result = play(rows(200, 50, { replicas: 2, failoverSeconds: 7.5 }, { acts: [crashPrimary] }));
    expect(notes(result, 'failover-started')).toMatchObject([{ time: 20, instance: 0, value: 7.5 }]);
    const [promoted] = notes(result, 'promoted');
    expect(promoted.time).toBe(27.5);
    expect(promoted.value).toBe(7.5);
    const refused = result.of('db', 'refusedWrites');
    expect(refused / 7.5).toBeCloseTo(100, -1);
    // those that were inside when it died failed as well
    expect(result.total('failed.write.error') - refused).toBeGreaterThanOrEqual(0);
    expect(result.total('failed.write.error') - refused).toBeLessThan(5);
    expect(result.of('db', 'acknowledgedWrites', { from: 21, to: 27 })).toBe(0);
    expect(result.of('db', 'acknowledgedWrites', { from: 28 }) / 32).toBeCloseTo(100, -1);
    expect(result.total('failed.read.error')).toBe(0);
    expect(result.series('db', 'isPrimary', promoted.instance).at(-1)).toBe(1);
    expect(result.series('db', 'isPrimary').every((primaries) => primaries === 1)).toBe(true);
  });

  it('S23: loses in the mean what is written within the lag, 300/s x 0.25 s', () => {
    for (const lagForm of ['fixed', 'exponential']) {
      const lost = Array.from({ length: 16 }, (_, i) => {
        const plan = rows(300, 100, { replicas: 1, lagMs: 250, lagForm, failoverSeconds: 1, cpuWriteMs: 0.1, fsyncMs: 0 });
        const acts: TestAct[] = [{ ...crashPrimary, at: 10 + i / 7 } as TestAct];
        const result = play({ ...plan, seed: `s${i}`, seconds: 15, acts });
        const count = result.of('db', 'lostWrites');
        expect(notes(result, 'writes-lost').map((note) => note.value)).toEqual(count > 0 ? [count] : []);
        return count;
      });
      // fixed: Poisson around 75; exponential: the age of a batch is exponential, and so, nearly, is what is in it
      const deviation = lagForm === 'fixed' ? Math.sqrt(75 / 16) : 75 / 4;
      expect(Math.abs(mean(lost) - 75)).toBeLessThan(3 * deviation);
      expect(Math.max(...lost)).toBeGreaterThan(75);
    }
  });

  it('without lag nothing is lost', () => {
    const result = play(rows(300, 100, { replicas: 1, lagMs: 0, failoverSeconds: 1 }, { acts: [crashPrimary] }));
    expect(notes(result, 'promoted')).toHaveLength(1);
    expect(result.of('db', 'lostWrites')).toBe(0);
    expect(notes(result, 'writes-lost')).toHaveLength(0);
  });

  it('promotes the replica that has received most', () => {
    const result = play(
      rows(
        300,
        100,
        { replicas: 3, failoverSeconds: 2 },
        {
          acts: [
            { at: 15, act: 'hang', node: 'db', instance: 1 },
            { at: 15, act: 'crash', node: 'db', instance: 2 },
            crashPrimary,
            { at: 20.5, act: 'recover', node: 'db', instance: 1 },
            { at: 20.5, act: 'recover', node: 'db', instance: 2 },
          ],
        },
      ),
    );
    expect(notes(result, 'promoted')).toMatchObject([{ instance: 3 }]);
    expect(result.of('db', 'lostWrites')).toBeLessThan(100);
  });

  it('a primary that is back in time stays primary and has everything', () => {
    const result = play(
      rows(
        300,
        100,
        { replicas: 1, failoverSeconds: 10, lagMs: 1000 },
        { acts: [crashPrimary, { at: 25, act: 'recover', node: 'db', instance: 0 }] },
      ),
    );
    expect(notes(result, 'failover-started')).toHaveLength(1);
    expect(notes(result, 'promoted')).toHaveLength(0);
    expect(result.of('db', 'lostWrites')).toBe(0);
    expect(result.of('db', 'acknowledgedWrites', { from: 26 }) / 34).toBeCloseTo(300, -2);
  });

  it('when it is off, or when there is no replica, writes fail until the primary is back', () => {
    for (const database of [{ replicas: 1, autoFailover: false }, { replicas: 0 }]) {
      const result = play(
        rows(100, 100, { ...database, failoverSeconds: 2 }, { acts: [crashPrimary, { at: 40, act: 'recover', node: 'db', instance: 0 }] }),
      );
      expect(notes(result, 'failover-started')).toHaveLength(0);
      expect(result.of('db', 'refusedWrites') / 20).toBeCloseTo(100, -1);
      expect(result.of('db', 'acknowledgedWrites', { from: 41 }) / 19).toBeCloseTo(100, -1);
      expect(result.of('db', 'lostWrites')).toBe(0);
    }
  });

  it('a silent primary is replaced as well; back again, it takes no more writes and joins as a replica', () => {
    const result = play(
      rows(
        200,
        50,
        { replicas: 1, failoverSeconds: 5 },
        {
          acts: [
            { at: 20, act: 'hang', node: 'db', instance: 0 },
            { at: 40, act: 'recover', node: 'db', instance: 0 },
          ],
        },
      ),
    );
    expect(notes(result, 'promoted')).toMatchObject([{ time: 25, instance: 1 }]);
    expect(notes(result, 'rejoined')).toMatchObject([{ time: 40, instance: 0 }]);
    expect(result.of('db', 'writes', { instance: 0, from: 20 })).toBe(0);
    expect(result.of('db', 'reads', { instance: 0, from: 41 }) / 19).toBeCloseTo(100, -1);
    // nobody refuses: callers wait until their patience ends
    expect(result.total('failed.write.error')).toBeGreaterThan(400);
    expect(result.series('db', 'lag', 0).at(-1)).toBeLessThan(0.5);
  });

  it('an old primary cannot take over from the one that deposed it: it has nothing to go on from', () => {
    const result = play(
      rows(
        300,
        100,
        { replicas: 1, failoverSeconds: 2 },
        {
          acts: [
            crashPrimary,
            { at: 30, act: 'crash', node: 'db', instance: 1 },
            { at: 32, act: 'recover', node: 'db', instance: 0 },
            { at: 40, act: 'recover', node: 'db', instance: 1 },
          ],
        },
      ),
    );
    expect(notes(result, 'promoted')).toMatchObject([{ time: 22, instance: 1 }]);
    expect(notes(result, 'failover-started')).toHaveLength(1);
    expect(notes(result, 'rejoined')).toMatchObject([{ time: 40, instance: 0 }]);
    expect(result.of('db', 'acknowledgedWrites', { from: 30, to: 40 })).toBe(0);
    expect(result.of('db', 'acknowledgedWrites', { from: 41 }) / 19).toBeCloseTo(300, -2);
  });

  it('a primary taken away on purpose hands everything over first', () => {
    const result = play(
      rows(
        300,
        100,
        { replicas: 2, failoverSeconds: 1, lagMs: 500 },
        {
          acts: [crashPrimary, { at: 30, act: 'recover', node: 'db', instance: 0 }, { at: 40, act: 'instances', node: 'db', count: 1 }],
        },
      ),
    );
    const lostAtCrash = notes(result, 'writes-lost').reduce((sum, note) => sum + note.value, 0);
    expect(notes(result, 'promoted')).toHaveLength(2);
    expect(notes(result, 'promoted')[1]).toMatchObject({ time: 40, instance: 0 });
    expect(result.of('db', 'lostWrites')).toBe(lostAtCrash);
    expect(result.of('db', 'acknowledgedWrites', { from: 41 }) / 19).toBeCloseTo(300, -2);
  });

  it('no acknowledged write is both lost and present, none is neither', () => {
    const writes: { row: number; told: boolean; isLost: boolean }[] = [];
    let book: Ledger | undefined;
    /** Sees every write and every loss as it happens. */
    const watched: Behavior = {
      ...databaseBehavior,
      create: (ctx) => {
        const actor = databaseBehavior.create(ctx);
        const ledger = ctx.net.ledgers[ctx.node];
        if (!(ledger instanceof Ledger)) throw new Error('no ledger');
        const { commit, lose } = ledger;
        ledger.commit = (row, now, told) => {
          writes.push({ row, told, isLost: false });
          return commit.call(ledger, row, now, told);
        };
        ledger.lose = (after) => {
          for (const write of writes.slice(after)) write.isLost = true;
          return lose.call(ledger, after);
        };
        book = ledger;
        return actor;
      },
    };
    const plan = rows(
      300,
      60,
      { replicas: 3, failoverSeconds: 1.5, lagMs: 400 },
      {
        acts: [
          { at: 10, act: 'crash', node: 'db', instance: 0 },
          { at: 14, act: 'recover', node: 'db', instance: 0 },
          { at: 20, act: 'hang', node: 'db' },
          { at: 22, act: 'recover', node: 'db', instance: 2 },
          { at: 26, act: 'recover', node: 'db' },
          { at: 33, act: 'crash', node: 'db', instance: 1 },
          { at: 33.2, act: 'crash', node: 'db', instance: 2 },
          { at: 33.4, act: 'crash', node: 'db', instance: 3 },
          { at: 40, act: 'recover', node: 'db' },
        ],
      },
    );
    const patient: TestPlan = {
      ...plan,
      links: [
        ['people', 'web'],
        ['web', 'db'],
      ],
    };
    const result = simulate(patient, { ...kinds, database: watched });
    const told = writes.filter((write) => write.told);
    expect(told.length).toBe(result.of('db', 'acknowledgedWrites'));
    expect(told.filter((write) => write.isLost).length).toBe(result.of('db', 'lostWrites'));
    expect(result.of('db', 'lostWrites')).toBeGreaterThan(50);
    // users hear of exactly these, but for the few whose answer is still on its way
    expect(told.length - result.total('completed.write')).toBeLessThan(10);
    const surviving = new Map(writes.flatMap((write, i) => (write.isLost ? [] : [[write.row, i + 1]])));
    for (let row = 0; row < 1000; row++) expect(book?.newestOf(row)).toBe(surviving.get(row) ?? 0);
  });
});
