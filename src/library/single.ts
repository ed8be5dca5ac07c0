/** Where every site begins: one server that answers everything, and one database behind it. Nothing here can be lost without loss. */

import { draw, type Template } from './template.ts';

export const single: Template = {
  id: 'single',
  design: draw({
    title: 'Single server',
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: 100 } },
      { id: 'web-1', kind: 'web-server', at: [260, 0], params: { instances: 1 } },
      { id: 'db-1', kind: 'database', at: [520, 0], params: { replicas: 0, readsFrom: 'primary' } },
    ],
    links: [
      ['users-1', 'web-1', { timeoutMs: 5000 }],
      ['web-1', 'db-1', { timeoutMs: 1000 }],
    ],
  }),
  mustShow: [
    { claim: 'One server carries 100 requests a second', from: 30, to: 120, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
    { claim: '… at a sixth of its strength', from: 30, to: 120, of: 'web-1', metric: 'utilization', least: 0.12, most: 0.19 },
    {
      claim: 'At ten times the traffic it is overrun',
      given: [['users-1', 'ratePerSecond', 1000]],
      from: 60,
      to: 120,
      of: 'users',
      metric: 'failedShare',
      least: 0.2,
      most: 0.5,
    },
  ],
};
