/** A data centre fails: how long until people are somewhere else, and what they find there (domain 1.3, P4, P17). */

import type { ScenarioEvent } from '../design/design.ts';
import { actsOnRegion } from '../design/regionFaults.ts';
import { exp } from '../engine/math.ts';
import type { Readings } from '../engine/readings.ts';
import { type Drawing, draw } from '../library/template.ts';
import { atLeast, atMost, type Claim, exactly, type Finding, near, type Within } from './claim.ts';
import { play, playDesign } from './play.ts';

type NodeDrawing = Drawing['nodes'][number];
type ParamsOf<K extends NodeDrawing['kind']> = NonNullable<Extract<NodeDrawing, { kind: K }>['params']>;

const quick = { vcpu: 64, cpuDynamicMs: 0.01, service: 'fixed', readsPerRequest: 0, threads: 10_000 } as const;

/** What stands between people and sites: its wires are drawn with it. */
type Way =
  | { by: 'dns'; params: ParamsOf<'dns'> }
  | { by: 'anycast'; params: ParamsOf<'global-balancer'> }
  /** DNS to balancers that hand over to the other region's when their own servers are gone. */
  | { by: 'proxy'; params: ParamsOf<'dns'> };

interface Drill {
  way: Way;
  /** Requests a second of all people, 70 % of them in the east. */
  rate: number;
  seconds: number;
  failsAt: number;
  /** Of each population. Few enough that each is asked every other second: what it holds is then nearly always in force. */
  resolvers: number;
  /** Share of resolvers that ignore the time to live, for 600 s on the mean. */
  stragglers?: number;
  seed: string;
}

/** The east falls silent for ever. */
function drill({ way, rate, seconds, failsAt, resolvers, stragglers = 0, seed }: Drill): Readings {
  const people = (share: number) => ({
    ratePerSecond: rate * share,
    patienceSeconds: 5,
    resolvers,
    ignoreTtlShare: stragglers,
    ignoredTtlSeconds: 600,
  });
  const sites: Drawing['nodes'] = (['east', 'west'] as const).map((id, i) => ({
    id,
    kind: 'web-server',
    at: [800, 300 * i],
    group: `s${i}`,
    params: quick,
  }));
  const between: Drawing['nodes'] =
    way.by === 'anycast'
      ? [{ id: 'way', kind: 'global-balancer', at: [250, 100], params: way.params }]
      : [{ id: 'way', kind: 'dns', at: [250, 100], params: { answerMs: 0, geoErrorPercent: 0, ...way.params } }];
  const balancers: Drawing['nodes'] =
    way.by !== 'proxy'
      ? []
      : (['lb-east', 'lb-west'] as const).map((id, i) => ({
          id,
          kind: 'load-balancer',
          at: [500, 300 * i],
          params: { algorithm: 'weighted-round-robin', cpuMs: 0, checkSeconds: 10, unhealthyAfter: 3, checkTimeoutSeconds: 1 },
        }));
  const targets = way.by === 'proxy' ? ['lb-east', 'lb-west'] : ['east', 'west'];
  const drawing: Drawing = {
    title: 'East and west',
    seconds,
    groups: [
      { id: 'p0', label: 'East', region: 'us-east', at: [0, 0], size: [200, 200] },
      { id: 'p1', label: 'West', region: 'us-west', at: [0, 300], size: [200, 200] },
      { id: 's0', label: 'East', region: 'us-east', at: [780, 0], size: [200, 200] },
      { id: 's1', label: 'West', region: 'us-west', at: [780, 300], size: [200, 200] },
    ],
    nodes: [
      { id: 'people-1', kind: 'users', at: [0, 0], group: 'p0', params: people(0.7) },
      { id: 'people-2', kind: 'users', at: [0, 300], group: 'p1', params: people(0.3) },
      ...between,
      ...balancers.map((each, i) => ({ ...each, group: `s${i}` })),
      ...sites,
    ],
    links: [
      ['people-1', 'way', { timeoutMs: 5000, retries: 0 }],
      ['people-2', 'way', { timeoutMs: 5000, retries: 0 }],
      ...targets.map((to) => ['way', to, { timeoutMs: 5000 }] as const),
      ...(way.by === 'proxy'
        ? ([
            ['lb-east', 'east', { timeoutMs: 5000, weight: 1 }],
            ['lb-east', 'lb-west', { timeoutMs: 5000, weight: 0 }],
            ['lb-west', 'west', { timeoutMs: 5000, weight: 1 }],
          ] as const)
        : []),
    ],
    workload: { staticShare: 0, writeShare: 0 },
  };
  return play(drawing, { seed, scenario: [{ at: failsAt, act: 'hang', node: 'east', instance: null }] });
}

const failsAt = 10;
const failedIn = (run: Readings): number =>
  ['timeout', 'error', 'refused'].reduce((sum, reason) => sum + run.total(`failed.read.${reason}`), 0);
const detectedAfter = (run: Readings): number => (run.notes.find(({ code }) => code === 'marked-down')?.time ?? Infinity) - failsAt;
/** The first second from which on so many of all that moves has moved. */
const shiftedAfter = (run: Readings, share: number): number => {
  const [dead, alive] = [run.series('people-1', 'sentTo0'), run.series('people-1', 'sentTo1')];
  // a few seconds together: at a low rate a single one says little
  const at = dead.findIndex((_, i) => {
    const from = Math.max(0, i - 2);
    const sum = (of: readonly number[]) => of.slice(from, i + 3).reduce((all, each) => all + each, 0);
    return i > failsAt && sum(alive) >= share * (sum(alive) + sum(dead));
  });
  return at + 0.5 - failsAt;
};
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
const worlds = (count: number): string[] => Array.from({ length: count }, (_, i) => `world ${i + 1}`);

/** Three standard errors of the mean of so many moments that are equally likely within an interval. */
const ofPhases = (intervalSeconds: number, count: number): number => (3 * intervalSeconds) / Math.sqrt(12 * count);

const patient: Way = { by: 'dns', params: { policy: 'geo', checkSeconds: 30, unhealthyAfter: 3, ttlSeconds: 60 } };
const nervous: Way = { by: 'dns', params: { policy: 'geo', checkSeconds: 10, unhealthyAfter: 3, ttlSeconds: 10 } };
const played = 'at a tenth of the 1,000 requests a second, counted ten times';

interface Expected {
  way: Way;
  interval: number;
  seconds: number;
  detection: number;
  half?: number;
  most: number;
  failed: number;
}

function shift({ way, interval, seconds, detection, half, most, failed }: Expected): Finding[] {
  const rate = 100;
  const count = 16;
  const runs = worlds(count).map((seed) => drill({ way, rate, seconds, failsAt, resolvers: 100, seed }));
  const by: Within = { by: ofPhases(interval, count) };
  const name = `checks every ${interval} s, time to live ${way.by === 'dns' ? way.params.ttlSeconds : 0} s`;
  return [
    near(`${name}: detected after`, mean(runs.map(detectedAfter)), detection, by, { unit: 's' }),
    ...(half === undefined ? [] : [near('… half shifted after', mean(runs.map((run) => shiftedAfter(run, 0.5))), half, by, { unit: 's' })]),
    near('… 95 % shifted after', mean(runs.map((run) => shiftedAfter(run, 0.95))), most, by, { unit: 's' }),
    near(`… requests failed, ${played}`, mean(runs.map(failedIn)) * (1000 / rate), failed, { by: 700 * ofPhases(interval, count) }),
  ];
}

function failover(): Finding[] {
  // those who ignore the time to live: the same worlds with and without them, and ten times as many of them to count on
  const [rate, count] = [20, 6];
  const some = { way: patient, rate, failsAt, resolvers: 140 };
  const straggling = worlds(count).map((seed) => drill({ ...some, seconds: 2410, stragglers: 50, seed }));
  const prompt = worlds(count).map((seed) => drill({ ...some, seconds: 180, seed }));
  const more = straggling.map((run, i) => ((failedIn(run) - failedIn(prompt[i])) * (1000 / rate)) / 10);
  const blind: Way = { by: 'dns', params: { policy: 'geo', checkSeconds: 300, unhealthyAfter: 10, ttlSeconds: 60 } };
  const none = drill({ way: blind, rate: 20, seconds: 1810, failsAt, resolvers: 14, seed: 'no failover' });
  const west = (run: Readings, from: number, to: number) => run.of('west', 'arrived', { from, to }) / (to - from);
  const after = drill({ way: nervous, rate: 200, seconds: 120, failsAt: 40, resolvers: 100, seed: 'west' });
  return [
    ...shift({ way: patient, interval: 30, seconds: 180, detection: 79, half: 111, most: 139, failed: 76_500 }),
    ...shift({ way: nervous, interval: 10, seconds: 70, detection: 29, most: 39, failed: 23_900 }),
    near(
      'failed besides with 5 % of resolvers that ignore the time to live, for 600 s on the mean (at a fiftieth and with 50 % of them, counted five times)',
      mean(more),
      19_300,
      { share: 3 / Math.sqrt(0.5 * some.resolvers * count) },
      {
        derivation:
          'the 97,600 - 76,500 = 21,100 stated count all of their 600 s; without them the same 5 % would have stayed as well, for 30 s, and 2 % of the tail lies behind the 40 minutes played: 1,000 x 0.7 x 0.05 x (600 x 0.98 x 0.98 - 30 x 0.86) = 19,300 where each resolver is asked every 10 s; the width is three standard errors of that many lives',
      },
    ),
    near('no failover for 30 minutes: failed (at a fiftieth, counted fifty times)', failedIn(none) * 50, 1_260_000, { share: 0.02 }),
    near('the west afterwards, over before', west(after, 90, 115) / west(after, 5, 40), 1 / 0.3, { share: 0.04 }),
  ];
}

/** The same failure by other ways of leading people. */
function redirected(): Finding[] {
  const anycast: Way = { by: 'anycast', params: { checkSeconds: 10, unhealthyAfter: 3, checkTimeoutSeconds: 1 } };
  const proxy: Way = { by: 'proxy', params: { policy: 'geo', checkSeconds: 10, unhealthyAfter: 3, ttlSeconds: 60 } };
  const common = { rate: 50, seconds: 300, failsAt, resolvers: 70, stragglers: 5 };
  const of = (way: Way) => worlds(6).map((seed) => drill({ way, ...common, seed }));
  const [global, proxied, dns] = [of(anycast), of(proxy), of({ ...proxy, by: 'dns' })];
  const most = (runs: readonly Readings[]) => Math.max(...runs.map(detectedAfter));
  // who is not answered gives up after 5 s
  const late = { from: failsAt + 45 };
  const lateFailures = (runs: readonly Readings[]) => mean(runs.map((run) => run.total('failed.read.timeout', late)));
  const share = (runs: readonly Readings[]) => mean(runs.map((run, i) => failedIn(run) / (35 * detectedAfter(runs[i]))));
  return [
    atMost('one address everywhere: longest detection, checks every 10 s', most(global), 31, { unit: 's' }),
    near('… failed, over 70 % of what came until then', share(global), 1, { by: 0.06 }),
    exactly('… sent later than 40 s and failed', lateFailures(global), 0),
    near('balancers that hand over to the other region: failed, over 70 % until detection', share(proxied), 1, { by: 0.06 }),
    exactly('… sent later than 40 s and failed, with 5 % of resolvers that ignore the time to live', lateFailures(proxied), 0),
    near(
      'DNS alone: sent later than 40 s and failed (1.75 a second of stragglers, and what still runs out)',
      lateFailures(dns),
      lateByDns,
      {
        share: 0.25,
      },
    ),
  ];
}
/** 35 a second: 95 % stay for 60 s at most after 29 s on the mean, 5 % for an exponential time of 600 s; from 40 s to 290 s after the failure. */
const lateByDns = 35 * ((0.95 * (49 * 49)) / 120 + 0.05 * 600 * (exp(-11 / 600) - exp(-261 / 600)));

/** Two centres whose databases never heard of each other; the east loses its power from 40 to 140 s. */
function separate(): Finding[] {
  const users = (rate: number): ParamsOf<'users'> => ({
    ratePerSecond: rate,
    ownRows: true,
    patienceSeconds: 5,
    ignoreTtlShare: 0,
    resolvers: 1000,
  });
  const drawing: Drawing = {
    title: 'Separate databases',
    seconds: 260,
    groups: [
      { id: 'p0', label: 'East', region: 'us-east', at: [0, 0], size: [200, 200] },
      { id: 'p1', label: 'West', region: 'us-west', at: [0, 300], size: [200, 200] },
      { id: 's0', label: 'East', region: 'us-east', at: [480, 0], size: [700, 200] },
      { id: 's1', label: 'West', region: 'us-west', at: [480, 300], size: [700, 200] },
    ],
    nodes: [
      { id: 'people-1', kind: 'users', at: [0, 0], group: 'p0', params: users(70) },
      { id: 'people-2', kind: 'users', at: [0, 300], group: 'p1', params: users(30) },
      { id: 'dns', kind: 'dns', at: [250, 0], params: { checkSeconds: 10, ttlSeconds: 10, geoErrorPercent: 0 } },
      ...([0, 1] as const).flatMap((i): NodeDrawing[] => [
        { id: `web-${i + 1}`, kind: 'web-server', at: [500, 300 * i], group: `s${i}` },
        { id: `db-${i + 1}`, kind: 'database', at: [800, 300 * i], group: `s${i}`, params: { holds: 'region', replicas: 0 } },
      ]),
    ],
    links: [
      ['people-1', 'dns', { retries: 0 }],
      ['people-2', 'dns', { retries: 0 }],
      ['dns', 'web-1'],
      ['dns', 'web-2'],
      ['web-1', 'db-1'],
      ['web-2', 'db-2'],
    ],
    workload: { staticShare: 0, writeShare: 0 },
  };
  const design = draw(drawing);
  const scenario: ScenarioEvent[] = actsOnRegion(design, 's0', 'lose', 100).map((act) => ({ at: 40, ...act }));
  const run = playDesign({ ...design, scenario });
  const away = { from: 90, to: 140 };
  const missing = run.of('db-2', 'missingRows', away);
  const failed = (people: string, stretch: { from: number; to?: number }) =>
    run.of(people, 'failed', stretch) / (run.of(people, 'failed', stretch) + run.of(people, 'completed', stretch));
  return [
    exactly(
      'before: rows of their own that people do not find',
      run.of('db-1', 'missingRows') + run.of('db-2', 'missingRows', { to: 40 }),
      0,
    ),
    near(
      'after the failover: of all reads in the west, those of rows that are not there',
      missing / (missing + run.of('db-2', 'reads', away)),
      0.7,
      { by: 0.02 },
    ),
    near('… reads of people of the east that fail', failed('people-1', away), 1, { by: 0 }),
    exactly('… of people of the west', failed('people-2', away), 0),
    exactly('after failback, of people of the east', failed('people-1', { from: 200 }), 0),
  ];
}

/** All people are in the east, whose cache has seen everything it has room for; the west stands by, and its cache has seen nobody. */
const coldThere = (hit: number): Finding[] => {
  const [keys, filled, rate] = [100_000, 50, 1000];
  const dies = filled + 40;
  const atOnce = { timeoutMs: 0, delay: 'none' } as const;
  const site = (i: 1 | 2, at: number): NodeDrawing[] => [
    { id: `web-${i}`, kind: 'web-server', at: [500, at], params: { ...quick, cpuDynamicMs: 0.01, readsPerRequest: 1 } },
    { id: `cache-${i}`, kind: 'cache', at: [800, at], params: { capacityKeys: hit * keys, ttlSeconds: 1_000_000, serviceMs: 0 } },
    { id: `db-${i}`, kind: 'database', at: [1000, at], params: { vcpu: 96, cpuReadMs: 0.01, replicas: 0 } },
  ];
  const run = play(
    {
      title: 'Cold there',
      seconds: dies + 4,
      nodes: [
        { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: rate } },
        { id: 'dns', kind: 'dns', at: [250, 0], params: { policy: 'failover', ttlSeconds: 0, checkSeconds: 1, unhealthyAfter: 1 } },
        ...site(1, 0),
        ...site(2, 300),
      ],
      links: [
        ['users', 'dns', { retries: 0 }],
        ['dns', 'web-1'],
        ['dns', 'web-2'],
        ...([1, 2] as const).flatMap((i) => [[`web-${i}`, `cache-${i}`, atOnce] as const, [`web-${i}`, `db-${i}`, atOnce] as const]),
      ],
      workload: { staticShare: 0, writeShare: 0, keys, keySkew: 0, traffic: 10 },
    },
    {
      scenario: [
        { at: filled, act: 'set-workload', field: 'traffic', value: 1 },
        { at: dies, act: 'crash', node: 'web-1', instance: null },
      ],
    },
  );
  const moved = Math.ceil(run.notes.find(({ code }) => code === 'marked-down')?.time ?? Infinity);
  const before = run.of('db-1', 'reads', { from: filled, to: dies }) / (dies - filled);
  const after = run.of('db-2', 'reads', { from: moved, to: moved + 1 });
  // 3 standard errors of the counts, and what the first second itself has put into the cache: at most 2 of 100 rows
  const margin = 0.02 + 3 * Math.sqrt(1 / (before * (dies - filled)) + 1 / after);
  return [
    near(`at a hit ratio of ${hit}: load of the database where people go, over before`, after / before, 1 / (1 - hit), { share: margin }),
  ];
};

/** The near site leaves the answers; 9 % of resolvers do not care. Time to live 20 s. */
function stragglers(): Finding[] {
  const way: Way = { by: 'dns', params: { policy: 'geo', checkSeconds: 10, unhealthyAfter: 3, ttlSeconds: 20 } };
  const [count, resolvers, share] = [4, 400, 9];
  const runs = worlds(count).map((seed) => drill({ way, rate: 100, seconds: 1000, failsAt, resolvers, stragglers: share, seed }));
  const stale = (run: Readings, after: number, width: number): number => {
    const from = Math.floor(failsAt + detectedAfter(run) + after - width);
    const of = (region: 0 | 1) => run.of('people-1', `sentTo${region}`, { from, to: from + 2 * width });
    return of(0) / (of(0) + of(1));
  };
  const at = (after: number, width: number) => mean(runs.map((run) => stale(run, after, width)));
  // so many lives of stragglers, drawn once
  const lives = (p: number) => ({ by: 3 * Math.sqrt((p * (1 - p)) / (resolvers * count)) });
  const kept = (after: number) => (share / 100) * exp(-after / 600);
  return [
    atMost('time to live 20 s: still sent to the dead centre a minute after the switch', at(60, 5), 0.1),
    near('… after 15 minutes', at(890, 20), 0.02, lives(kept(890))),
    near('… by theory, after 5 minutes', at(300, 10), kept(300), lives(kept(300))),
    atLeast(
      'requests sent by an answer that should be forgotten, over those sent to the dead centre (some lead to the right one)',
      mean(runs.map((run) => run.of('people-1', 'stragglers', { from: 120 }) / run.of('people-1', 'sentTo0', { from: 120 }))),
      1,
    ),
  ];
}

export const siteFailover: readonly Claim[] = [
  {
    id: 'S18',
    says: 'If one data centre fails, its users go to the other: as soon as DNS has found out and what resolvers hold has run out',
    shownBy: 'geo-failover',
    check: failover,
  },
  {
    id: 'S20',
    says: 'Leading people elsewhere: DNS takes detection, time to live and stragglers; one address everywhere, or balancers that hand over, take detection alone',
    shownBy: 'geo-failover',
    check: redirected,
  },
  {
    id: 'S22',
    says: 'With separate databases the data of a region’s users is missing where they are sent: seventy per cent of all rows, until failback',
    shownBy: 'geo-failover',
    check: separate,
  },
  {
    id: 'P4',
    says: 'Whoever moves to another centre finds its caches cold: its database gets 1 / (1 - hit ratio) times the load',
    shownBy: 'geo-failover',
    check: () => [0.9, 0.95, 0.99].flatMap(coldThere),
  },
  {
    id: 'P17',
    says: 'Some resolvers ignore the time to live: a dead centre goes on being asked for a quarter of an hour',
    shownBy: 'geo-failover',
    check: stragglers,
  },
];
