/** One database: what replicas take off it (S02), what a bigger one is worth and costs, and what its loss means (S45 to S50). */

import type { ScenarioEvent } from '../design/design.ts';
import { priceBook } from '../economy/priceBook.ts';
import { stackOverflow2013 } from '../library/stackOverflow2013.ts';
import { type Drawing, draw } from '../library/template.ts';
import { costOf } from '../runner/cost.ts';
import { atMost, between, type Claim, exactly, type Finding, near } from './claim.ts';
import { play, playDesign } from './play.ts';

type Params = NonNullable<Extract<Drawing['nodes'][number], { kind: 'database' }>['params']>;

interface Load {
  rate: number;
  writeShare?: number;
  seconds?: number;
  scenario?: readonly ScenarioEvent[];
}

/** Servers that only ask, and a database. */
const asked = (db: Params, { rate, writeShare = 0, seconds = 30, scenario = [] }: Load) =>
  play(
    {
      title: 'A database',
      seconds,
      nodes: [
        { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: rate, patienceSeconds: 60 } },
        { id: 'web', kind: 'web-server', at: [240, 0], params: { service: 'none', threads: 100_000, queueLimit: 1_000_000, jobShare: 0 } },
        { id: 'db', kind: 'database', at: [480, 0], params: { service: 'exponential', ...db } },
      ],
      links: [
        ['users', 'web', { retries: 0, timeoutMs: 0, delay: 'none' }],
        ['web', 'db', { timeoutMs: 0, delay: 'none' }],
      ],
      workload: { staticShare: 0, writeShare, keys: 10_000, keySkew: 0.5 },
    },
    { scenario },
  );

const busy = (run: ReturnType<typeof asked>, instance: number) => run.mean('db', 'utilization', { from: 5, instance });

function replicas(): Finding[] {
  const load = { rate: 3700, writeShare: (200 / 3700) * 100, seconds: 60 };
  const alone = asked({ replicas: 0 }, load);
  const shared = asked({ replicas: 2 }, load);
  const writes = asked({ replicas: 3 }, { rate: 200, writeShare: 100, seconds: 120 });
  const within = { share: 0.03 };
  return [
    near('alone: utilization asked for, 3,500 reads x 0.5 ms + 200 writes x 1.5 ms on 2 CPUs', (3500 * 0.5 + 200 * 1.5) / 2000, 1.02, {
      share: 0.02,
    }),
    between('… so it is never idle', alone.mean('db', 'utilization', { from: 20 }), 0.99, 1),
    near('with two replicas: the primary', busy(shared, 0), 0.15, within),
    near('… each replica', busy(shared, 1), 0.5875, within),
    near('… the other', busy(shared, 2), 0.5875, within),
    ...[0, 1, 2, 3].map((i) => near(`200 writes/s alone, with three replicas: server ${i + 1}`, busy(writes, i), 0.15, within)),
  ];
}

const law = { contention: 0.03, coherence: 0.0002 } as const;
const worth = (n: number) => n / (1 + 0.03 * (n - 1) + 0.0002 * n * (n - 1));
const statementSeconds = 0.05;

/** Reads a second that a server serves that is asked for more than it can. */
const capacityOf = (vcpu: number, db: Params = {}) =>
  asked(
    { vcpu, replicas: 0, ...law, service: 'fixed', cpuReadMs: statementSeconds * 1000, queueLimit: 1000, ...db },
    { rate: 450, seconds: 35 },
  ).of('db', 'completed', { from: 15 }) / 20;

/** USD a month for so many servers of a size, without their disks. */
const priceOf = (vcpu: number, servers = 1) => vcpu * servers * priceBook.lines['database-vcpu'].usd;

const sharded = (scenario: readonly ScenarioEvent[], rate: number, db: Params = {}) =>
  play(
    {
      title: 'Four shards',
      seconds: 60,
      nodes: [
        { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: rate, patienceSeconds: 60 } },
        { id: 'web', kind: 'web-server', at: [240, 0], params: { service: 'none', threads: 100_000, queueLimit: 1_000_000, jobShare: 0 } },
        { id: 'router', kind: 'shard-router', at: [480, 0], params: { vcpu: 64, instances: 1, shardKey: 'post' } },
        ...[1, 2, 3, 4].map((i) => ({
          id: `db-${i}`,
          kind: 'database' as const,
          at: [720, 120 * i] as const,
          params: { replicas: 0, ...db },
        })),
      ],
      links: [
        ['users', 'web', { retries: 0, timeoutMs: 0, delay: 'none' }],
        ['web', 'router', { timeoutMs: 0, delay: 'none' }],
        ...[1, 2, 3, 4].map((i) => ['router', `db-${i}`, { timeoutMs: 0, delay: 'none' }] as const),
      ],
      workload: { staticShare: 0, writeShare: 0, keys: 10_000, keySkew: 0 },
    },
    { scenario },
  );

function twoWays(): Finding[] {
  const small = capacityOf(2);
  const big = capacityOf(16);
  const wide = capacityOf(2, { replicas: 8 });
  return [
    near('up: 16 CPUs for 8 times the price do', big / small, worth(16) / worth(2), { share: 0.03 }, { unit: 'times as much' }),
    near('out: 8 servers of 2 CPUs that share the reads do', wide / small, 8, { share: 0.03 }, { unit: 'times as much' }),
    near(
      '… up costs per unit of capacity',
      priceOf(16) / priceOf(2) / (big / small),
      1.454,
      { share: 0.03 },
      { unit: 'of that of 2 CPUs' },
    ),
    near('… out (a primary that takes no reads beside them)', priceOf(2, 9) / priceOf(2) / (wide / small), 9 / 8, { share: 0.03 }),
  ];
}

function resizing(): Finding[] {
  const scenario: ScenarioEvent[] = [{ at: 30, act: 'set', node: 'db', field: 'vcpu', value: 16 }];
  const gap = (run: ReturnType<typeof asked>) =>
    run.series('db', 'acknowledgedWrites').filter((count) => count === 0).length * run.plan.frameSeconds;
  const load = { rate: 100, writeShare: 100, scenario };
  const alone = asked({ replicas: 0, resizeSeconds: 90 }, { ...load, seconds: 180 });
  const pair = asked({ replicas: 1, resizeSeconds: 60, failoverSeconds: 90 }, { ...load, seconds: 300 });
  const costs = (vcpu: number) =>
    costOf(
      draw({ title: '', nodes: [{ id: 'db', kind: 'database', at: [0, 0], params: { vcpu, replicas: 0 } }], links: [] }),
      null,
    ).lines.find(({ price }) => price === 'database-vcpu')?.usd ?? 0;
  return [
    between('one server alone: no write for', gap(alone), 60, 120, { unit: 's' }),
    between('with a standby that takes over: no write for', gap(pair), 60, 120, { unit: 's' }),
    exactly('… acknowledged writes lost', pair.of('db', 'lostWrites'), 0),
    near('a month of 2 CPUs', costs(2), 124.83, { share: 0.001 }, { unit: 'USD' }),
    near('a month of 96 CPUs', costs(96), 5992, { share: 0.001 }, { unit: 'USD' }),
  ];
}

function bigBox(): Finding[] {
  const { design } = stackOverflow2013;
  const run = playDesign({ ...design, seconds: 120 });
  return [
    near('pages a second: 10 million visitors x 10 pages a month', (10e6 * 10) / (30 * 86_400), 38.6, { share: 0.01 }),
    near('… at the peak, as played', run.total('offered.read', { from: 10 }) / 110 / 0.94, 77, { by: 3 * Math.sqrt(77 / 110) }),
    atMost('utilization of the primary', run.mean('db-1', 'utilization', { from: 10, instance: 0 }), 0.2),
    atMost('requests that failed', run.total('failed.read.timeout') + run.total('failed.read.error'), 0),
  ];
}

function noInfiniteSize(): Finding[] {
  const sizes = [2, 48, 64, 80, 96];
  const capacity = new Map(sizes.map((vcpu) => [vcpu, capacityOf(vcpu)]));
  const of = (vcpu: number) => capacity.get(vcpu) ?? Number.NaN;
  return [
    ...sizes.map((vcpu) => near(`${vcpu} CPUs serve`, of(vcpu) * statementSeconds, worth(vcpu), { share: 0.02 }, { unit: 'CPUs’ worth' })),
    near('96 CPUs do of what 2 do, for 48 times the price', of(96) / of(2), 8.7, { share: 0.02 }),
    exactly(
      'the size that does most',
      sizes.reduce((best, vcpu) => (of(vcpu) > of(best) ? vcpu : best)),
      64,
    ),
  ];
}

function singlePoint(): Finding[] {
  const crash: ScenarioEvent = { at: 20, act: 'crash', node: 'db', instance: null, seconds: 30 };
  const during = { from: 21, to: 50 };
  const one = asked({ replicas: 0 }, { rate: 400, seconds: 60, scenario: [crash] });
  const four = sharded([{ ...crash, node: 'db-1' }], 400);
  const share = (run: typeof one) => {
    const failed = ['refused', 'timeout', 'error', 'shed'].reduce((sum, reason) => sum + run.total(`failed.read.${reason}`, during), 0);
    return failed / (failed + run.total('completed.read', during));
  };
  return [
    exactly('one database down: share of the data that cannot be read', share(one), 1),
    near('one of four shards down', share(four), 0.25, { by: 3 * Math.sqrt((0.25 * 0.75) / (400 * 29)) }),
  ];
}

function cost(): Finding[] {
  const small = capacityOf(2);
  const perUnit = (vcpu: number) => priceOf(vcpu) / priceOf(2) / (capacityOf(vcpu) / small);
  const saturated = sharded([], 200, { vcpu: 2, ...law, service: 'fixed', cpuReadMs: 50, queueLimit: 1000 });
  const four = [1, 2, 3, 4].reduce((sum, i) => sum + saturated.of(`db-${i}`, 'completed', { from: 20 }), 0) / 40;
  return [
    near('USD per unit of capacity, 32 CPUs against 2', perUnit(32), 2.07, { share: 0.02 }),
    near('… 96 CPUs', perUnit(96), 5.5, { share: 0.02 }),
    near('four shards of 2 CPUs: capacity', four / small, 4, { share: 0.03 }, { unit: 'times as much, for 4 times the price' }),
  ];
}

export const databases: readonly Claim[] = [
  {
    id: 'S02',
    says: 'Replicas take the reads off the primary, and no write: every copy makes every write',
    shownBy: 'replicas',
    check: replicas,
  },
  {
    id: 'S45',
    says: 'Two ways to more capacity, from the same load test: a bigger server, or more of them',
    shownBy: 'replicas',
    check: twoWays,
  },
  {
    id: 'S46',
    says: 'A bigger server: another size is a restart of a minute or two, and twice the size is twice the price',
    shownBy: 'stack-overflow-2013',
    check: resizing,
  },
  {
    id: 'S47',
    says: 'Ten million visitors a month are 77 pages a second at the peak: one big database is hardly busy',
    shownBy: 'stack-overflow-2013',
    check: bigBox,
  },
  {
    id: 'S48',
    says: 'No server grows for ever: 48 times the price buys 8.7 times the capacity, and beyond some 64 CPUs less than before',
    shownBy: 'stack-overflow-2013',
    check: noInfiniteSize,
  },
  {
    id: 'S49',
    says: 'One big database is a single point of failure: with it all data is gone, with one of four shards a quarter',
    shownBy: 'stack-overflow-2013',
    check: singlePoint,
  },
  {
    id: 'S50',
    says: 'A unit of capacity costs twice as much on 32 CPUs and 5.5 times as much on 96, but the same on four shards',
    shownBy: 'stack-overflow-2013',
    check: cost,
  },
];
