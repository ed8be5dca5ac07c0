/**
 * The same stack twice, near two groups of users. DNS sends everybody to the near one, and everybody to the other one while one is
 * down: three web servers carry both halves. Each centre has a database of its own, and the two tell each other of what is written.
 */

import type { Id, RegionId } from '../design/design.ts';
import { type Drawing, draw, type Template } from './template.ts';

interface Centre {
  number: 1 | 2;
  group: Id;
  label: string;
  region: RegionId;
  top: number;
}

const centres: readonly Centre[] = [
  { number: 1, group: 'dc-3', label: 'US East', region: 'us-east', top: 0 },
  { number: 2, group: 'dc-4', label: 'Seoul', region: 'seoul', top: 400 },
];

const stack = ({ number, group, top }: Centre): Drawing['nodes'] => [
  { id: `lb-${number}`, kind: 'load-balancer', at: [560, top + 144], group, params: { checkSeconds: 5, healthyAfter: 2 } },
  { id: `web-${number}`, kind: 'web-server', at: [820, top + 144], group, label: 'Web servers', params: { instances: 3 } },
  { id: `cache-${number}`, kind: 'cache', at: [1080, top + 64], group },
  { id: `db-${number}`, kind: 'database', at: [1080, top + 224], group, params: { failoverSeconds: 30 } },
];

const wires = ({ number }: Centre): Drawing['links'] => [
  ['dns-1', `lb-${number}`, { timeoutMs: 5000 }],
  [`lb-${number}`, `web-${number}`, { timeoutMs: 3000 }],
  [`web-${number}`, `cache-${number}`, { timeoutMs: 200 }],
  [`web-${number}`, `db-${number}`, { timeoutMs: 1000 }],
  [`db-${number}`, `db-${number === 1 ? 2 : 1}`, { timeoutMs: 1000 }],
];

export const twoDatacentres: Template = {
  id: 'two-datacentres',
  design: draw({
    title: 'Two data centres',
    groups: [
      { id: 'dc-1', label: 'Users in the US', region: 'us-east', at: [-40, 80], size: [248, 176] },
      { id: 'dc-2', label: 'Users in Korea', region: 'seoul', at: [-40, 480], size: [248, 176] },
      ...centres.map(({ group, label, region, top }) => ({ id: group, label, region, at: [520, top] as const, size: [768, 336] as const })),
    ],
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 144], group: 'dc-1', label: 'US users', params: { ratePerSecond: 600 } },
      { id: 'users-2', kind: 'users', at: [0, 544], group: 'dc-2', label: 'Korean users', params: { ratePerSecond: 400, hourOffset: 12 } },
      { id: 'dns-1', kind: 'dns', at: [280, 344], label: 'Geo DNS', params: { policy: 'geo', checkSeconds: 10, ttlSeconds: 30 } },
      ...centres.flatMap(stack),
    ],
    links: [['users-1', 'dns-1', { timeoutMs: 5000 }], ['users-2', 'dns-1', { timeoutMs: 5000 }], ...centres.flatMap(wires)],
  }),
  mustShow: [
    {
      claim: 'Both centres together serve a thousand a second',
      from: 30,
      to: 120,
      of: 'users',
      metric: 'servedPerSecond',
      least: 970,
      most: 1030,
    },
    { claim: '… all of them', from: 30, to: 120, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
    { claim: 'Everybody is served nearby: no ocean is crossed', from: 30, to: 120, of: 'users', metric: 'p50Ms', least: 25, most: 60 },
    {
      claim: 'The US centre works at three tenths of its strength',
      from: 30,
      to: 120,
      of: 'web-1',
      metric: 'utilization',
      least: 0.25,
      most: 0.38,
    },
    { claim: 'The Korean centre at two', from: 30, to: 120, of: 'web-2', metric: 'utilization', least: 0.16, most: 0.27 },
  ],
};
