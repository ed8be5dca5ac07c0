/**
 * One page that everybody wants and that takes the database 300 ms to put together. A copy in the cache lives for ten seconds; when it
 * ends, all who come until a new one is there ask the database at once. "When many miss one key" of the cache mends it, five ways.
 */

import { draw, type Template } from './template.ts';

const neverEnds = [['cache-1', 'ttlSeconds', 0]] as const;

export const stampede: Template = {
  id: 'stampede',
  design: draw({
    title: 'A cache and a stampede',
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 80], params: { ratePerSecond: 500 } },
      { id: 'web-1', kind: 'web-server', at: [260, 80], params: { cpuDynamicMs: 1 } },
      { id: 'cache-1', kind: 'cache', at: [520, 0], params: { ttlSeconds: 10 } },
      {
        id: 'db-1',
        kind: 'database',
        at: [520, 160],
        params: { replicas: 0, readsFrom: 'primary', service: 'fixed', cpuReadMs: 300, vcpu: 4 },
      },
    ],
    links: [
      ['users-1', 'web-1', { timeoutMs: 0 }],
      ['web-1', 'cache-1', { timeoutMs: 200 }],
      ['web-1', 'db-1', { timeoutMs: 0 }],
    ],
    workload: { staticShare: 0, writeShare: 0, keys: 1 },
    seconds: 300,
  }),
  mustShow: [
    { claim: 'One in a hundred waits for a second and more', from: 20, to: 120, of: 'users', metric: 'p99Ms', least: 1000, most: 6000 },
    {
      claim: '… because the database is asked for the same page again and again',
      from: 20,
      to: 120,
      of: 'db-1',
      metric: 'queue',
      least: 8,
      most: 100,
    },
    {
      claim: 'A copy that never ends spares everybody',
      given: neverEnds,
      from: 20,
      to: 120,
      of: 'users',
      metric: 'p99Ms',
      least: 20,
      most: 80,
    },
    {
      claim: '… and leaves the database nothing to do',
      given: neverEnds,
      from: 20,
      to: 120,
      of: 'db-1',
      metric: 'utilization',
      least: 0,
      most: 0.001,
    },
  ],
};
