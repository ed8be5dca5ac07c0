/** Several data centres: what they are good for, and how people are shown the way to one (domain 1.3). */

import type { RegionId } from '../design/design.ts';
import { rttMs } from '../design/regions.ts';
import type { Readings } from '../engine/readings.ts';
import type { Drawing } from '../library/template.ts';
import { atLeast, type Claim, exactly, type Finding, holds, near } from './claim.ts';
import { play } from './play.ts';

type DnsParams = NonNullable<Extract<Drawing['nodes'][number], { kind: 'dns' }>['params']>;
type UserParams = NonNullable<Extract<Drawing['nodes'][number], { kind: 'users' }>['params']>;

const fixed = { timeoutMs: 0, delay: 'fixed' } as const;
/** Costs next to nothing: what is measured is the way. */
const quick = { vcpu: 64, cpuDynamicMs: 0.01, cpuStaticMs: 0.01, service: 'fixed', readsPerRequest: 0, threads: 10_000 } as const;

interface World {
  /** Where people are, and how many requests a second they send. */
  people: readonly { region: RegionId; rate: number; params?: UserParams }[];
  /** Where the sites are, and what weight their wires have. */
  sites: readonly { region: RegionId; weight?: number }[];
  dns?: DnsParams;
  seconds?: number;
  scenario?: Drawing['scenario'];
}

/** Populations `people-1` and so on, sites `site-1` and so on, and DNS between them. */
export function world({ people, sites, dns = {}, seconds = 30, scenario = [] }: World): Readings {
  return play({
    title: 'The world',
    seconds,
    groups: [
      ...people.map(({ region }, i) => ({ id: `p${i}`, label: region, region, at: [0, 300 * i] as const, size: [200, 200] as const })),
      ...sites.map(({ region }, i) => ({ id: `s${i}`, label: region, region, at: [500, 300 * i] as const, size: [200, 200] as const })),
    ],
    nodes: [
      ...people.map(({ rate, params }, i) => ({
        id: `people-${i + 1}`,
        kind: 'users' as const,
        at: [0, 300 * i] as const,
        group: `p${i}`,
        params: { ratePerSecond: rate, patienceSeconds: 60, resolvers: 10_000, ignoreTtlShare: 0, ...params },
      })),
      { id: 'dns', kind: 'dns', at: [250, 0], params: { answerMs: 0, geoErrorPercent: 0, ...dns } },
      ...sites.map((_, i) => ({
        id: `site-${i + 1}`,
        kind: 'web-server' as const,
        at: [500, 300 * i] as const,
        group: `s${i}`,
        params: quick,
      })),
    ],
    links: [
      ...people.map((_, i) => [`people-${i + 1}`, 'dns', { ...fixed, delay: 'none' as const, retries: 0 }] as const),
      ...sites.map(({ weight = 1 }, i) => ['dns', `site-${i + 1}`, { ...fixed, weight }] as const),
    ],
    workload: { staticShare: 0, writeShare: 0 },
    scenario,
  });
}

/** Share of all requests that came to a site. */
const shareOf = (run: Readings, site: number, sites: number): number => {
  const arrived = (i: number) => run.of(`site-${i}`, 'arrived');
  return arrived(site) / Array.from({ length: sites }, (_, i) => arrived(i + 1)).reduce((sum, each) => sum + each, 0);
};
const millis = (run: Readings, people: string): number => run.mean(people, 'meanResponse', { from: 5 }) * 1000;

/** TCP and TLS take a round trip each before the first request. */
const newcomer = { connectRoundTrips: 2 } as const;
const seoul = (sites: World['sites']): Readings => world({ people: [{ region: 'seoul', rate: 100, params: newcomer }], sites });

/** A share of resolvers, each of which counts whole. */
const ofResolvers = (p: number, resolvers: number) => ({ by: 3 * Math.sqrt((p * (1 - p)) / resolvers) });

const misplaced = (geoErrorPercent: number): Readings =>
  world({
    people: [
      { region: 'us-east', rate: 1000 },
      { region: 'seoul', rate: 1000 },
    ],
    sites: [{ region: 'us-east' }, { region: 'seoul' }],
    dns: { geoErrorPercent, ttlSeconds: 3600 },
  });
/** Of the first population's requests, those that went to the other one's site. */
const wrongShare = (run: Readings): number =>
  run.of('people-1', 'sentTo4') / (run.of('people-1', 'sentTo0') + run.of('people-1', 'sentTo4'));

function growth(): Finding[] {
  const far = seoul([{ region: 'us-east' }]);
  const nearby = seoul([{ region: 'us-east' }, { region: 'seoul' }]);
  return [
    near('Seoul to a site in us-east alone: round trip', rttMs('seoul', 'us-east'), 178, { share: 0 }, { unit: 'ms' }),
    near('… first page of a newcomer (TCP, TLS, request)', millis(far, 'people-1'), 534, { share: 0.01 }, { unit: 'ms' }),
    near('… with a site in Seoul', millis(nearby, 'people-1'), 90, { share: 0.01 }, { unit: 'ms' }),
    exactly('… requests that still cross the ocean', nearby.of('people-1', 'sentTo0'), 0),
  ];
}

function nearest(): Finding[] {
  const run = misplaced(1);
  const right = 1 - wrongShare(run);
  const all = world({
    people: [
      { region: 'us-east', rate: 200 },
      { region: 'seoul', rate: 200 },
    ],
    sites: [{ region: 'us-east' }],
  });
  return [
    near('people of us-east who are sent to us-east, 1 % of resolvers misplaced', right, 0.99, ofResolvers(0.99, 10_000)),
    near('their mean response: the round trip within a region', millis(all, 'people-1'), 30, { share: 0.05 }, { unit: 'ms' }),
    near('… of people in Seoul with no site nearby', millis(all, 'people-2'), 178, { share: 0.05 }, { unit: 'ms' }),
  ];
}

function weighted(): Finding[] {
  const sites: World['sites'] = [
    { region: 'us-east', weight: 70 },
    { region: 'us-west', weight: 30 },
  ];
  const of = (resolvers: number, ttlSeconds = 3600) =>
    world({
      people: [{ region: 'us-east', rate: 1000, params: { resolvers } }],
      sites,
      dns: { policy: 'weighted', ttlSeconds },
      seconds: 20,
    });
  const three = shareOf(of(3), 1, 2);
  return [
    near('20,000 users behind 10,000 resolvers: in the east', shareOf(of(10_000), 1, 2), 0.7, { by: 0.014 }, { derivation: tenThousand }),
    near('… in the west', shareOf(of(10_000), 2, 2), 0.3, { by: 0.014 }, { derivation: tenThousand }),
    atLeast('the same users behind three resolvers: off the 70 % by', Math.abs(three - 0.7), 0.03),
    holds('… because resolvers are dealt out, not requests: so many thirds', Math.abs(three * 3 - Math.round(three * 3)) < 0.05),
  ];
}
const tenThousand = 'the 1 % stated is for 20,000 lots; 10,000 resolvers are 10,000 lots, and three standard errors of those are 1.4 %';

function mistaken(): Finding[] {
  const slower = (policy: 'geo' | 'latency'): Readings =>
    world({
      people: [{ region: 'us-east', rate: 200 }],
      sites: [{ region: 'us-east' }, { region: 'us-west' }],
      dns: { policy, ttlSeconds: 10, checkSeconds: 10 },
      seconds: 90,
      scenario: [{ at: 30, act: 'strike-link', link: 'l2', fault: 'latency', value: 100 }],
    });
  const moved = (policy: 'geo' | 'latency') => {
    const run = slower(policy);
    return run.of('site-2', 'arrived', { from: 55 }) / run.of('people-1', 'offered', { from: 55 });
  };
  return [
    ...[5, 20].map((percent) =>
      near(
        `${percent} % of resolvers misplaced: users sent to the wrong region`,
        wrongShare(misplaced(percent)),
        percent / 100,
        ofResolvers(percent / 100, 10_000),
      ),
    ),
    near('100 ms more to the near site: moved by the latency policy', moved('latency'), 1, { by: 0.005 }),
    exactly('… by geo', moved('geo'), 0),
  ];
}

export const regions: readonly Claim[] = [
  {
    id: 'S15',
    says: 'Several data centres: a newcomer in Seoul waits three round trips of 178 ms for a site in the US, and three of 30 for one nearby',
    shownBy: 'two-datacentres',
    check: growth,
  },
  {
    id: 'S16',
    says: 'Geo routing sends people to the data centre that is mapped to them',
    shownBy: 'two-datacentres',
    check: nearest,
  },
  {
    id: 'S17',
    says: 'Seventy per cent to the east and thirty to the west: weights deal out resolvers, not requests',
    shownBy: 'geo-failover',
    check: weighted,
  },
  {
    id: 'S21',
    says: 'GeoDNS picks the nearest centre by where it takes the resolver to stand; latency routing moves people of its own accord',
    shownBy: 'two-datacentres',
    check: mistaken,
  },
];
