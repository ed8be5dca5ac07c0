/**
 * Two regions that both take everything (domain S24, after what Netflix wrote in 2013): each answers from its own cache and with the
 * quorum of its own store, the stores tell each other of writes after the fact, and for each write a message takes the row out of the
 * other region's cache. Half a second after a write it is read in the other region, and counted if it is missing.
 */

import type { Id, RegionId } from '../design/design.ts';
import { type Drawing, draw, type Template } from './template.ts';

interface Region {
  name: 'east' | 'west';
  other: 'east' | 'west';
  group: Id;
  label: string;
  region: RegionId;
  users: Id;
  top: number;
}

const regions: readonly Region[] = [
  { name: 'east', other: 'west', group: 'dc-1', label: 'US East', region: 'us-east', users: 'dc-3', top: 0 },
  { name: 'west', other: 'east', group: 'dc-2', label: 'US West', region: 'us-west', users: 'dc-4', top: 448 },
];

const stack = ({ name, group, users, top }: Region): Drawing['nodes'] => [
  {
    id: `users-${name}`,
    kind: 'users',
    at: [0, top + 144],
    group: users,
    label: 'Viewers',
    params: { ratePerSecond: 500 },
  },
  { id: `lb-${name}`, kind: 'load-balancer', at: [560, top + 144], group, params: { checkSeconds: 5, healthyAfter: 2 } },
  { id: `web-${name}`, kind: 'web-server', at: [816, top + 144], group, label: 'Web servers', params: { instances: 5 } },
  { id: `cache-${name}`, kind: 'cache', at: [1840, top + 64], group, params: { ttlSeconds: 600 } },
  { id: `store-${name}`, kind: 'nosql', at: [1072, top + 240], group, params: { testReadMs: 500 } },
  { id: `queue-${name}`, kind: 'queue', at: [1328, top + 240], group, label: 'Changes' },
  { id: `worker-${name}`, kind: 'worker', at: [1584, top + 240], group, label: 'Cache cleaner', params: { jobMs: 2, concurrency: 10 } },
];

const wires = ({ name, other }: Region): Drawing['links'] => [
  [`users-${name}`, 'dns-1', { timeoutMs: 5000 }],
  ['dns-1', `lb-${name}`, { timeoutMs: 5000 }],
  [`lb-${name}`, `web-${name}`, { timeoutMs: 3000 }],
  [`web-${name}`, `cache-${name}`, { timeoutMs: 200 }],
  [`web-${name}`, `store-${name}`, { timeoutMs: 1000 }],
  [`store-${name}`, `store-${other}`, { timeoutMs: 1000 }],
  [`store-${name}`, `queue-${name}`, { timeoutMs: 1000 }],
  [`queue-${name}`, `worker-${other}`, { timeoutMs: 5000 }],
  [`worker-${name}`, `cache-${name}`, { timeoutMs: 200 }],
];

/** One region alone, at its share of the traffic. */
const calm = { from: 30, to: 120 } as const;

export const netflix2013: Template = {
  id: 'netflix-2013',
  design: draw({
    title: 'Two active regions',
    groups: [
      { id: 'dc-3', label: 'East', region: 'us-east', at: [-40, 80], size: [248, 176] },
      { id: 'dc-4', label: 'West', region: 'us-west', at: [-40, 528], size: [248, 176] },
      ...regions.map(({ group, label, region, top }) => ({
        id: group,
        label,
        region,
        at: [520, top] as const,
        size: [1528, 368] as const,
      })),
    ],
    nodes: [
      { id: 'dns-1', kind: 'dns', at: [280, 368], label: 'Geo DNS', params: { policy: 'geo', checkSeconds: 10, ttlSeconds: 30 } },
      ...regions.flatMap(stack),
    ],
    links: regions.flatMap(wires),
    workload: { staticShare: 0, writeShare: 10 },
  }),
  mustShow: [
    { claim: 'Both regions together serve a thousand a second', ...calm, of: 'users', metric: 'servedPerSecond', least: 970, most: 1030 },
    { claim: '… all of them', ...calm, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
    { claim: 'Everybody is served nearby: nobody waits for the other region', ...calm, of: 'users', metric: 'p50Ms', least: 25, most: 60 },
    {
      claim: 'Each could carry both: it works at a quarter of its strength',
      ...calm,
      of: 'web-east',
      metric: 'utilization',
      least: 0.2,
      most: 0.3,
    },
  ],
};
