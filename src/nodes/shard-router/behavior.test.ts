/** Which shard is asked, and what that does to them. */

import { describe, expect, it } from 'vitest';
import { createRun } from '../../engine/run.ts';
import { unpackShards } from '../../engine/shardView.ts';
import { cacheBehavior } from '../cache/behavior.ts';
import { databaseBehavior } from '../database/behavior.ts';
import { inOrder, planOf, resultOf, simulate, type TestAct, type TestNode, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { shardRouterBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, 'shard-router': shardRouterBehavior, database: databaseBehavior };

type Params = Readonly<Record<string, number | string | boolean>>;

interface Setting {
  shards?: number;
  router?: Params;
  db?: Params;
  workload?: TestPlan['workload'];
  rate?: number;
  seconds?: number;
  acts?: readonly TestAct[];
  wire?: Parameters<typeof planOf>[0]['links'][number][2];
}

const plan = ({ shards = 4, router = {}, db = {}, workload = {}, rate = 1000, seconds = 20, acts = [], wire = {} }: Setting): TestPlan => {
  const names = Array.from({ length: shards }, (_, i) => `s${i}`);
  const store: TestNode = { kind: 'database', params: { replicas: 0, vcpu: 16, service: 'fixed', ...db } };
  return {
    seconds,
    nodes: {
      users: { kind: 'users', params: { ratePerSecond: rate, patienceSeconds: 60 } },
      web: { kind: 'web-server', params: { service: 'none', vcpu: 1024, threads: 10_000, queueLimit: 1_000_000, jobShare: 0 } },
      router: { kind: 'shard-router', params: { routerCpuMs: 0, millionRows: 0.1, ...router }, slots: Number(router.instances ?? 1) },
      ...Object.fromEntries(names.map((name) => [name, store])),
    },
    links: [['users', 'web'], ['web', 'router'], ...names.map((name) => ['router', name, wire] as const)] as TestPlan['links'],
    workload: { keys: 1000, keySkew: 0, ...workload },
    acts,
  };
};

const play = (setting: Setting) => simulate(plan(setting), kinds);

const shares = (run: ReturnType<typeof play>, shards = 4, metric = 'reads') => {
  const counts = Array.from({ length: shards }, (_, i) => run.of(`s${i}`, metric));
  const sum = counts.reduce((a, b) => a + b, 0);
  return counts.map((count) => count / sum);
};

/** The panel's numbers at the end. */
const picture = (setting: Setting) => {
  const drawn = planOf(plan(setting));
  const run = createRun(drawn, inOrder(kinds));
  run.advance(drawn.seconds, Number.MAX_SAFE_INTEGER);
  const node = drawn.nodes.findIndex(({ id }) => id === 'router');
  return unpackShards(run.shows().find((each) => each.node === node)!.numbers);
};

describe('finding the shard', () => {
  it('by modulo sends user n to shard n % 4, and splits 200,000 users evenly', () => {
    const seen = picture({ seconds: 2, workload: { keys: 200_000 } });
    expect(seen.shards.map(({ keys }) => keys)).toEqual([50_000, 50_000, 50_000, 50_000]);
    for (const { user, home } of seen.samples) expect(home).toBe(user % 4);
    const run = play({});
    for (const share of shares(run))
      expect(Math.abs(share - 0.25)).toBeLessThan(3 * Math.sqrt((0.25 * 0.75) / run.of('router', 'shardCalls')));
  });

  it.each(['modulo', 'range', 'ring', 'directory'])('by %s: each row has one home, and reads find what was written', (strategy) => {
    const run = play({ router: { strategy }, workload: { writeShare: 30 }, seconds: 30 });
    expect(run.of('users', 'staleReads')).toBe(0);
    expect(run.total('failed.read.error') + run.total('failed.write.error')).toBe(0);
    const [reads, writes] = [run.of('router', 'oneShard'), [0, 1, 2, 3].reduce((sum, i) => sum + run.of(`s${i}`, 'writes'), 0)];
    expect(reads).toBeGreaterThan(25_000);
    expect(writes).toBeGreaterThan(8000);
    const seen = picture({ router: { strategy, virtualNodes: 1000 }, seconds: 2 });
    expect(seen.shards.reduce((sum, { keys }) => sum + keys, 0)).toBe(1000);
    for (const { keys } of seen.shards) expect(Math.abs(keys - 250)).toBeLessThan(60);
  });

  it('by the time a row was made, every write goes to the last shard', () => {
    const run = play({ router: { strategy: 'range', shardKey: 'created-at' }, workload: { writeShare: 100 } });
    expect(shares(run, 4, 'writes')).toEqual([0, 0, 0, 1]);
    expect(run.series('router', 'hotRatio')[10]).toBe(4);
  });

  it('by country, the biggest fills one shard', () => {
    const run = play({ router: { shardKey: 'country' }, workload: { keys: 100_000 } });
    expect(Math.abs(shares(run)[0] - 0.7)).toBeLessThan(0.015);
  });

  it('asks all shards when a read does not know the key, and waits for the slowest', () => {
    const run = play({ router: { shardKey: 'composite', readsKnow: 'user' }, rate: 200 });
    expect(run.of('router', 'scattered')).toBe(run.of('router', 'shardCalls') / 4);
    expect(run.series('router', 'fanOut')[10]).toBe(4);
    const slow = play({
      router: { shardKey: 'composite', readsKnow: 'user' },
      rate: 100,
      seconds: 60,
      db: { cpuReadMs: 5, service: 'exponential', vcpu: 96 },
    });
    // the mean of the slowest of four: 5 (1 + 1/2 + 1/3 + 1/4)
    const mean = slow.series('router', 'meanResponse').slice(5);
    expect(mean.reduce((a, b) => a + b, 0) / mean.length).toBeCloseTo(0.0104, 3);
  });

  it('asks one shard for a feed only when rows carry what it shows, whose copies are then written after it', () => {
    const feeds = { feedShare: 50, writeShare: 50, keys: 100 };
    const plain = play({ workload: feeds, rate: 100 });
    expect(plain.of('router', 'scattered')).toBeGreaterThan(900);
    const copied = play({
      workload: feeds,
      rate: 100,
      router: { denormalised: true, copiesPerRow: 5 },
      acts: [{ at: 15, act: 'param', node: 'users', field: 'ratePerSecond', value: 0.001 }],
    });
    expect(copied.of('router', 'scattered')).toBe(0);
    const writes = copied.total('completed.write');
    expect(copied.of('router', 'copyWrites')).toBe(5 * writes);
    expect(copied.series('router', 'staleCopies').at(-1)).toBe(0);
    expect(copied.of('users', 'staleReads')).toBeGreaterThan(0);
  });
});

describe('writes of several shards', () => {
  const cross = { crossPercent: 100, crossRows: 2 };

  it('take one round trip more and are made by all or none', () => {
    const wire = { delaySeconds: 0.05 };
    const mean = (router: Params) => {
      const series = play({ router, wire, workload: { writeShare: 100 }, rate: 100 })
        .series('router', 'meanResponse')
        .slice(5);
      return series.reduce((a, b) => a + b, 0) / series.length;
    };
    const [one, two] = [mean({}), mean(cross)];
    // some pairs of rows are on one shard; the second half is the CPU of a read, and a disk wait
    const run = play({ router: cross, wire, workload: { writeShare: 100 }, rate: 100 });
    const share = run.of('router', 'crossWrites') / run.total('completed.write');
    expect(two - one).toBeCloseTo(share * (0.1 + 0.0005 + 0.0005), 2);
  });

  it('need every shard: with a chance of 10 % each to fail, 0.9 squared are made', () => {
    const run = play({ router: cross, db: { errorPercent: 10 }, workload: { writeShare: 100 }, seconds: 60, rate: 200 });
    const [all, aborted] = [run.of('router', 'crossWrites'), run.of('router', 'aborted')];
    expect(Math.abs(1 - aborted / all - 0.81)).toBeLessThan(3 * Math.sqrt((0.81 * 0.19) / all));
    // rounds beyond the first until both halves are written: 2 p / (1 - p) - p^2 / (1 - p^2)
    const again = run.of('router', 'settledAgain') / (all - aborted);
    expect(Math.abs(again - (0.2 / 0.9 - 0.01 / 0.99))).toBeLessThan(3 * Math.sqrt(0.25 / (all - aborted)));
  });
});

describe('rows that move', () => {
  const grows = (at: number, value: number): TestAct => ({ at, act: 'param', node: 'router', field: 'shardsInUse', value });
  const moved = (router: Params, to: number, seconds = 60) =>
    play({ shards: 8, router: { shardsInUse: 4, ...router }, workload: { keys: 20_000 }, acts: [grows(5, to)], seconds, rate: 200 });

  it.each([
    ['modulo', 5, 0.8],
    ['modulo', 6, 2 / 3],
    ['modulo', 8, 0.5],
    ['directory', 5, 0.2],
    ['range', 5, 1 / 8],
  ])('by %s from 4 to %i: so many', (strategy, to, share) => {
    const run = moved({ strategy }, to);
    expect(run.of('router', 'movedKeys') / 20_000).toBeCloseTo(share, 2);
    expect(run.series('router', 'keysToMove').at(-1)).toBe(0);
    expect(run.notes.filter(({ code }) => code === 'resharded')).toMatchObject([{ value: run.of('router', 'movedKeys') }]);
  });

  it('on a ring only to the new shard', () => {
    const run = moved({ strategy: 'ring', virtualNodes: 1000 }, 5);
    expect(run.of('router', 'movedKeys') / 20_000).toBeCloseTo(0.2, 1);
    const seen = picture({ shards: 5, router: { shardsInUse: 4, strategy: 'ring' }, acts: [grows(1, 5)], seconds: 30, rate: 10 });
    expect(seen.left).toBe(0);
  });

  it('as fast as they may, and not faster: 80 MB in one second from each of four shards at 20 MB/s', () => {
    // 0.1 million rows of 4 KB, four fifths of which move: 320 MB; each of four gives 80 MB, the new one takes 80 MB
    const run = moved({ migrationMBps: 20, rowKB: 4, copyCpuMs: 0 }, 5);
    expect(run.of('router', 'movedMb')).toBeCloseTo(320, 0);
    const end = run.notes.find(({ code }) => code === 'resharded')!.time - 5;
    expect(end).toBeGreaterThan(3.9);
    expect(end).toBeLessThan(5);
  });

  it('and take the CPU of both ends meanwhile', () => {
    const run = play({
      shards: 5,
      router: { strategy: 'directory', shardsInUse: 4, migrationMBps: 10, millionRows: 1, copyCpuMs: 50 },
      workload: { keys: 10_000 },
      db: { vcpu: 1 },
      acts: [grows(5, 5)],
      seconds: 40,
      rate: 4,
    });
    // one taker at 10 MB/s, four givers that share that
    expect(run.series('s4', 'utilization')[15]).toBeCloseTo(0.5, 1);
    expect(run.series('s0', 'utilization')[15] + run.series('s1', 'utilization')[15]).toBeGreaterThan(0.1);
  });

  it.each(['double-write', 'lock'])('lose no write and show no old row (%s)', (whileMoving) => {
    const run = play({
      shards: 5,
      router: { shardsInUse: 4, whileMoving, migrationMBps: 5, millionRows: 0.1 },
      workload: { keys: 500, writeShare: 40 },
      acts: [grows(5, 5), grows(15, 3)],
      seconds: 60,
      rate: 1000,
    });
    expect(run.of('router', whileMoving === 'lock' ? 'heldWrites' : 'doubleWrites')).toBeGreaterThan(50);
    expect(run.total('failed.write.error')).toBe(0);
    expect(run.of('users', 'staleReads')).toBe(0);
    expect(run.series('router', 'keysToMove').at(-1)).toBe(0);
  });

  it('wait where a shard is away, and go on when it is back', () => {
    const acts: TestAct[] = [grows(5, 5), { at: 5, act: 'crash', node: 's4' }, { at: 20, act: 'recover', node: 's4' }];
    const run = moved({ strategy: 'directory' }, 5);
    const broken = play({
      shards: 8,
      router: { shardsInUse: 4, strategy: 'directory' },
      workload: { keys: 20_000 },
      acts,
      seconds: 60,
      rate: 200,
    });
    expect(broken.series('router', 'keysToMove')[18]).toBe(run.of('router', 'movedKeys'));
    expect(broken.of('router', 'movedKeys')).toBe(run.of('router', 'movedKeys'));
  });

  it('are first looked for where an old entry of a directory says', () => {
    const run = moved({ strategy: 'directory', directoryTtlSeconds: 600 }, 5);
    const fresh = moved({ strategy: 'directory', directoryTtlSeconds: 0 }, 5);
    expect(run.of('router', 'redirects')).toBeGreaterThan(20);
    expect(fresh.of('router', 'redirects')).toBe(0);
    expect(run.total('failed.read.error')).toBe(0);
  });

  it('leave the disk that they come from', () => {
    const run = play({
      shards: 5,
      router: { shardsInUse: 4, millionRows: 10, strategy: 'directory', migrationMBps: 1000, copyCpuMs: 0 },
      db: { dataGB: 2 },
      workload: { keys: 10_000 },
      acts: [grows(5, 5)],
      seconds: 40,
    });
    const gained = run.series('s4', 'diskGb', 0).at(-1)! - 2;
    expect(gained).toBeCloseTo(run.of('router', 'movedMb') / 1024, 6);
    expect(gained).toBeGreaterThan(1.8);
    const lost = [0, 1, 2, 3].map((i) => 2 - run.series(`s${i}`, 'diskGb', 0).at(-1)!);
    expect(lost.reduce((a, b) => a + b, 0)).toBeCloseTo(gained, 6);
  });
});

describe('a cache before shards', () => {
  const cached = (keyedBy: string) => {
    const base = plan({
      shards: 5,
      router: { shardsInUse: 4 },
      workload: { keys: 1000 },
      acts: [{ at: 20, act: 'param', node: 'router', field: 'shardsInUse', value: 5 }],
      seconds: 40,
    });
    const run = simulate(
      {
        ...base,
        nodes: { ...base.nodes, cache: { kind: 'cache', params: { capacityKeys: 1000, ttlSeconds: 0, serviceMs: 0, keyedBy } } },
        links: [...base.links, ['web', 'cache']],
      },
      { ...kinds, cache: cacheBehavior },
    );
    return { run, misses: run.of('cache', 'misses', { from: 20 }) };
  };

  it('goes cold for what has moved where its keys name the shard: four fifths of all rows', () => {
    const { run, misses } = cached('shard');
    expect(run.of('cache', 'misses', { from: 15, to: 20 })).toBe(0);
    expect(run.of('router', 'movedKeys')).toBe(800);
    // now and then two want the same row at once
    expect(misses).toBeGreaterThanOrEqual(800);
    expect(misses).toBeLessThan(805);
  });

  it('does not notice where they do not', () => {
    const { run, misses } = cached('row');
    expect(misses).toBe(0);
    expect(run.of('cache', 'staleHits')).toBe(0);
  });
});

describe('a hot key', () => {
  const hot: TestAct = { at: 5, act: 'strike', node: 'users', fault: 'hot-key', value: 30 };
  const flocked = (router: Params, shards = 4) => {
    const run = play({ shards, router, workload: { keys: 10_000 }, acts: [hot], seconds: 40 });
    const counts = Array.from({ length: shards }, (_, i) => run.of(`s${i}`, 'reads', { from: 15 }));
    return { run, counts, sum: counts.reduce((a, b) => a + b, 0) };
  };

  it('of 30 % puts 47.5 % on its shard', () => {
    const { counts, sum } = flocked({});
    expect(Math.max(...counts) / sum).toBeCloseTo(0.475, 2);
  });

  it('split in four loads four shards alike', () => {
    const { counts, sum } = flocked({ hotKeys: 'split', splitInto: 4 });
    expect(Math.max(...counts) / sum).toBeCloseTo(0.25, 1);
    expect(Math.max(...counts) / sum).toBeLessThan(0.27);
  });

  it('kept for a second by the router is read once a second', () => {
    const { run, counts, sum } = flocked({ hotKeys: 'cache' });
    expect(Math.max(...counts) / sum).toBeLessThan(0.27);
    expect(run.of('router', 'hotCacheHits', { from: 15 }) / (0.3 * 25_000)).toBeGreaterThan(0.96);
  });

  it('gets a shard of its own, where nothing else is', () => {
    const { counts, sum } = flocked({ hotKeys: 'dedicated' }, 5);
    expect(counts[4] / sum).toBeCloseTo(0.3, 2);
    for (const count of counts.slice(0, 4)) expect(count / sum).toBeCloseTo(0.175, 2);
  });
});

it('shows some rows one by one, with what each server of their shard would show', () => {
  const seen = picture({ workload: { keys: 50, writeShare: 100 }, db: { replicas: 1, lagMs: 0, cpuWriteMs: 0.01 }, seconds: 5 });
  expect(new Set(seen.samples.map(({ row }) => row)).size).toBe(50);
  for (const { home, user, versions, state } of seen.samples) {
    expect([home, state]).toEqual([user % 4, 0]);
    expect(versions.slice(2)).toEqual([-1, -1]);
    expect(versions[0]).toBeGreaterThan(0);
    expect(versions[0] - versions[1]).toBeLessThan(5);
  }
  const half = picture({
    shards: 5,
    router: { shardsInUse: 4, millionRows: 5 },
    acts: [{ at: 1, act: 'param', node: 'router', field: 'shardsInUse', value: 5 }],
    seconds: 8,
    rate: 10,
  });
  expect(half.left).toBeGreaterThan(100);
  expect(half.samples.filter(({ state, home, belongs }) => (state === 0) !== (home === belongs))).toEqual([]);
  expect(half.hottest.length).toBeGreaterThan(2);
});

it('plays on from a photograph to the same bytes, whatever is under way', () => {
  const test = plan({
    shards: 5,
    router: {
      shardsInUse: 4,
      strategy: 'ring',
      instances: 2,
      migrationMBps: 5,
      hotKeys: 'dedicated',
      denormalised: true,
      copiesPerRow: 3,
      crossPercent: 30,
    },
    db: { errorPercent: 2 },
    workload: { keys: 500, writeShare: 30, feedShare: 20, keySkew: 0.9 },
    acts: [
      { at: 3, act: 'param', node: 'router', field: 'shardsInUse', value: 5 },
      { at: 6, act: 'strike', node: 'users', fault: 'hot-key', value: 40, seconds: 10 },
      { at: 8, act: 'crash', node: 'router', instance: 0 },
      { at: 10, act: 'param', node: 'router', field: 'strategy', value: 'directory' },
      { at: 12, act: 'recover', node: 'router', instance: 0 },
      { at: 14, act: 'param', node: 'router', field: 'hotKeys', value: 'split' },
      { at: 16, act: 'param', node: 'router', field: 'shardsInUse', value: 3 },
    ],
    seconds: 24,
    rate: 300,
  });
  const drawn = planOf(test);
  const run = createRun(drawn, inOrder(kinds));
  const bytes = () => run.takeFrames().map(({ values }) => [...values]);
  for (const stop of [3.05, 6.3, 8.01, 10.02, 14.6, 16.1]) {
    run.advance(stop, Number.MAX_SAFE_INTEGER);
    const photograph = run.snapshot();
    run.takeFrames();
    run.advance(24, Number.MAX_SAFE_INTEGER);
    const first = bytes();
    run.restore(photograph);
    run.advance(24, Number.MAX_SAFE_INTEGER);
    expect(bytes()).toEqual(first);
    run.restore(photograph);
  }
  expect(resultOf(drawn, run).notes.filter(({ code }) => code === 'standstill')).toEqual([]);
});
