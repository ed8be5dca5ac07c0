/** A bad version gets past the tests after two minutes, on one server of twenty: one request in forty fails until it is found out. */

import { draw, type Template } from './template.ts';

export const canary: Template = {
  id: 'canary',
  design: draw({
    title: 'A canary release',
    seconds: 600,
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 80], params: { ratePerSecond: 500 } },
      { id: 'lb-1', kind: 'load-balancer', at: [260, 80], params: { checkSeconds: 5, healthyAfter: 2 } },
      { id: 'deploy-1', kind: 'deploy', at: [260, 240], params: { strategy: 'canary', ciCatchPercent: 0 } },
      {
        id: 'web-1',
        kind: 'web-server',
        at: [520, 80],
        label: 'Web servers',
        params: { instances: 20, vcpu: 1, cpuDynamicMs: 20, bootSeconds: 30 },
      },
      { id: 'db-1', kind: 'database', at: [780, 80], params: { replicas: 1 } },
    ],
    links: [
      ['users-1', 'lb-1', { timeoutMs: 5000, retries: 0 }],
      ['lb-1', 'web-1', { timeoutMs: 3000, retries: 0 }],
      ['web-1', 'db-1', { timeoutMs: 1000 }],
      ['deploy-1', 'web-1'],
    ],
    workload: { staticShare: 0 },
  }),
  mustShow: [
    {
      claim: 'Twenty servers of the old version fail nobody',
      from: 30,
      to: 110,
      of: 'users',
      metric: 'failedShare',
      least: 0,
      most: 0.0005,
    },
    { claim: '… half busy', from: 30, to: 110, of: 'web-1', metric: 'utilization', least: 0.45, most: 0.57 },
    { claim: 'A bad canary fails one request in forty', from: 160, to: 320, of: 'users', metric: 'failedShare', least: 0.02, most: 0.03 },
    { claim: 'After it is taken back nobody fails', from: 360, to: 590, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
  ],
};
