/**
 * The whole design of the chapter, figure 1-19 (domain S43, S44). The queue stands between the web servers and the workers, so that either
 * side can grow, break and be changed without the other: of 1,500 requests a second a tenth are writes that leave a job each; the workers
 * do 300 jobs a second and write what comes of it to the database. Logs, metrics and automation watch and steer all tiers: the monitor
 * looks every 15 s, and the autoscaler knows only what the monitor tells it, so that without the monitor nothing scales.
 */

import { draw, type Template } from './template.ts';

const tiers = ['lb-1', 'web-1', 'cache-1', 'db-1', 'queue-1', 'worker-1'] as const;
const noWorkers = [['worker-1', 'jobMs', 3_600_000]] as const;

export const figure119: Template = {
  id: 'figure-1-19',
  design: draw({
    title: 'Watched and steered',
    groups: [{ id: 'dc-1', label: 'Data centre', region: 'us-east', at: [464, 0], size: [1184, 448] }],
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 72], params: { ratePerSecond: 1500 } },
      { id: 'dns-1', kind: 'dns', at: [232, 304] },
      { id: 'cdn-1', kind: 'cdn', at: [232, 72], params: { capacityFiles: 1500 } },
      {
        id: 'lb-1',
        kind: 'load-balancer',
        at: [504, 188],
        group: 'dc-1',
        params: { algorithm: 'least-connections', checkSeconds: 5, healthyAfter: 2 },
      },
      {
        id: 'web-1',
        kind: 'web-server',
        at: [736, 188],
        group: 'dc-1',
        label: 'Web servers',
        params: { instances: 5, jobShare: 100, bootSeconds: 30 },
      },
      { id: 'cache-1', kind: 'cache', at: [1440, 48], group: 'dc-1', params: { instances: 2, capacityKeys: 20_000 } },
      { id: 'queue-1', kind: 'queue', at: [968, 328], group: 'dc-1', params: { brokers: 3, maxReceive: 5 } },
      { id: 'worker-1', kind: 'worker', at: [1200, 328], group: 'dc-1', label: 'Workers', params: { instances: 3 } },
      { id: 'db-1', kind: 'database', at: [1440, 188], group: 'dc-1', params: { replicas: 2, failoverSeconds: 30 } },
      { id: 'logs-1', kind: 'log-collector', at: [0, 328] },
      { id: 'monitor-1', kind: 'monitor', at: [0, 468] },
      {
        id: 'scaler-1',
        kind: 'autoscaler',
        at: [232, 468],
        params: { minInstances: 5, maxInstances: 12, periodSeconds: 15, lagSeconds: 15, windowSeconds: 30 },
      },
    ],
    links: [
      ['users-1', 'dns-1', { timeoutMs: 5000 }],
      ['users-1', 'cdn-1', { timeoutMs: 5000 }],
      ['dns-1', 'lb-1', { timeoutMs: 5000 }],
      ['cdn-1', 'lb-1', { timeoutMs: 4000 }],
      ['lb-1', 'web-1', { timeoutMs: 3000 }],
      ['web-1', 'cache-1'],
      ['web-1', 'db-1', { timeoutMs: 1000 }],
      ['web-1', 'queue-1'],
      ['queue-1', 'worker-1', { timeoutMs: 30_000 }],
      ['worker-1', 'db-1'],
      ...tiers.map((tier) => ['logs-1', tier] as const),
      ...tiers.map((tier) => ['monitor-1', tier] as const),
      ['monitor-1', 'scaler-1'],
      ['scaler-1', 'web-1'],
    ],
    workload: { keySkew: 0.8 },
  }),
  mustShow: [
    { claim: '1,500 requests a second are served', from: 30, to: 90, of: 'users', metric: 'servedPerSecond', least: 1460, most: 1540 },
    { claim: '… all of them', from: 30, to: 90, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
    { claim: '… by web servers that are half busy', from: 30, to: 90, of: 'web-1', metric: 'utilization', least: 0.25, most: 0.65 },
    { claim: 'The workers keep up', from: 30, to: 90, of: 'queue-1', metric: 'queue', least: 0, most: 5 },
    {
      claim: 'Without workers the jobs wait',
      given: noWorkers,
      from: 30,
      to: 90,
      of: 'queue-1',
      metric: 'queue',
      least: 3000,
      most: 12_000,
    },
    { claim: '… and nobody notices', given: noWorkers, from: 30, to: 90, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
  ],
};
