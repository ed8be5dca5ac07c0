/** Where waiting comes from: a server near its limit (P1), the slow before the quick (P11), too few connections (P12). */

import type { Readings } from '../engine/readings.ts';
import type { Drawing } from '../library/template.ts';
import { atLeast, atMost, type Claim, type Finding, near } from './claim.ts';
import { play } from './play.ts';

type Params<K> = Extract<Drawing['nodes'][number], { kind: K }>['params'];

const patient = { retries: 0, timeoutMs: 0, delay: 'none' } as const;
const pagesOnly = { staticShare: 0, writeShare: 0 } as const;
const roomy = { instances: 1, readsPerRequest: 0, threads: 10_000, queueLimit: 1_000_000 } as const;

/** One server of `vcpu` processors whose pages cost 10 ms, exponentially. */
const station = (vcpu: number, busy: number, seconds: number, web: Params<'web-server'> = {}): Readings =>
  play({
    title: 'A server near its limit',
    seconds,
    nodes: [
      { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: busy * vcpu * 100, patienceSeconds: 60 } },
      { id: 'web', kind: 'web-server', at: [320, 0], params: { ...roomy, vcpu, cpuDynamicMs: 10, service: 'exponential', ...web } },
    ],
    links: [['users', 'web', patient]],
    workload: pagesOnly,
  });

/** Processors, how busy, and mean and 99th percentile in ms: M/M/c. At 0.95 a run of any length is noisy (domain 0.3). */
const knee = [
  { vcpu: 1, busy: 0.5, mean: 20, p99: 92, seconds: 2000 },
  { vcpu: 1, busy: 0.8, mean: 50, p99: 230, seconds: 4000 },
  { vcpu: 1, busy: 0.9, mean: 100, p99: 461, seconds: 8000 },
  { vcpu: 1, busy: 0.95, mean: 200, p99: 921, seconds: 8000 },
  { vcpu: 4, busy: 0.9, mean: 30, p99: 122, seconds: 2000 },
  { vcpu: 16, busy: 0.9, mean: 14, p99: 53, seconds: 400 },
] as const;

const saturation = (): Finding[] => {
  const over = station(1, 1.2, 120);
  return [
    ...knee.flatMap(({ vcpu, busy, mean, p99, seconds }) => {
      const run = station(vcpu, busy, seconds);
      const stretch = { from: seconds / 20 };
      const share = busy > 0.9 ? 0.25 : 0.1;
      const at = `${vcpu} ${vcpu === 1 ? 'processor' : 'processors'} at ${busy}`;
      const inside = run.mean('web', 'inside', stretch) / (run.of('web', 'completed', stretch) / (seconds - stretch.from));
      return [
        near(`${at}: mean`, inside * 1000, mean, { share }, { unit: 'ms' }),
        near(`${at}: p99`, run.quantile(0.99, stretch) * 1000, p99, { share }, { unit: 'ms' }),
      ];
    }),
    near('at 1.2: the line grows each second by', (over.series('web', 'queue')[110] - over.series('web', 'queue')[10]) / 100, 20, {
      by: 4.5,
    }),
  ];
};

/** Pages of 10 ms, and one request in two hundred that takes a second, on the same processors or on one of their own. */
const mixed = (isSplit: boolean): Readings => {
  const quick = { ...roomy, cpuDynamicMs: 10, cpuLoginMs: 1000, service: 'fixed' } as const;
  return play({
    title: 'The slow before the quick',
    seconds: 9000,
    nodes: isSplit
      ? [
          { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 199, patienceSeconds: 60 } },
          { id: 'web', kind: 'web-server', at: [320, 0], params: { ...quick, vcpu: 3 } },
        ]
      : [
          { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 200, patienceSeconds: 60 } },
          { id: 'web', kind: 'web-server', at: [320, 0], params: { ...quick, vcpu: 4 } },
        ],
    links: [['users', 'web', patient]],
    workload: { ...pagesOnly, loginShare: isSplit ? 0 : 0.5 },
  });
};

const quickOnly =
  'The brief says 455 and 946 ms. These are of all requests, and of half an hour; of the quick ones alone, the recursion of Kiefer and Wolfowitz over sixteen million arrivals gives 10.8, 397 and 742 ms.';

const blocking = (): Finding[] => {
  const [shared, split] = [mixed(false), mixed(true)];
  const ms = (run: Readings, q: number): number => run.quantile(q, { from: 30, only: 'read' }) * 1000;
  return [
    near('four processors for all: busy', shared.mean('web', 'utilization', { from: 30 }), 0.7475, { by: 0.03 }),
    near('… half of the quick within', ms(shared, 0.5), 10.9, { share: 0.1 }, { unit: 'ms' }),
    near('… p95 of the quick', ms(shared, 0.95), 397, { share: 0.1 }, { unit: 'ms', derivation: quickOnly }),
    near('… p99 of the quick', ms(shared, 0.99), 742, { share: 0.1 }, { unit: 'ms', derivation: quickOnly }),
    near('three for the quick and one for the slow: half of the quick within', ms(split, 0.5), 10, { share: 0.02 }, { unit: 'ms' }),
    near('… p95 of the quick', ms(split, 0.95), 20.5, { share: 0.1 }, { unit: 'ms' }),
    near('… p99 of the quick', ms(split, 0.99), 27, { share: 0.1 }, { unit: 'ms' }),
  ];
};

/** A server with ten connections to a database that has processors for sixty-four queries. */
const pooled = (queryMs: number, ratePerSecond: number, seconds: number): Readings =>
  play({
    title: 'Ten connections',
    seconds,
    nodes: [
      { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond, patienceSeconds: 60 } },
      { id: 'web', kind: 'web-server', at: [320, 0], params: { ...roomy, vcpu: 16, cpuDynamicMs: 0.1, readsPerRequest: 1 } },
      {
        id: 'db',
        kind: 'database',
        at: [640, 0],
        params: { replicas: 0, readsFrom: 'primary', vcpu: 64, cpuReadMs: queryMs, service: 'fixed', queueLimit: 100_000 },
      },
    ],
    links: [
      ['users', 'web', patient],
      ['web', 'db', { ...patient, poolSize: 10 }],
    ],
    workload: { ...pagesOnly, keys: 1000 },
  });

const pools = (): Finding[] => {
  const waited = pooled(50, 300, 122);
  return [
    ...[5, 20, 50, 200].map((queryMs) => {
      const most = 10_000 / queryMs;
      const run = pooled(queryMs, most * 1.2, 40);
      return near(
        `queries of ${queryMs} ms: pages`,
        run.of('web', 'completed', { from: 10 }) / 30,
        most,
        { share: 0.02 },
        { unit: 'requests/s' },
      );
    }),
    near(
      'at half as many again: who waits 30 s in vain',
      waited.of('web', 'failed', { from: 92 }) / 30,
      100,
      { share: 0.05 },
      { unit: 'requests/s' },
    ),
    atLeast('… and half of all take', waited.quantile(0.5, { from: 92 }), 29, { unit: 's' }),
    atMost('… while the database is busy, of 1', waited.mean('db', 'utilization', { from: 92 }), 0.17),
  ];
};

export const overload: readonly Claim[] = [
  {
    id: 'P1',
    says: 'Response times bend sharply upwards near saturation, later for many processors behind one line, and beyond it the line never ends',
    shownBy: 'retry-storm',
    check: saturation,
  },
  {
    id: 'P11',
    says: 'A few slow requests make everybody behind them slow; processors of their own keep the quick ones quick',
    shownBy: 'first-visit',
    check: blocking,
  },
  {
    id: 'P12',
    says: 'Ten connections carry ten queries at a time: beyond that pages wait until they fail, while the database is nearly idle',
    shownBy: 'single',
    check: pools,
  },
];
