/** How one failure becomes many, and what keeps it one: services apart (S74), servers that die of their lines (P5), a survivor (P18). */

import type { ScenarioEvent } from '../design/design.ts';
import type { Readings } from '../engine/readings.ts';
import type { Drawing } from '../library/template.ts';
import { atLeast, atMost, type Claim, exactly, type Finding, holds, near } from './claim.ts';
import { play } from './play.ts';

type Wire = NonNullable<Drawing['links'][number][2]>;
type Params<K> = Extract<Drawing['nodes'][number], { kind: K }>['params'];

const failsAt = 30;
const forEver = { timeoutMs: 0 } as const;
const service = { vcpu: 8, readsPerRequest: 0 } as const;

/** A hundred feeds a second and as many logins and pages; the media service is asked for each feed's pictures. */
const split = (media: Wire, feed: Params<'service'>, act: 'crash' | 'hang'): Readings =>
  play(
    {
      title: 'Feed, user and media',
      seconds: 90,
      nodes: [
        { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 200, patienceSeconds: 60 } },
        { id: 'web', kind: 'web-server', at: [260, 0], params: { vcpu: 32, readsPerRequest: 0 } },
        { id: 'feed', kind: 'service', at: [520, 0], params: { ...service, ...feed } },
        { id: 'user', kind: 'service', at: [780, 0], params: service },
        { id: 'media', kind: 'service', at: [780, 160], params: service },
      ],
      links: [
        ['users', 'web', { retries: 0, timeoutMs: 10_000 }],
        ['web', 'feed', { ...forEver, carries: 'feed' }],
        ['web', 'user', forEver],
        ['feed', 'user', forEver],
        ['feed', 'media', media],
      ],
      workload: { staticShare: 0, writeShare: 0, feedShare: 50, loginShare: 5 },
    },
    { scenario: [{ at: failsAt, act, node: 'media', instance: null }] },
  );

/** The same as one program: what kills the code for pictures kills all of it. */
const monolith = (): Readings =>
  play(
    {
      title: 'A monolith',
      seconds: 90,
      nodes: [
        { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 200, patienceSeconds: 60 } },
        { id: 'web', kind: 'web-server', at: [260, 0], params: { vcpu: 32, readsPerRequest: 0 } },
      ],
      links: [['users', 'web', { retries: 0, timeoutMs: 10_000 }]],
      workload: { staticShare: 0, writeShare: 0, feedShare: 50, loginShare: 5 },
    },
    { scenario: [{ at: failsAt, act: 'crash', node: 'web', instance: null }] },
  );

/** From a second after the failure to the last request that was surely answered. */
const after = { from: failsAt + 1, to: 80 };
const answered = (run: Readings, cls: 'feed' | 'read' | 'login', stretch = after): number =>
  run.total(`completed.${cls}`, stretch) / run.total(`offered.${cls}`, stretch);
const firstSecond = (run: Readings, node: string, metric: string, least: number): number =>
  run.series(node, metric).findIndex((value) => value >= least);

const splitting = (): Finding[] => {
  const one = monolith();
  const patient = { timeoutMs: 200 } as const;
  const withFallback = { fallback: true } as const;
  const [dead, silent] = (['crash', 'hang'] as const).map((act) => split(patient, withFallback, act));
  const bare = split(patient, {}, 'crash');
  const waiting = split(forEver, withFallback, 'hang');
  const late = { from: failsAt + 15, to: 80 };
  return [
    exactly('monolith, the code for pictures dead: feeds answered', answered(one, 'feed'), 0),
    exactly('… pages answered', answered(one, 'read'), 0),
    atLeast('split, 200 ms and a fallback, media dead: feeds answered', answered(dead, 'feed'), 0.99),
    atLeast('… media silent: feeds answered', answered(silent, 'feed'), 0.99),
    near('… of them without pictures', silent.mean('feed', 'fallbackShare', after), 100, { by: 0.5 }, { unit: '%' }),
    atLeast('… logins and pages', Math.min(answered(silent, 'read'), answered(silent, 'login')), 0.99),
    exactly('without a fallback, media dead: feeds answered', answered(bare, 'feed'), 0),
    atLeast('… but logins and pages', Math.min(answered(bare, 'read'), answered(bare, 'login')), 0.99),
    near(
      'without a timeout: the 200 threads are gone after',
      firstSecond(waiting, 'feed', 'threadsBusy', 199.9) - failsAt - 0.5,
      2,
      { by: 1 },
      { unit: 's' },
    ),
    atMost('… then feeds answered', answered(waiting, 'feed', late), 0),
    atMost('… and pages', answered(waiting, 'read', late), 0),
    atMost('… and logins', answered(waiting, 'login', late), 0),
  ];
};

interface Tier {
  servers?: number;
  ratePerSecond?: number;
  web?: Params<'web-server'>;
  wire?: Wire;
  seconds?: number;
}

const dies: ScenarioEvent = { at: failsAt, act: 'crash', node: 'web', instance: 0 };

/** Servers of 312 a second, of which one dies; 2,000 requests inside fill the memory of the others. */
const tier = ({ servers = 4, ratePerSecond = 1000, web = {}, wire = {}, seconds = 300 }: Tier): Readings =>
  play(
    {
      title: 'Four servers',
      seconds,
      nodes: [
        { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond, patienceSeconds: 60 } },
        { id: 'lb', kind: 'load-balancer', at: [260, 0], params: { checkSeconds: 1, healthyAfter: 2, cpuMs: 0 } },
        {
          id: 'web',
          kind: 'web-server',
          at: [520, 0],
          params: {
            instances: servers,
            cpuDynamicMs: 6.4,
            service: 'exponential',
            readsPerRequest: 0,
            threads: 2,
            queueLimit: 1_000_000,
            memoryGB: 4,
            baseMB: 0,
            requestMB: 2.048,
            bootSeconds: 30,
            warmupSeconds: 0,
            ...web,
          },
        },
      ],
      links: [
        ['users', 'lb', { retries: 0, delay: 'none', timeoutMs: 0 }],
        ['lb', 'web', { delay: 'none', timeoutMs: 0, ...wire }],
      ],
      workload: { staticShare: 0, writeShare: 0 },
    },
    { scenario: [dies] },
  );

/** Servers that were killed, in order: after so many seconds from the first death, and which. */
const killed = (run: Readings): { after: number; instance: number }[] => {
  const web = run.plan.nodes.findIndex(({ id }) => id === 'web');
  return run.notes
    .filter(({ code, node, time }) => code === 'crash' && node === web && time > failsAt)
    .map(({ time, instance }) => ({ after: time - failsAt, instance }));
};
/** The first death of each, in order. */
const deaths = (run: Readings): number[] => {
  const all = killed(run);
  return all.filter(({ instance }, i) => all.findIndex((each) => each.instance === instance) === i).map(({ after }) => after);
};
const served = (run: Readings, from: number, to: number): number =>
  run.total('completed.read', { from, to }) / run.total('offered.read', { from, to });

/** Waits of one another and of chance: at 1.07 (domain 0.3). */
const overloaded = { share: 0.25 } as const;

const cascade = (): Finding[] => {
  const run = tier({});
  const all = deaths(run);
  const down = Math.ceil(failsAt + (all[2] ?? 0));
  const line = run.series('web', 'queue');
  const roomy = tier({ ratePerSecond: 875 });
  const oneMore = tier({ servers: 5 });
  const shedding = tier({ web: { queueLimit: 250 } });
  const breaker = tier({ wire: { timeoutMs: 1000, breaker: true, breakerOpenSeconds: 5 } });
  const bulkhead = tier({ wire: { maxRequests: 600 } });
  const mostServed = (3 * 312.5) / 1000;
  return [
    near('four servers: busy', run.mean('web', 'utilization', { from: 10, to: failsAt }) / 4, 0.8, { share: 0.02 }),
    near('three left: each line grows by', (line[failsAt + 65] - line[failsAt + 5]) / 60 / 3, 21, overloaded, { unit: '/s' }),
    near('the first of them is killed after', all[0] ?? Infinity, 96, overloaded, { unit: 's' }),
    exactly('in the end have died', all.length, 3),
    atMost('… the last after the first within', (all[2] ?? Infinity) - (all[0] ?? 0), 10, { unit: 's' }),
    atMost('from then until one has started again: answered', served(run, down + 1, down + 25), 0),
    atLeast('… and then they die again: killed in all', killed(run).length, 4),
    exactly('at 70 % busy: killed', deaths(roomy).length, 0),
    near('… the three are busy', roomy.mean('web', 'utilization', { from: 60 }) / 3, 0.933, { share: 0.02 }),
    exactly('one server more: killed', deaths(oneMore).length, 0),
    atLeast('… answered', served(oneMore, failsAt + 5, 300), 0.999),
    exactly('a waiting room of 250: killed', deaths(shedding).length, 0),
    near('… answered', served(shedding, failsAt + 30, 300), mostServed, { share: 0.02 }),
    exactly('a bulkhead of 600 calls: killed', deaths(bulkhead).length, 0),
    near('… answered', served(bulkhead, failsAt + 30, 300), mostServed, { share: 0.02 }),
    holds('a breaker and 1 s of patience: none is killed', deaths(breaker).length === 0),
    atLeast('… answered', served(breaker, failsAt + 30, 300), 0.5),
  ];
};

/** 700 people in the east and 300 in the west; the west is so busy with its own. The east dies at 30 s. */
const survivor = (busy: number): Readings =>
  play(
    {
      title: 'East and west',
      seconds: 120,
      groups: [
        { id: 'dc-1', label: 'US East', region: 'us-east', at: [240, 0], size: [400, 240] },
        { id: 'dc-2', label: 'US West', region: 'us-west', at: [240, 300], size: [400, 240] },
        { id: 'dc-3', label: 'Users east', region: 'us-east', at: [-40, 0], size: [240, 240] },
        { id: 'dc-4', label: 'Users west', region: 'us-west', at: [-40, 300], size: [240, 240] },
      ],
      nodes: [
        { id: 'users-1', kind: 'users', at: [0, 48], group: 'dc-3', params: { ratePerSecond: 700 } },
        { id: 'users-2', kind: 'users', at: [0, 348], group: 'dc-4', params: { ratePerSecond: 300 } },
        {
          id: 'dns',
          kind: 'dns',
          at: [0, 600],
          params: { policy: 'geo', geoErrorPercent: 0, ttlSeconds: 2, checkSeconds: 1, unhealthyAfter: 2 },
        },
        { id: 'east', kind: 'web-server', at: [280, 48], group: 'dc-1', params: { vcpu: 32, readsPerRequest: 0 } },
        {
          id: 'west',
          kind: 'web-server',
          at: [280, 348],
          group: 'dc-2',
          params: {
            vcpu: 10,
            cpuDynamicMs: (busy * 10_000) / 300,
            service: 'exponential',
            readsPerRequest: 0,
            threads: 200,
            queueLimit: 1000,
          },
        },
      ],
      links: [
        ['users-1', 'dns', { retries: 0, timeoutMs: 5000 }],
        ['users-2', 'dns', { retries: 0, timeoutMs: 5000 }],
        ['dns', 'east'],
        ['dns', 'west'],
      ],
      workload: { staticShare: 0, writeShare: 0 },
    },
    { scenario: [{ at: failsAt, act: 'crash', node: 'east', instance: null }] },
  );

const overload = (): Finding[] => {
  const moved = { from: 60, to: 120 };
  return [0.3, 0.45, 0.6].flatMap((busy) => {
    const run = survivor(busy);
    const capacity = 300 / busy;
    const offered = run.of('west', 'arrived', moved) / 60 / capacity;
    const at = `west ${busy} busy with its own 30 %`;
    return [
      near(`${at}: before`, run.mean('west', 'utilization', { from: 10, to: failsAt }), busy, { share: 0.02 }),
      near('… work that comes afterwards, over what it can do', offered, busy / 0.3, { share: 0.02 }),
      near('… so answered', run.of('west', 'completed', moved) / run.of('west', 'arrived', moved), Math.min(1, 0.3 / busy), { by: 0.03 }),
    ];
  });
};

export const cascades: readonly Claim[] = [
  {
    id: 'S74',
    says: 'Split into services, with a timeout and a fallback, what dies takes only its own slot along; without a timeout it takes everything',
    shownBy: 'split-services',
    check: splitting,
  },
  {
    id: 'P5',
    says: 'One of four busy servers dies, the others’ lines fill their memory, and all are gone; headroom, shedding, a bulkhead or a breaker keeps them',
    shownBy: 'cascade',
    check: cascade,
  },
  {
    id: 'P18',
    says: 'Who survives the other of a 70/30 pair gets 3.33 times its load, and had better been less than 30 % busy',
    shownBy: 'two-datacentres',
    check: overload,
  },
];
