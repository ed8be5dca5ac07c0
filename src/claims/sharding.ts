/** Rows over shards: how they are placed, what the key decides, and what the router must do for who asks (domain 1.6). */

import { atLeast, atMost, type Claim, exactly, type Finding, holds, near, shareWithin } from './claim.ts';
import { inUse, meanOf, playShards, type ShardTier } from './shardTier.ts';

/** Writes a second that shards of two processors get done, asked for more than they can do. */
const mostWrites = (shards: number): number => {
  const { run } = playShards({
    shards,
    ratePerSecond: 2000 * shards,
    db: { vcpu: 2, cpuWriteMs: 1.5 },
    workload: { writeShare: 100 },
    seconds: 20,
  });
  return run.total('completed.write', { from: 8 }) / 12;
};

const disjoint = (): Finding[] => {
  const keys = 40_000;
  const rest = playShards({ workload: { keys }, seconds: 3 });
  const moving = playShards({
    shards: 5,
    router: { shardsInUse: 4, millionRows: 10 },
    workload: { keys, writeShare: 20 },
    scenario: [inUse(2, 5)],
    seconds: 20,
  });
  const sum = ({ view }: { view: { shards: readonly { keys: number }[] } }) => view.shards.reduce((all, each) => all + each.keys, 0);
  const homes = rest.view.samples.filter(({ home }) => home >= 0 && home < 4).length;
  return [
    exactly('rows on four shards, of 40,000', sum(rest), keys),
    exactly('… and each has one home, of those looked at', homes, rest.view.samples.length),
    exactly('with half of a resharding done: rows on five shards', sum(moving), keys),
    atLeast('… rows that still wait', moving.view.left, 1),
    exactly('… reads that found an old row or none', moving.run.of('users', 'staleReads') + moving.run.total('failed.read.error'), 0),
  ];
};

const byRemainder = (): Finding[] => {
  const { view } = playShards({ workload: { keys: 200_000 }, seconds: 2 });
  return [
    ...view.shards.map(({ keys }, shard) => exactly(`of 200,000 users, on shard ${shard}`, keys, 50_000)),
    holds(
      'user n is on shard n % 4',
      view.samples.every(({ user, home }) => home === user % 4),
    ),
  ];
};

const hotRatioOf = (tier: ShardTier, metric: string): { ratio: number; most: number; n: number } => {
  const { run, shares } = playShards({ seconds: 40, ratePerSecond: 2000, ...tier });
  const most = Math.max(...shares(metric));
  return { ratio: most * 4, most, n: run.of('router', 'shardCalls') };
};

const keysMatter = (): Finding[] => {
  const user = hotRatioOf({}, 'reads');
  const hashed = hotRatioOf({ router: { shardKey: 'composite' } }, 'reads');
  const time = hotRatioOf({ router: { strategy: 'range', shardKey: 'created-at' }, workload: { writeShare: 100 } }, 'writes');
  const country = hotRatioOf({ router: { shardKey: 'country' }, workload: { keys: 400_000 } }, 'reads');
  return [
    near('by user: hottest shard over mean', user.ratio, 1, { by: 0.02 }),
    near('by a hash of user and post', hashed.ratio, 1, { by: 0.03 }),
    exactly('by the time rows are made, in ranges: share of the writes on the last', time.most, 1),
    exactly('… hottest over mean', time.ratio, 4),
    near('by country, 70 % in one: its share', country.most, 0.7, shareWithin(0.7, country.n)),
    near('… hottest over mean', country.ratio, 2.8, { share: 0.02 }),
  ];
};

const fanOut = (): Finding[] => {
  const asked = (router: NonNullable<ShardTier['router']>) => {
    const { run } = playShards({ router, seconds: 10, ratePerSecond: 200 });
    return run.of('router', 'shardCalls') / run.total('completed.read');
  };
  return [
    exactly('user and post decide, and both are in the query: shards asked', asked({ shardKey: 'composite' }), 1),
    exactly('… only the user is', asked({ shardKey: 'composite', readsKnow: 'user' }), 4),
    exactly('the user decides, and is in the query', asked({ shardKey: 'user', readsKnow: 'user' }), 1),
    exactly('… only the post is', asked({ shardKey: 'user', readsKnow: 'post' }), 4),
  ];
};

const twoPhases = (): Finding[] => {
  const wire = { delay: 'fixed', rttMs: 20 } as const;
  const writes = { workload: { writeShare: 100 }, ratePerSecond: 500, db: { service: 'fixed', cpuReadMs: 0.01 } } as const;
  const mean = (router: NonNullable<ShardTier['router']>) => {
    const { run } = playShards({ ...writes, wire, router, seconds: 20 });
    return { ms: run.mean('users', 'meanResponse', { from: 5 }) * 1000, run };
  };
  const cross = { crossPercent: 100, crossRows: 2 } as const;
  const [one, two] = [mean({}), mean(cross)];
  const several = two.run.of('router', 'crossWrites') / two.run.total('completed.write');
  // two rows are on one shard in part of the cases, and are one write then
  const extra = (two.ms - one.ms) / several;
  const failing = (crossRows: number) => {
    const { run } = playShards({
      ...writes,
      router: { crossPercent: 100, crossRows },
      db: { ...writes.db, errorPercent: 5 },
      shards: 8,
      seconds: 60,
    });
    const all = run.of('router', 'crossWrites');
    return {
      made: 1 - run.of('router', 'aborted') / all,
      touched: run.of('router', 'shardCalls'),
      all,
      again: run.of('router', 'settledAgain'),
    };
  };
  const pair = failing(2);
  return [
    near(
      'a write on two shards takes one round trip of 20 ms longer (and a disk wait of 0.5 ms)',
      extra,
      20.5,
      { share: 0.02 },
      { unit: 'ms' },
    ),
    exactly(
      '… shards asked for it',
      Math.round((two.run.of('router', 'shardCalls') / two.run.total('completed.write') - 1) / (3 * several)),
      1,
    ),
    near(
      'when each shard fails 5 % of what it is asked: writes on two shards that are made',
      pair.made,
      0.95 * 0.95,
      shareWithin(0.95 * 0.95, pair.all),
    ),
    near(
      '… rounds beyond the second until both have written, for each',
      pair.again / (pair.all * pair.made),
      0.1 / 0.95 - 0.0025 / 0.9975,
      { share: 0.06 },
    ),
  ];
};

/** Users are numbered without gaps, in a multiple of all divisors: shares come out exactly. */
const movedShare = (before: number, after: number, router: ShardTier['router'] = {}): number => {
  const keys = 36_000;
  const { run, view } = playShards({
    shards: Math.max(before, after),
    router: { shardsInUse: before, millionRows: 0.036, ...router },
    workload: { keys },
    ratePerSecond: 50,
    scenario: [inUse(1, after)],
    seconds: 12,
  });
  if (view.left > 0) throw new Error('not all rows have moved');
  return run.of('router', 'movedKeys') / keys;
};

const reshards = (): Finding[] => {
  const { run } = playShards({
    shards: 5,
    router: { shardsInUse: 4, millionRows: 1, migrationMBps: 20, copyCpuMs: 20 },
    db: { vcpu: 1, cpuReadMs: 0.1 },
    ratePerSecond: 40,
    scenario: [inUse(10, 5)],
    seconds: 40,
  });
  const cold = (keyedBy: 'row' | 'shard') => {
    const { run } = playShards({
      shards: 5,
      router: { shardsInUse: 4 },
      workload: { keys: 2000 },
      cache: { keyedBy },
      scenario: [inUse(20, 5)],
      seconds: 40,
    });
    return run.of('cache', 'misses', { from: 20 }) / 2000;
  };
  const moving = run.notes.find(({ code }) => code === 'resharded')?.time ?? 0;
  // 800 MB: each of the four old shards gives 200 MB, at 20 MB/s
  const copying = run.mean('s0', 'utilization', { from: 11, to: 18 });
  return [
    exactly('4 to 5 by the remainder: keys that move', movedShare(4, 5), 0.8),
    near('4 to 6', movedShare(4, 6), 2 / 3, { by: 1e-9 }),
    exactly('4 to 8', movedShare(4, 8), 0.5),
    near('8 to 9', movedShare(8, 9), 8 / 9, { by: 1e-9 }),
    atLeast('800 MB at 20 MB/s for each of four shards take 10 s at least', moving - 10, 10, { unit: 's' }),
    atMost('… and not much more', moving - 10, 20, { unit: 's' }),
    atLeast('… while a shard’s processor works for that beside its queries', copying, 0.25),
    atMost('… which alone take', run.mean('s0', 'utilization', { from: 2, to: 9 }), 0.01),
    near('a cache whose keys name the shard: rows that must be brought again', cold('shard'), 0.8, { by: 0.001 }),
    exactly('… whose keys do not', cold('row'), 0),
  ];
};

const fillsUp = (): Finding[] => {
  const day = 86_400;
  const slow = playShards({ db: { storageGB: 1000, growthGBPerDay: 10 }, seconds: 3, ratePerSecond: 10 });
  const fast = playShards({
    db: { storageGB: 1000, growthGBPerDay: 10 },
    // a second of this one is a day of the others
    odd: { 1: { growthGBPerDay: 10 * day } },
    workload: { writeShare: 100 },
    ratePerSecond: 1000,
    seconds: 130,
  });
  const note = (code: string) => fast.run.notes.find((each) => each.code === code)?.time ?? -1;
  const failed = (from: number, to: number) => fast.run.total('failed.write.error', { from, to }) / (1000 * (to - from));
  return [
    near('1 TB, 10 GB more each day: days until it is full', (slow.run.series('s0', 'hoursToFull')[0] ?? 0) / 24, 100, { by: 0.01 }),
    near('… said at 80 %, after days', note('disk-high'), 80, { by: 1 }),
    near('… full after days', note('disk-full'), 100, { by: 1 }),
    exactly('… writes that fail before', failed(10, 99), 0),
    near('… and after: share of all', failed(105, 130), 0.25, shareWithin(0.25, 25_000)),
  ];
};

/** A ring is what its shards are called: as many rings as there are names. */
const rings = 30;

const ringsOf = (virtualNodes: number): { uneven: number[]; moved: number[] } => {
  const uneven: number[] = [];
  const moved: number[] = [];
  for (let r = 0; r < rings; r++) {
    const { view, run } = playShards({
      shards: 5,
      name: `ring-${r}-`,
      router: { strategy: 'ring', virtualNodes, shardsInUse: 5, millionRows: 0.02, copyCpuMs: 0 },
      workload: { keys: 20_000 },
      ratePerSecond: 1,
      scenario: [inUse(0.5, 4)],
      seconds: 8,
    });
    if (view.left > 0) throw new Error('not all rows have moved');
    uneven.push((Math.max(...view.shards.map(({ keys }) => keys)) * 4) / 20_000);
    moved.push(run.of('router', 'movedKeys') / 20_000);
  }
  return { uneven, moved };
};

/** Three standard errors of the mean of what was measured. */
const meanWithin = (values: readonly number[]) => {
  const mean = meanOf(values);
  return { by: 3 * Math.sqrt(meanOf(values.map((value) => (value - mean) * (value - mean))) / (values.length - 1)) };
};

const sharesOfRing =
  'five times V points fall anywhere: the part of one node is Beta(V, 4 V), its mean 0.2, its variance 0.16 / (5 V + 1); the 20.3, 19.9 and 20.1 % stated are samples of it';

/** Three standard errors of the mean over the rings, by theory. */
const movedWithin = (points: number) => ({ by: 3 * Math.sqrt(0.16 / (5 * points + 1) / rings) });

const ringMoves = (): Finding[] =>
  (
    [
      [1, 2.08],
      [10, 1.34],
      [100, 1.11],
      [256, 1.07],
      [1000, 1.04],
    ] as const
  ).flatMap(([points, stated]) => {
    const { uneven, moved } = ringsOf(points);
    const findings = [
      near(`${points} virtual nodes each, mean of ${rings} rings: hottest of four over mean`, meanOf(uneven), stated, meanWithin(uneven)),
    ];
    if (points >= 100)
      findings.push(near('… keys that move between 4 and 5', meanOf(moved), 0.2, movedWithin(points), { derivation: sharesOfRing }));
    return findings;
  });

/** Everybody's keys, over many worlds. */
const evenTier = (): Finding[] => {
  const ratios = Array.from({ length: 20 }, (_, i) => {
    const { shares } = playShards({
      router: { strategy: 'ring', virtualNodes: 1000 },
      workload: { keys: 100_000, keySkew: 0.8 },
      ratePerSecond: 2000,
      seconds: 10,
      seed: `world-${i}`,
      name: `w${i}-`,
    });
    return Math.max(...shares()) * 4;
  }).sort((a, b) => a - b);
  return [atMost('hottest shard over mean, in 19 of 20 worlds', ratios[18], 1.25)];
};

export const sharding: readonly Claim[] = [
  {
    id: 'S52',
    says: 'A database scales out by sharding: four shards take four times the writes of one',
    shownBy: 'sharded',
    check: () => [
      near('one shard of two processors at 1.5 ms a write: writes', mostWrites(1), 1333, { share: 0.05 }, { unit: '/s' }),
      near('four', mostWrites(4), 5333, { share: 0.05 }, { unit: '/s' }),
    ],
  },
  { id: 'S53', says: 'Shards have the same form and different rows: each row is on one of them', shownBy: 'sharded', check: disjoint },
  { id: 'S54', says: 'user_id % 4 says where a row is', shownBy: 'sharded', check: byRemainder },
  {
    id: 'S55',
    says: 'What matters most is the shard key: a bad one leaves all the work to one shard',
    shownBy: 'sharded',
    check: keysMatter,
  },
  { id: 'S56', says: 'A shard key is one or more columns; a query without them asks every shard', shownBy: 'sharded', check: fanOut },
  {
    id: 'S57',
    says: 'Sharding brings new problems: what touches several shards takes two rounds, and all of them must answer',
    shownBy: 'sharded',
    check: twoPhases,
  },
  {
    id: 'S58',
    says: 'Resharding moves rows while everybody goes on asking; by the remainder nearly all of them',
    shownBy: 'sharded',
    check: reshards,
  },
  { id: 'S59', says: 'A shard can fill up: said in time, or its writes fail', shownBy: 'sharded', check: fillsUp },
  {
    id: 'S60',
    says: 'On a ring of hashes only the new shard’s part moves, and the more virtual nodes, the more evenly',
    shownBy: 'sharded',
    check: ringMoves,
  },
  { id: 'S73', says: 'Shard the data tier, evenly', shownBy: 'sharded', check: evenTier },
];
