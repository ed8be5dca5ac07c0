/** What a cache spares the database, what happens when it is empty, and how many ask at once when a popular row ends. */

import type { ScenarioEvent } from '../design/design.ts';
import type { Readings } from '../engine/readings.ts';
import type { Drawing } from '../library/template.ts';
import { atLeast, atMost, between, type Claim, exactly, type Finding, near, shareWithin } from './claim.ts';
import { peakInside } from './peak.ts';
import { play } from './play.ts';

type CacheParams = NonNullable<Extract<Drawing['nodes'][number], { kind: 'cache' }>['params']>;
type DatabaseParams = NonNullable<Extract<Drawing['nodes'][number], { kind: 'database' }>['params']>;

interface Tier {
  ratePerSecond: number;
  /** null = none is wired. */
  cache: CacheParams | null;
  db?: DatabaseParams;
  workload: Drawing['workload'];
  seconds: number;
}

/** Web servers that cost next to nothing, a cache and a database of two processors; wires take no time. */
const tier = ({ ratePerSecond, cache, db, workload, seconds }: Tier): Drawing => ({
  title: 'A cache',
  seconds,
  nodes: [
    { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond, patienceSeconds: 60 } },
    {
      id: 'web',
      kind: 'web-server',
      at: [240, 0],
      params: { vcpu: 1024, cpuDynamicMs: 0.01, service: 'fixed', threads: 10_000, queueLimit: 1_000_000 },
    },
    ...(cache ? [{ id: 'cache', kind: 'cache', at: [480, -80], params: { serviceMs: 0, ttlSeconds: 0, ...cache } } as const] : []),
    {
      id: 'db',
      kind: 'database',
      at: [480, 80],
      params: { replicas: 0, readsFrom: 'primary', service: 'exponential', queueLimit: 10_000, ...db },
    },
  ],
  links: [
    ['users', 'web', { retries: 0, timeoutMs: 0, delay: 'none' }],
    ...(cache ? [['web', 'cache', { timeoutMs: 0, delay: 'none' }] as const] : []),
    ['web', 'db', { timeoutMs: 0, delay: 'none' }],
  ],
  workload: { staticShare: 0, writeShare: 0, ...workload },
});

const hitRatio = (run: Readings, from: number, to = Infinity): number => {
  const hits = run.of('cache', 'hits', { from, to });
  return hits / (hits + run.of('cache', 'misses', { from, to }));
};

/** 4,000 reads and 200 writes a second. */
const mixed = { ratePerSecond: 4200, workload: { writeShare: 100 / 21, keys: 10_000, keySkew: 0 }, seconds: 40 };

/** A share of 10,000 rows fits, all equally wanted: that share is the hit ratio; and each write makes a row cold once. */
const withHits = (expected: number, capacityKeys: number): Finding[] => {
  const run = play(tier({ ...mixed, cache: { capacityKeys } }));
  const ratio = hitRatio(run, 15);
  return [
    near(`room for ${capacityKeys} of 10,000 rows: hit ratio`, ratio, expected, { by: 0.01 }),
    near('… the database is busy', run.mean('db', 'utilization', { from: 15 }), (1 - expected) * 1 + 0.15, { by: 0.012 }),
  ];
};

const withoutCache = (): Finding[] => {
  const run = play(tier({ ...mixed, cache: null }));
  const served = run.of('db', 'completed', { from: 15 }) / 25;
  return [
    near('without a cache: load over what the database can do', 4200 / served, 1.15, { share: 0.02 }),
    atLeast('… it is busy', run.mean('db', 'utilization', { from: 15 }), 0.999),
    atLeast('… and its line grows and is full', run.series('db', 'queue').at(-1) ?? 0, 9000, { unit: 'calls' }),
  ];
};

/** Zipf 0.99, 100,000 rows, room for 10 % of them. @param requests until its contents are what they will be */
const zipfHits = (policy: 'lru' | 'fifo' | 'lfu', requests: number): number => {
  const rate = 20_000;
  const from = requests / rate;
  const db = { vcpu: 96, cpuReadMs: 0.01 };
  const cache = { policy, capacityKeys: 10_000 };
  return hitRatio(play(tier({ ratePerSecond: rate, cache, db, workload: { keys: 100_000, keySkew: 0.99 }, seconds: from + 15 })), from);
};

const fasterAnswers = (): Finding[] => {
  const workload = { keys: 10_000, keySkew: 0.99 };
  const mean = (cache: CacheParams | null) =>
    play(tier({ ratePerSecond: 3200, cache, workload, seconds: 40 })).mean('users', 'meanResponse', { from: 15 }) * 1000;
  const bare = mean(null);
  return [
    near('3,200 reads a second without a cache: mean response (M/M/2 at 0.8)', bare, 0.5 / (1 - 0.64), { share: 0.05 }, { unit: 'ms' }),
    atMost('… with room for a tenth of the rows', mean({ capacityKeys: 1000, serviceMs: 0.1 }), bare / 2, { unit: 'ms' }),
  ];
};

const flushAt = (at: number): ScenarioEvent => ({ at, act: 'strike', node: 'cache', instance: null, fault: 'flush' });

/** Rows are so many that none is asked for twice in the second after the flush; until shortly before it, ten times as much is asked. */
const afterFlush = (hit: number): Finding[] => {
  const keys = 100_000;
  const filled = 50;
  const run = play(
    tier({
      ratePerSecond: 1000,
      cache: { capacityKeys: hit * keys },
      db: { vcpu: 96, cpuReadMs: 0.01 },
      workload: { keys, keySkew: 0, traffic: 10 },
      seconds: filled + 61,
    }),
    { scenario: [{ at: filled, act: 'set-workload', field: 'traffic', value: 1 }, flushAt(filled + 60)] },
  );
  const before = run.of('db', 'reads', { from: filled, to: filled + 60 });
  const after = run.of('db', 'reads', { from: filled + 60 });
  const multiplier = after / (before / 60);
  const margin = Math.max(0.02, 3 * Math.sqrt(1 / before + (1 - hit) / after));
  return [
    near(`at a hit ratio of ${hit}, load of the database after a flush: times`, multiplier, 1 / (1 - hit), { share: margin }),
    near('… hit ratio before', hitRatio(run, filled, filled + 60), hit, shareWithin(hit, 60_000)),
  ];
};

/** A page at 1,000 a second that a service takes 300 ms to build, a time to live of 30 s; measured for 300 s from the first copy on. */
const hotPage = (stampede: NonNullable<CacheParams['stampede']>) => {
  const plain = { vcpu: 1024, service: 'fixed', threads: 10_000, queueLimit: 1_000_000 } as const;
  const atOnceWires = { retries: 0, timeoutMs: 0, delay: 'none' } as const;
  const { run, atOnce } = peakInside(
    {
      title: 'A hot page',
      seconds: 301,
      nodes: [
        { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 1000, patienceSeconds: 60 } },
        { id: 'web', kind: 'web-server', at: [240, 0], params: { ...plain, cpuDynamicMs: 0.01 } },
        { id: 'cache', kind: 'cache', at: [480, -80], params: { serviceMs: 0, ttlSeconds: 30, stampede } },
        { id: 'builder', kind: 'web-server', at: [480, 80], params: { ...plain, cpuDynamicMs: 300, readsPerRequest: 0 } },
      ],
      links: [
        ['users', 'web', atOnceWires],
        ['web', 'cache', atOnceWires],
        ['web', 'builder', atOnceWires],
      ],
      workload: { staticShare: 0, writeShare: 0, keys: 1 },
    },
    'builder',
    1,
  );
  return { loads: run.of('builder', 'arrived', { from: 1 }), misses: run.of('cache', 'misses', { from: 1 }), atOnce };
};

const stampede = (): Finding[] => {
  const none = hotPage('none');
  const single = hotPage('single-flight');
  const lease = hotPage('lease');
  const early = hotPage('early-refresh');
  const stale = hotPage('stale-while-revalidate');
  return [
    near(
      'unprotected: loads in 300 s',
      none.loads,
      9 * 300,
      { by: 3 * Math.sqrt(9 * 300) },
      {
        derivation:
          'nine times to live end in 300 s (the last of a herd brings its row 0.6 s after the end before), and at each 1,000 a second come for 0.3 s: 9 x 300; the 2,633 stated are a draw of this, 1.3 standard deviations off',
      },
    ),
    between('… at once', none.atOnce, 300, 300 + 4 * Math.sqrt(300), {
      derivation: 'the largest of nine Poisson numbers of mean 300, about 326; the 317 stated are a draw of this',
    }),
    exactly('single flight: loads', single.loads, 9),
    exactly('… at once', single.atOnce, 1),
    exactly('lease: loads', lease.loads, 9),
    exactly('… at once', lease.atOnce, 1),
    near(
      'early refresh (XFetch): loads',
      early.loads,
      29,
      { by: 3 * Math.sqrt(10.5 * 4.67) },
      {
        derivation:
          'the first early reader comes when the remaining rate r d exp(-x/d) is exponential with mean 1; until its answer is there, e - 1 more come on average: e = 2.72 loads in each of 10.5 rounds of about 28.6 s, 28.5 in all, standard deviation 7',
      },
    ),
    between('… at once', early.atOnce, 2, 20, {
      derivation: 'each round has 1 and a geometric number of mean 1.72 more: the largest of ten rounds is 7 as stated, give or take',
    }),
    exactly('… nobody waits for a row that has ended: misses in excess of loads', early.misses - early.loads, 0),
    exactly('stale while revalidate: loads', stale.loads, 9),
    exactly('… misses', stale.misses, 0),
  ];
};

/** A thousand rows brought within one second end within one second, unless their times are spread. */
const togetherAgain = (ttlJitter: number): number => {
  const run = play(
    tier({
      ratePerSecond: 20_000,
      cache: { ttlSeconds: 30, ttlJitter, stampede: 'single-flight' },
      db: { vcpu: 96, cpuReadMs: 0.01 },
      workload: { keys: 1000, keySkew: 0 },
      seconds: 35,
    }),
  );
  return Math.max(...run.series('db', 'reads').slice(20));
};

export const caching: readonly Claim[] = [
  {
    id: 'S03',
    says: 'A cache takes reads off the database and lowers response times; what it hits comes from real keys and its policy',
    shownBy: 'balanced',
    check: () => [
      ...withoutCache(),
      ...withHits(0.8, 8000),
      ...withHits(0.95, 10_000),
      ...fasterAnswers(),
      near('Zipf 0.99, room for a tenth of 100,000 rows: LRU hits', zipfHits('lru', 200_000), 0.725, { share: 0.02 }),
      near('… FIFO', zipfHits('fifo', 300_000), 0.69, { share: 0.02 }),
      near('… LFU', zipfHits('lfu', 1_500_000), 0.8, { share: 0.02 }),
    ],
  },
  {
    id: 'S70',
    says: 'Cache as much as you can, and know what it costs when it is empty: the database gets 1 / (1 - hit ratio) times its load',
    shownBy: 'stampede',
    check: () => [0.9, 0.95, 0.99].flatMap(afterFlush),
  },
  {
    id: 'P3',
    says: 'When a popular row ends, everybody reads it at once; single flight, leases, early refresh and a spread of the time to live prevent it',
    shownBy: 'stampede',
    check: () => {
      const [together, spread] = [togetherAgain(0), togetherAgain(10)];
      return [
        ...stampede(),
        near('1,000 rows brought in one second, read again in the busiest second', together, 1000, { share: 0.1 }),
        near('… with a spread of 10 % (27 to 33 s)', spread, 1000 / 6, { share: 0.2 }),
      ];
    },
  },
];
