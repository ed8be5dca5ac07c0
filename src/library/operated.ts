/**
 * The whole design of the chapter, figure 1-19: the queue parts the web servers from the workers, and logs, metrics and automation watch and
 * steer all tiers (domain S43, S44). The monitor looks every 15 s; the autoscaler knows only what the monitor tells it, so that without the
 * monitor nothing scales. Made for 600 requests a second: 360 of them reach the web servers, half of what three servers of two processors
 * can do at 5 ms each.
 */

import { draw, type Template } from './template.ts';

const tiers = ['lb-1', 'web-1', 'cache-1', 'db-1', 'queue-1', 'worker-1'] as const;

export const operated: Template = {
  id: 'operated',
  design: draw({
    title: 'Watched and steered',
    groups: [{ id: 'dc-1', label: 'Data centre', region: 'us-east', at: [464, 0], size: [944, 448] }],
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 48], params: { ratePerSecond: 600 } },
      { id: 'dns-1', kind: 'dns', at: [232, 188] },
      { id: 'cdn-1', kind: 'cdn', at: [232, 48], params: { capacityFiles: 1500 } },
      {
        id: 'lb-1',
        kind: 'load-balancer',
        at: [504, 188],
        group: 'dc-1',
        params: { algorithm: 'least-connections', checkSeconds: 5, healthyAfter: 2 },
      },
      { id: 'web-1', kind: 'web-server', at: [736, 188], group: 'dc-1', label: 'Web servers', params: { instances: 3, bootSeconds: 30 } },
      { id: 'cache-1', kind: 'cache', at: [968, 48], group: 'dc-1', params: { capacityKeys: 20_000 } },
      { id: 'db-1', kind: 'database', at: [968, 188], group: 'dc-1', params: { replicas: 2, failoverSeconds: 30 } },
      { id: 'queue-1', kind: 'queue', at: [968, 328], group: 'dc-1' },
      { id: 'worker-1', kind: 'worker', at: [1200, 328], group: 'dc-1', label: 'Workers' },
      { id: 'logs-1', kind: 'log-collector', at: [0, 328] },
      { id: 'monitor-1', kind: 'monitor', at: [0, 468] },
      {
        id: 'scaler-1',
        kind: 'autoscaler',
        at: [232, 468],
        params: { minInstances: 3, maxInstances: 12, periodSeconds: 15, lagSeconds: 15, windowSeconds: 30, cooldownSeconds: 60 },
      },
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
      ...tiers.map((tier) => ['logs-1', tier] as const),
      ...tiers.map((tier) => ['monitor-1', tier] as const),
      ['monitor-1', 'scaler-1'],
      ['scaler-1', 'web-1'],
    ],
    workload: { keySkew: 0.8 },
  }),
  mustShow: [
    { claim: '600 requests a second are served', from: 60, to: 180, of: 'users', metric: 'servedPerSecond', least: 580, most: 620 },
    { claim: '… nearly all of them', from: 60, to: 180, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
    { claim: '… by web servers that are half busy', from: 60, to: 180, of: 'web-1', metric: 'utilization', least: 0.25, most: 0.6 },
    { claim: '… within a third of a second for nearly everybody', from: 60, to: 180, of: 'users', metric: 'p99Ms', least: 20, most: 330 },
  ],
};
