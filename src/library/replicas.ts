/** Reads on replicas: 3,500 a second, and 200 writes that every copy has to make. */

import { draw, type Template } from './template.ts';

export const replicas: Template = {
  id: 'replicas',
  design: draw({
    title: 'Reads on replicas',
    seconds: 300,
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: 3700 } },
      { id: 'lb-1', kind: 'load-balancer', at: [256, 0] },
      {
        id: 'web-1',
        kind: 'web-server',
        at: [512, 0],
        label: 'Web servers',
        params: { instances: 8, vcpu: 4, cpuDynamicMs: 2, readsPerRequest: 1, jobShare: 0 },
      },
      {
        id: 'db-1',
        kind: 'database',
        at: [768, 0],
        params: { replicas: 2, failoverForm: 'phases', maxConnections: 300, watchSessions: true },
      },
    ],
    links: [
      ['users-1', 'lb-1', { timeoutMs: 5000, retries: 0 }],
      ['lb-1', 'web-1', { timeoutMs: 4000 }],
      ['web-1', 'db-1', { timeoutMs: 2000 }],
    ],
    workload: { staticShare: 0, writeShare: (200 / 3700) * 100, keys: 100_000, keySkew: 0.8 },
  }),
  mustShow: [
    // 0.15 of the primary, 0.59 of each replica
    { claim: 'Two replicas carry the reads', from: 10, to: 60, of: 'db-1', metric: 'utilization', least: 0.42, most: 0.46 },
    { claim: '… and nobody notices', from: 10, to: 60, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
    {
      claim: 'Alone the primary is asked for 1.02 of what it can do',
      given: [['db-1', 'replicas', 0]],
      from: 20,
      to: 60,
      of: 'db-1',
      metric: 'utilization',
      least: 0.99,
      most: 1,
    },
  ],
};
