/** Two web servers behind a load balancer, a cache before the database, and a replica behind it: each part can die once. */

import { draw, type Template } from './template.ts';

export const balanced: Template = {
  id: 'balanced',
  design: draw({
    title: 'Load balanced',
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 80], params: { ratePerSecond: 400 } },
      { id: 'lb-1', kind: 'load-balancer', at: [260, 80], params: { checkSeconds: 5, healthyAfter: 2 } },
      { id: 'web-1', kind: 'web-server', at: [520, 80], label: 'Web servers', params: { instances: 2 } },
      { id: 'cache-1', kind: 'cache', at: [780, 0] },
      { id: 'db-1', kind: 'database', at: [780, 160], params: { replicas: 1, failoverSeconds: 30 } },
    ],
    links: [
      ['users-1', 'lb-1', { timeoutMs: 5000 }],
      ['lb-1', 'web-1', { timeoutMs: 3000 }],
      ['web-1', 'cache-1', { timeoutMs: 200 }],
      ['web-1', 'db-1', { timeoutMs: 1000 }],
    ],
  }),
  mustShow: [
    { claim: 'Two servers carry 400 requests a second', from: 30, to: 120, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
    { claim: '… at a third of their strength', from: 30, to: 120, of: 'web-1', metric: 'utilization', least: 0.27, most: 0.36 },
    { claim: 'The cache leaves the database little to do', from: 60, to: 240, of: 'db-1', metric: 'utilization', least: 0, most: 0.1 },
  ],
};
