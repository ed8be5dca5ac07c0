/**
 * The whole design of the chapter (domain S43, S44) without the tool nodes: static files from the edge, a balanced web tier that keeps
 * nothing, a cache, a database with replicas, and a queue that parts the web servers from the workers. Made for 2,000 requests a
 * second: 1,200 of them reach the web servers and take 5 ms of CPU each, half of what six servers of two can do. Writes reach the
 * replicas 0.2 s late and a new primary takes 30 s, so that the death of the primary shows what each of the two costs. Keys are as
 * popular as pages behind a web proxy (s = 0.8): with the 0.99 of a benchmark every third read would be stale, because what is
 * written often is read within the lag, and the cache keeps what a late replica told it.
 */

import { draw, type Template } from './template.ts';

const atPeak = [['users-1', 'ratePerSecond', 2000]] as const;

export const chapter: Template = {
  id: 'chapter',
  design: draw({
    title: 'The full chapter',
    groups: [{ id: 'dc-1', label: 'Data centre', region: 'us-east', at: [464, 0], size: [944, 448] }],
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 188], params: { ratePerSecond: 2000 } },
      { id: 'dns-1', kind: 'dns', at: [232, 304] },
      { id: 'cdn-1', kind: 'cdn', at: [232, 72], params: { capacityFiles: 1500 } },
      {
        id: 'lb-1',
        kind: 'load-balancer',
        at: [504, 188],
        group: 'dc-1',
        params: { algorithm: 'least-connections', checkSeconds: 5, healthyAfter: 2 },
      },
      { id: 'web-1', kind: 'web-server', at: [736, 188], group: 'dc-1', label: 'Web servers', params: { instances: 6 } },
      { id: 'cache-1', kind: 'cache', at: [968, 48], group: 'dc-1', params: { instances: 2, capacityKeys: 20_000 } },
      { id: 'db-1', kind: 'database', at: [968, 188], group: 'dc-1', params: { replicas: 2, lagMs: 200, failoverSeconds: 30 } },
      { id: 'queue-1', kind: 'queue', at: [968, 328], group: 'dc-1' },
      { id: 'worker-1', kind: 'worker', at: [1200, 328], group: 'dc-1', label: 'Workers' },
    ],
    links: [
      ['users-1', 'dns-1', { timeoutMs: 5000 }],
      ['users-1', 'cdn-1', { timeoutMs: 5000 }],
      ['dns-1', 'lb-1', { timeoutMs: 5000 }],
      ['cdn-1', 'lb-1', { timeoutMs: 4000 }],
      ['lb-1', 'web-1', { timeoutMs: 3000 }],
      ['web-1', 'cache-1', { timeoutMs: 200 }],
      ['web-1', 'db-1', { timeoutMs: 1000 }],
      ['web-1', 'queue-1', { timeoutMs: 500 }],
      ['queue-1', 'worker-1', { timeoutMs: 30_000 }],
    ],
    workload: { keySkew: 0.8 },
  }),
  mustShow: [
    {
      claim: '2,000 requests a second are served',
      given: atPeak,
      from: 30,
      to: 90,
      of: 'users',
      metric: 'servedPerSecond',
      least: 1960,
      most: 2040,
    },
    { claim: '… all of them', given: atPeak, from: 30, to: 90, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
    {
      claim: '… by web servers that have room to spare',
      given: atPeak,
      from: 30,
      to: 90,
      of: 'web-1',
      metric: 'utilization',
      least: 0.4,
      most: 0.7,
    },
    { claim: '… and a database that has', given: atPeak, from: 30, to: 90, of: 'db-1', metric: 'utilization', least: 0.005, most: 0.5 },
    {
      claim: '… within a third of a second for nearly everybody',
      given: atPeak,
      from: 30,
      to: 90,
      of: 'users',
      metric: 'p99Ms',
      least: 30,
      most: 330,
    },
  ],
};
