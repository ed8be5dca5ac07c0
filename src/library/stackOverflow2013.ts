/**
 * One big database (domain S47, after what Stack Overflow wrote in 2013): over 10 million monthly visitors of ten pages each are 39 pages a
 * second, and 77 at the peak of the day. Nine web servers, two for caches, and one primary with a standby that takes no reads.
 */

import { draw, type Template } from './template.ts';

export const stackOverflow2013: Template = {
  id: 'stack-overflow-2013',
  design: draw({
    title: 'One big database',
    seconds: 300,
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 96], label: 'Visitors', params: { ratePerSecond: 77 } },
      { id: 'lb-1', kind: 'load-balancer', at: [256, 96], params: { checkSeconds: 5, healthyAfter: 2 } },
      {
        id: 'web-1',
        kind: 'web-server',
        at: [512, 96],
        label: 'Web servers',
        params: { instances: 9, vcpu: 8, cpuDynamicMs: 12, readsPerRequest: 3, jobShare: 0 },
      },
      { id: 'cache-1', kind: 'cache', at: [768, 0], params: { instances: 2 } },
      {
        id: 'db-1',
        kind: 'database',
        at: [768, 192],
        params: {
          vcpu: 16,
          contention: 0.03,
          coherence: 0.0002,
          resizeSeconds: 90,
          replicas: 1,
          readsFrom: 'primary',
          replication: 'sync',
          failoverForm: 'phases',
          maxConnections: 300,
          iops: 16_000,
          storageGB: 2000,
          dataGB: 400,
        },
      },
    ],
    links: [
      ['users-1', 'lb-1', { timeoutMs: 5000 }],
      ['lb-1', 'web-1', { timeoutMs: 4000 }],
      ['web-1', 'cache-1', { timeoutMs: 200 }],
      ['web-1', 'db-1', { timeoutMs: 2000 }],
    ],
    workload: { staticShare: 0, writeShare: 6, keys: 100_000 },
  }),
  mustShow: [
    { claim: 'One big database is hardly busy', from: 10, to: 120, of: 'db-1', metric: 'utilization', least: 0.0005, most: 0.2 },
    { claim: 'The nine web servers are not either', from: 10, to: 120, of: 'web-1', metric: 'utilization', least: 0.005, most: 0.05 },
    { claim: 'Pages come at once', from: 10, to: 120, of: 'users', metric: 'p50Ms', least: 10, most: 80 },
    { claim: '… all of them', from: 10, to: 120, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
  ],
};
