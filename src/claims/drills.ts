/** Drills: a region or a zone is killed, and what is left must hold (domain 1.7 and 2.18); each line of the recap plays. */

import { type Id, type RegionId, regionIds } from '../design/design.ts';
import { setParam } from '../design/edits.ts';
import { actsOnRegion } from '../design/regionFaults.ts';
import type { Readings } from '../engine/readings.ts';
import { geoFailover, outage } from '../library/geoFailover.ts';
import { netflix2013 } from '../library/netflix2013.ts';
import { type Drawing, draw, type TemplateId } from '../library/template.ts';
import { templateNamed } from '../library/templates.ts';
import { atLeast, atMost, type Claim, exactly, type Finding, near } from './claim.ts';
import { play, playDesign } from './play.ts';

const reasons = ['refused', 'timeout', 'shed', 'error'] as const;
const classes = ['static', 'read', 'write', 'feed', 'login', 'search', 'upload'] as const;

/** Of the requests that ended in a stretch, those that were answered well. */
function servedShare(run: Readings, stretch: { from: number; to?: number }): number {
  const good = classes.reduce((sum, cls) => sum + run.total(`completed.${cls}`, stretch), 0);
  const bad = classes.reduce((sum, cls) => sum + reasons.reduce((all, why) => all + run.total(`failed.${cls}.${why}`, stretch), 0), 0);
  return good / (good + bad);
}

/** From the fault to the first of 30 seconds in a row that meet the objective. */
function recoverySeconds(run: Readings, faultAt: number, objective: number): number {
  const seconds = run.frames.map(({ end }) => end);
  const meets = seconds.map((end) => servedShare(run, { from: end - 1, to: end }) >= objective);
  const at = meets.findIndex((_, i) => seconds[i] > faultAt && i + 30 <= meets.length && meets.slice(i, i + 30).every(Boolean));
  return at < 0 ? Infinity : seconds[at] - 1 - faultAt;
}

/** Busy so much, a third (or a half) of it dies: what is left can do so much of the work. */
const third = (busy: number): Readings => {
  const zones = ['a', 'b', 'c'] as const;
  const ends = (zone: Id) => `web-${zone}`;
  const drawing: Drawing = {
    title: 'Three zones',
    seconds: 90,
    groups: zones.map((zone, i) => ({
      id: `zone-${zone}`,
      label: `Zone ${zone}`,
      region: 'us-east',
      at: [480, 260 * i] as const,
      size: [240, 200] as const,
      params: { zone },
    })),
    nodes: [
      { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: busy * 600, patienceSeconds: 2 } },
      { id: 'lb', kind: 'load-balancer', at: [240, 0], params: { checkSeconds: 2, unhealthyAfter: 2, cpuMs: 0 } },
      ...zones.map((zone, i) => ({
        id: ends(zone),
        kind: 'web-server' as const,
        at: [500, 260 * i + 60] as const,
        group: `zone-${zone}`,
        params: { vcpu: 2, cpuDynamicMs: 10, service: 'exponential' as const, readsPerRequest: 0, queueLimit: 100 },
      })),
    ],
    links: [['users', 'lb', { timeoutMs: 2000, retries: 0 }], ...zones.map((zone) => ['lb', ends(zone), { timeoutMs: 2000 }] as const)],
    workload: { staticShare: 0, writeShare: 0 },
  };
  const scenario = actsOnRegion(draw(drawing), 'zone-c', 'lose').map((act) => ({ at: 20, ...act }));
  return play(drawing, { scenario });
};

const half = (busy: number): Readings => {
  const sites = ['us-east', 'us-west'] as const;
  const drawing: Drawing = {
    title: 'Two regions',
    seconds: 90,
    groups: sites.map((region, i) => ({
      id: `dc-${i + 1}`,
      label: region,
      region,
      at: [480, 260 * i] as const,
      size: [240, 200] as const,
    })),
    nodes: [
      { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: busy * 800, patienceSeconds: 2 } },
      { id: 'way', kind: 'global-balancer', at: [240, 0], params: { policy: 'weighted', checkSeconds: 2, unhealthyAfter: 2 } },
      ...sites.map((region, i) => ({
        id: region,
        kind: 'web-server' as const,
        at: [500, 260 * i + 60] as const,
        group: `dc-${i + 1}`,
        params: { vcpu: 4, cpuDynamicMs: 10, service: 'exponential' as const, readsPerRequest: 0, queueLimit: 100 },
      })),
    ],
    links: [['users', 'way', { timeoutMs: 2000, retries: 0 }], ...sites.map((region) => ['way', region, { timeoutMs: 2000 }] as const)],
    workload: { staticShare: 0, writeShare: 0 },
  };
  const scenario = actsOnRegion(draw(drawing), 'dc-1', 'lose').map((act) => ({ at: 20, ...act }));
  return play(drawing, { scenario });
};

/** What is left can do so much of the work: all of it up to `limit` busy before, and less beyond. */
const survives = (what: string, limit: number, of: (busy: number) => Readings): Finding[] =>
  [limit - 0.05, limit + 0.08].map((busy) => {
    const share = servedShare(of(busy), { from: 45 });
    const expected = Math.min(1, limit / busy);
    return near(`${what}, busy ${busy.toFixed(2)} before: answered without the lost one`, share, expected, {
      by: busy < limit ? 0.005 : 0.03,
    });
  });

const killedAt = 60;

function drill(): Finding[] {
  // DNS that is checked and forgotten every ten seconds
  const quick = setParam(setParam(geoFailover.design, 'dns-1', 'ttlSeconds', 10), 'dns-1', 'geoErrorPercent', 0);
  const byDns = playDesign({ ...quick, seconds: outage.at + 120 });
  const { design } = netflix2013;
  const scenario = actsOnRegion(design, 'dc-1', 'lose').map((act) => ({ at: killedAt, ...act }));
  const stores = playDesign({ ...design, scenario, seconds: killedAt + 10 });
  const perSecond = stores.of('store-east', 'acknowledgedWrites', { from: 30, to: killedAt }) / (killedAt - 30);
  const untold = stores.series('store-east', 'copiesWaiting')[killedAt - 1];
  return [
    atMost(
      'DNS, checks of 10 s and a time to live of 10 s, 95 % answered: RTO (target 60 s)',
      recoverySeconds(byDns, outage.at, 0.95),
      60,
      { unit: 's' },
    ),
    atMost('stores that tell the other region of every write: RPO (target 1 s)', untold / perSecond, 1, { unit: 's' }),
    ...survives('three zones', 2 / 3, third),
    ...survives('two active regions', 1 / 2, half),
  ];
}

/** A day's users of this many, at the peak of twice the mean. */
const perDay = 100_000_000;
const quickServer = { vcpu: 64, cpuDynamicMs: 0.01, service: 'fixed', readsPerRequest: 0, threads: 100_000 } as const;

function beyond(): Finding[] {
  const seconds = 3;
  const peak = play({
    title: 'A hundred million',
    seconds,
    nodes: [
      {
        id: 'users',
        kind: 'users',
        at: [0, 0],
        params: { rateFrom: 'users', dailyUsers: perDay, viewsPerUserDay: 10, dynamicPerView: 3, staticPerView: 0, peakToMean: 2 },
      },
      { id: 'web', kind: 'web-server', at: [300, 0], params: quickServer },
    ],
    links: [['users', 'web', { timeoutMs: 0, delay: 'none' }]],
    workload: { writeShare: 0 },
  });
  const firstPages = (sites: readonly RegionId[]): number => {
    const people: readonly RegionId[] = ['us-east', 'seoul'];
    const run = play({
      title: 'Newcomers',
      seconds: 30,
      groups: [
        ...people.map((region, i) => ({ id: `p${i}`, label: region, region, at: [0, 300 * i] as const, size: [200, 200] as const })),
        ...sites.map((region, i) => ({ id: `s${i}`, label: region, region, at: [500, 300 * i] as const, size: [200, 200] as const })),
      ],
      nodes: [
        ...people.map((_, i) => ({
          id: `people-${i}`,
          kind: 'users' as const,
          at: [0, 300 * i] as const,
          group: `p${i}`,
          params: { ratePerSecond: 300, connectRoundTrips: 2 },
        })),
        { id: 'dns', kind: 'dns', at: [250, 0], params: { geoErrorPercent: 0 } },
        ...sites.map((_, i) => ({
          id: `site-${i}`,
          kind: 'web-server' as const,
          at: [500, 300 * i] as const,
          group: `s${i}`,
          params: quickServer,
        })),
      ],
      links: [
        ...people.map((_, i) => [`people-${i}`, 'dns', { timeoutMs: 10_000 }] as const),
        ...sites.map((_, i) => ['dns', `site-${i}`, { timeoutMs: 10_000 }] as const),
      ],
      workload: { staticShare: 0, writeShare: 0 },
    });
    return run.quantile(0.99, { from: 5 }) * 1000;
  };
  return [
    near(
      '100 million users a day, 30 dynamic requests each, at twice the mean',
      peak.of('users', 'offered') / seconds,
      69_444,
      { share: 0.02 },
      { unit: '/s' },
    ),
    atLeast(
      'the best of nine places for one site alone: p99 of newcomers in the US and Korea',
      Math.min(...regionIds.map((region) => firstPages([region]))),
      200,
      {
        unit: 'ms',
      },
    ),
    atMost('a site near each: p99', firstPages(['us-east', 'seoul']), 200, { unit: 'ms' }),
  ];
}

/** The recap's lines, and the template in which each plays. */
const recap: readonly (readonly [string, TemplateId])[] = [
  ['a stateless web tier', 'stateless-tier'],
  ['redundancy at every tier', 'balanced'],
  ['cached as much as can be', 'chapter'],
  ['several data centres', 'two-datacentres'],
  ['static files by the CDN', 'far-users'],
  ['the data tier in shards', 'sharded'],
  ['tiers split into services', 'split-services'],
  ['watched and automated', 'figure-1-19'],
];

const smoke = (): Finding[] =>
  recap.map(([line, id]) => {
    const design = templateNamed(id)?.design;
    if (!design) throw new Error(`no template ${id}`);
    const run = playDesign({ ...design, scenario: [], seconds: 30 });
    return atLeast(`${line} (${id}): answered`, servedShare(run, { from: 15 }), 0.99);
  });

/** A release to both centres, and what the others of the badges show. */
function badges(): Finding[] {
  const { design } = geoFailover;
  const run = playDesign({ ...design, seconds: 240 });
  const stores = playDesign({ ...netflix2013.design, seconds: 60 });
  const released = play({
    title: 'A release everywhere',
    seconds: 600,
    groups: (['us-east', 'us-west'] as const).map((region, i) => ({
      id: `dc-${i + 1}`,
      label: region,
      region,
      at: [280, 300 * i] as const,
      size: [240, 200] as const,
    })),
    nodes: [
      { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 50 } },
      { id: 'way', kind: 'global-balancer', at: [140, 0] },
      ...[0, 1].map((i) => ({
        id: `lb-${i}`,
        kind: 'load-balancer' as const,
        at: [300, 300 * i] as const,
        group: `dc-${i + 1}`,
        params: { checkSeconds: 2, healthyAfter: 2 },
      })),
      ...[0, 1].map((i) => ({
        id: `web-${i}`,
        kind: 'web-server' as const,
        at: [420, 300 * i] as const,
        group: `dc-${i + 1}`,
        params: { instances: 4, readsPerRequest: 0 },
      })),
      { id: 'deploy', kind: 'deploy', at: [600, 0], params: { releaseAtSeconds: 20, bug: 'none' } },
    ],
    links: [
      ['users', 'way'],
      ...[0, 1].flatMap((i) => [['way', `lb-${i}`] as const, [`lb-${i}`, `web-${i}`] as const, ['deploy', `web-${i}`] as const]),
    ],
    workload: { staticShare: 0, writeShare: 0 },
  });
  const reached = new Set(released.notes.filter(({ code }) => code === 'deployed').map(({ node }) => node));
  return [
    atLeast('redirected: answered a minute and a half after a centre died', servedShare(run, { from: outage.at + 90 }), 0.95),
    exactly(
      'in step: writes that the other region does not have after half a second',
      stores.of('store-west', 'testReadsMissing') + stores.of('store-east', 'testReadsMissing'),
      0,
    ),
    exactly('tested and deployed: centres that a release reaches', reached.size, 2),
    atLeast('… answered meanwhile', servedShare(released, { from: 20 }), 0.999),
  ];
}

export const drills: readonly Claim[] = [
  {
    id: 'S19',
    says: 'Several centres have to be solved: people led to the right one, data in step, releases that reach all of them',
    shownBy: 'geo-failover',
    check: badges,
  },
  { id: 'S66', says: 'The recap: each of its lines plays, and serves its users', shownBy: 'chapter', check: smoke },
  {
    id: 'S67',
    says: 'Beyond millions: 69,444 requests a second, and no single place is near enough to the US and to Asia',
    shownBy: 'two-datacentres',
    check: beyond,
  },
  {
    id: 'S71',
    says: 'Several data centres: a region is killed, and people and data are back within their targets, if what is left has the room',
    shownBy: 'geo-failover',
    check: drill,
  },
];
