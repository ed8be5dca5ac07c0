/** Keys that everybody wants, and queries that every shard must answer (domain 1.6, P6, P15). */

import { atLeast, type Claim, exactly, type Finding, near, shareWithin } from './claim.ts';
import { meanOf, playShards, type ShardTier, wanted } from './shardTier.ts';

/** Shares of the four shards, hottest first, when `percent` of all reads want one row. */
const sharesAt = (percent: number, tier: ShardTier = {}): number[] =>
  playShards({ ratePerSecond: 2000, seconds: 60, scenario: [wanted(1, percent)], ...tier })
    .shares('reads', 10)
    .sort((a, b) => b - a);

const reads = 2000 * 50;

/**
 * One processor per shard, 8 ms a read: at 250 a second half of all is busy. Two long frames, one to warm up and one to measure: the percentiles
 * of a frame are of all that it saw.
 */
const half = (): Finding[] => {
  const frameSeconds = 2500;
  const { run } = playShards({
    ratePerSecond: 250,
    db: { vcpu: 1, cpuReadMs: 8, queueLimit: 100_000 },
    scenario: [wanted(0.5, 30)],
    seconds: 2 * frameSeconds,
    frameSeconds,
  });
  const after = { from: frameSeconds };
  const use = [0, 1, 2, 3].map((i) => run.mean(`s${i}`, 'utilization', after));
  const hot = use.indexOf(Math.max(...use));
  const rest = [0, 1, 2, 3].filter((i) => i !== hot);
  const p99 = (i: number) => run.series(`s${i}`, 'p99')[1];
  return [
    near('at a mean load of 0.5: the hot shard', use[hot], 0.95, { share: 0.02 }),
    near('… the others', meanOf(rest.map((i) => use[i])), 0.35, { share: 0.02 }),
    atLeast('… its p99 over the longest of theirs', p99(hot) / Math.max(...rest.map(p99)), 10, {
      derivation: 'M/M/1: (1 - 0.35) / (1 - 0.95) = 13',
    }),
  ];
};

const celebrity = (): Finding[] => {
  const thirty = sharesAt(30);
  const three = sharesAt(3);
  return [
    near('30 % for one key: share of its shard', thirty[0], 0.475, shareWithin(0.475, reads)),
    ...thirty.slice(1).map((share, i) => near(`… of another (${i + 1})`, share, 0.175, shareWithin(0.175, reads))),
    near('3 % for one key', three[0], 0.2725, shareWithin(0.2725, reads)),
    ...half(),
  ];
};

/** Two halves of all people, each with 30 % for a row of its own: of 40,000 users on four shards the last and the fifth last are on one. */
const pair = (talkedAbout: number): number[] =>
  sharesAt(30, {
    ratePerSecond: 1000,
    users: { talkedAbout: 1 },
    others: [{ talkedAbout }],
    scenario: [wanted(1, 30), wanted(1, 30, 'others-0')],
  });

const twoCelebrities = (): Finding[] => {
  const [together] = pair(5);
  const [one, other] = pair(2);
  const [split] = sharesAt(30, { router: { hotKeys: 'split', splitInto: 4 } });
  const kept = playShards({ ratePerSecond: 2000, seconds: 60, scenario: [wanted(1, 30)], router: { hotKeys: 'cache' } });
  const hits = kept.run.of('router', 'hotCacheHits', { from: 10 }) / (0.3 * kept.run.of('router', 'arrived', { from: 10 }));
  const [dedicated, next] = sharesAt(30, { shards: 5, router: { hotKeys: 'dedicated' } });
  return [
    near('two keys of 15 % on one shard: its share', together, 0.475, shareWithin(0.475, reads)),
    near('… on two: of the one', one, 0.325, shareWithin(0.325, reads)),
    near('… of the other', other, 0.325, shareWithin(0.325, reads)),
    near('a key of 30 % in four copies: the hottest shard', split, 0.25, { by: 0.01 }),
    near('a key of 30 % kept by the router: hits', hits, 0.99, { by: 0.02 }),
    near('… the hottest shard', Math.max(...kept.shares('reads', 10)), 0.25, { by: 0.01 }),
    near('a key of 30 % on a shard of its own: that shard', dedicated, 0.3, shareWithin(0.3, reads)),
    near('… the next', next, 0.175, { share: 0.03 }),
  ];
};

/** Feeds that every shard works on for 5 ms, exponentially, with room for all. */
const feeds = (shards: number, over: ShardTier = {}): ReturnType<typeof playShards> =>
  playShards({ shards, ratePerSecond: 200, workload: { feedShare: 100 }, db: { cpuJoinMs: 5 }, seconds: 200, ...over });

const meanMs = ({ run }: ReturnType<typeof playShards>) => run.mean('users', 'meanResponse') * 1000;

const slowestOf = (): Finding[] =>
  (
    [
      [1, 5],
      [4, 10.4],
      [16, 16.9],
    ] as const
  ).map(([shards, ms]) =>
    near(
      `slowest of ${shards}, each 5 ms exponential: mean`,
      meanMs(feeds(shards, { seconds: shards === 16 ? 100 : 200 })),
      ms,
      { share: 0.02 },
      { unit: 'ms' },
    ),
  );

/** A hundredth of what a leaf does takes a second instead of 5 ms. */
const sometimesSlow = {
  service: 'bimodal',
  slowShare: 1,
  cpuJoinMs: 0.99 * 5 + 0.01 * 1000,
  serviceSpread: (Math.sqrt(0.99 * 0.01) * 995) / 14.95,
} as const;

const tail = (shards: number, seconds: number, over: ShardTier = {}) => {
  const tier = feeds(shards, { ratePerSecond: 50, seconds, db: sometimesSlow, ...over });
  const slow = [...Array(200).keys()].map((i) => i / 200).filter((q) => tier.run.quantile(q) > 0.5).length / 200;
  return { tier, slow, n: tier.run.total('completed.feed') };
};

/** The chance that one of so many leaves is slow. */
function slowOf(shards: number): number {
  let quick = 1;
  for (let i = 0; i < shards; i++) quick *= 0.99;
  return 1 - quick;
}

const atScale = (): Finding[] => {
  const findings = (
    [
      [4, 400],
      [16, 200],
      [100, 60],
    ] as const
  ).flatMap(([shards, seconds]) => {
    const { slow, n } = tail(shards, seconds);
    const expected = slowOf(shards);
    return [
      near(`of ${shards} leaves, one in a hundred slow: share of slow queries`, slow, expected, { by: shareBy(expected, n) + 0.005 }),
    ];
  });
  const plain = tail(100, 60).tier;
  const hedged = tail(100, 60, { wire: { hedge: 'after', hedgeMs: 20 } }).tier;
  return [
    ...findings,
    near('of 100 leaves: median', plain.run.quantile(0.5) * 1000, 1000, { share: 0.02 }, { unit: 'ms' }),
    near(
      '… with a second call after 20 ms',
      hedged.run.quantile(0.5) * 1000,
      25,
      { share: 0.05 },
      {
        unit: 'ms',
        derivation:
          'the leaf is fixed at 5 ms here, so a hedged one answers after 20 + 5; the 24 ms and 2.8 % stated are those of an exponential leaf',
      },
    ),
  ];
};

function shareBy(p: number, n: number): number {
  const within = shareWithin(p, n);
  return 'by' in within ? within.by : 0;
}

const denormalise = (): Finding[] => {
  const workload = { feedShare: 90, writeShare: 10, keys: 1000 };
  const plain = feeds(4, { workload });
  const copied = feeds(4, { workload, router: { denormalised: true, copiesPerRow: 20 } });
  const p99 = ({ run }: typeof plain) => run.quantile(0.99, { only: 'feed' }) * 1000;
  const writes = copied.run.total('completed.write');
  const asked = (tier: typeof plain) => tier.run.of('router', 'scattered') / Math.max(1, tier.run.total('completed.feed'));
  return [
    near('a feed of four shards: asks all of them', asked(plain), 1, { by: 0.01 }),
    exactly('… of rows that carry what it shows: asks all of them', asked(copied), 0),
    near('p99 of a feed of four shards', p99(plain), 29.9, { share: 0.1 }, { unit: 'ms' }),
    near('… of one', p99(copied), 23, { share: 0.1 }, { unit: 'ms' }),
    near('further writes for each, with 20 copies', copied.run.of('router', 'copyWrites') / writes, 20, { share: 0.01 }),
    atLeast('feeds that showed a copy not written yet', copied.run.of('users', 'staleReads'), 1),
  ];
};

export const hotShards: readonly Claim[] = [
  {
    id: 'S61',
    says: 'A celebrity’s shard is hot while the others rest, and the mean does not show it',
    shownBy: 'celebrity',
    check: celebrity,
  },
  {
    id: 'S62',
    says: 'Two celebrities on one shard add up; split, kept or moved to a shard of their own they do not matter',
    shownBy: 'celebrity',
    check: twoCelebrities,
  },
  { id: 'S63', says: 'A join over shards is as slow as the slowest of them', shownBy: 'sharded', check: slowestOf },
  { id: 'S64', says: 'Denormalised rows are read from one shard, and written many times', shownBy: 'sharded', check: denormalise },
  {
    id: 'P6',
    says: 'A key with a share c of all reads puts c + (1 - c) / n on one of n shards: it is full when the mean is not',
    shownBy: 'celebrity',
    check: () => {
      const load = (perSecond: number) => {
        const { run } = playShards({
          ratePerSecond: perSecond,
          db: { vcpu: 1, cpuReadMs: 8, queueLimit: 1000 },
          scenario: [wanted(0.5, 30)],
          seconds: 200,
        });
        const use = [0, 1, 2, 3].map((i) => run.mean(`s${i}`, 'utilization', { from: 50 }));
        return { most: Math.max(...use), mean: meanOf(use) };
      };
      // capacity of the four: 500 a second
      const full = load(500 * 0.56);
      return [
        near('30 % on one of four', sharesAt(30)[0], 0.475, shareWithin(0.475, reads)),
        atLeast('offered 0.56 of what all could do: the hot shard is full', full.most, 0.99),
        near('… while the mean of all is', full.mean, 0.25 * 1 + 0.75 * ((0.175 / 0.25) * 0.56), { share: 0.03 }),
        near('the hot one is full at a mean of', 1 / (4 * sharesAt(30)[0]), 0.526, { share: 0.02 }),
      ];
    },
  },
  {
    id: 'P15',
    says: 'What asks many waits for the slowest: rare slowness becomes the rule, and a second call after a while mends it',
    shownBy: 'sharded',
    check: atScale,
  },
];
