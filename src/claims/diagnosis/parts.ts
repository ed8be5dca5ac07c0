/** Designs that the cases of this folder are made of. */

import type { Design, ScenarioEvent } from '../../design/design.ts';
import { type Drawing, draw } from '../../library/template.ts';
import { templateNamed } from '../../library/templates.ts';

const at = [0, 0] as const;
type Nodes = Drawing['nodes'];
type Events = readonly ScenarioEvent[];

const db = (params: object = {}): Nodes => [{ id: 'db', kind: 'database', at, params: { replicas: 0, readsFrom: 'primary', ...params } }];
const webs = (params: object = {}): Nodes => [{ id: 'web', kind: 'web-server', at, params: { instances: 4, ...params } }];

/** users → balancer → web servers → database, and what is added. */
export function shop(rate: number, web: object, base: object, more: Partial<Drawing> = {}, patienceSeconds = 8): Design {
  return draw({
    title: '',
    seconds: 200,
    workload: { staticShare: 0 },
    ...more,
    nodes: [
      { id: 'users', kind: 'users', at, params: { ratePerSecond: rate, patienceSeconds } },
      { id: 'lb', kind: 'load-balancer', at, params: { checkSeconds: 5, healthyAfter: 2 } },
      ...webs(web),
      ...db(base),
      ...(more.nodes ?? []),
    ],
    links: more.links ?? [
      ['users', 'lb', { timeoutMs: 8000 }],
      ['lb', 'web', { timeoutMs: 6000 }],
      ['web', 'db', { timeoutMs: 3000 }],
    ],
  });
}

export const spike = {
  shape: 'spike',
  spikeAtSeconds: 30,
  spikeRiseSeconds: 1,
  spikeHoldSeconds: 150,
  spikeDecaySeconds: 5,
  staticShare: 0,
} as const;
export const strike = (node: string, fault: string, more: object = {}): Events => [
  { at: 30, act: 'strike', node, instance: null, fault, ...more },
];
export const change = (node: string, field: string, value: number | string | boolean): Events => [
  { at: 30, act: 'set', node, field, value },
];
export const template = (id: Parameters<typeof templateNamed>[0]): Design => templateNamed(id)!.design;

export const cached = (scenario: Events, cache: object = {}): Design =>
  shop(
    600,
    {},
    { vcpu: 1, cpuReadMs: 4 },
    {
      workload: { staticShare: 0, writeShare: 1, keys: 2000, keySkew: 1 },
      nodes: [{ id: 'cache', kind: 'cache', at, params: cache }],
      links: [
        ['users', 'lb', { timeoutMs: 8000 }],
        ['lb', 'web', { timeoutMs: 6000 }],
        ['web', 'cache', { timeoutMs: 200 }],
        ['web', 'db', { timeoutMs: 3000 }],
      ],
      scenario,
    },
  );

export const jobs = (params: object, scenario: Events = []): Design =>
  shop(
    200,
    {},
    {},
    {
      workload: { staticShare: 0, writeShare: 40 },
      nodes: [
        { id: 'queue', kind: 'queue', at },
        { id: 'worker', kind: 'worker', at, params: { instances: 2, concurrency: 10, jobMs: 500, prefetch: 0, ...params } },
      ],
      links: [
        ['users', 'lb', { timeoutMs: 8000 }],
        ['lb', 'web', { timeoutMs: 6000 }],
        ['web', 'db', { timeoutMs: 3000 }],
        ['web', 'queue'],
        ['queue', 'worker', { timeoutMs: 60_000 }],
      ],
      scenario,
    },
  );

export const pooled = (poolSize: number, cpuReadMs: number, vcpu: number): Design =>
  shop(
    400,
    { instances: 2 },
    { vcpu, cpuReadMs },
    {
      workload: { staticShare: 0, writeShare: 0 },
      links: [
        ['users', 'lb', { timeoutMs: 8000 }],
        ['lb', 'web', { timeoutMs: 6000 }],
        ['web', 'db', { timeoutMs: 3000, poolSize }],
      ],
    },
  );
