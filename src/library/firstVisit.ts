/**
 * What a first visitor sees running. Every request takes 4.5 ms of CPU on one server of two, so it can do 444 a second: at 400 it is
 * nine tenths busy, at 600 the line before it grows, and one more server mends it.
 */

import { draw, type ReadyDesign } from './template.ts';

export const livingExample: ReadyDesign = {
  id: 'first-visit',
  design: draw({
    title: 'One web server',
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: 100 } },
      { id: 'lb-1', kind: 'load-balancer', at: [260, 0], params: { checkSeconds: 5, healthyAfter: 2 } },
      { id: 'web-1', kind: 'web-server', at: [520, 0], params: { instances: 1, vcpu: 2, cpuDynamicMs: 4.5 } },
      { id: 'db-1', kind: 'database', at: [780, 0], params: { replicas: 0, readsFrom: 'primary' } },
    ],
    links: [
      ['users-1', 'lb-1', { timeoutMs: 8000 }],
      ['lb-1', 'web-1', { timeoutMs: 6000 }],
      ['web-1', 'db-1', { timeoutMs: 1000 }],
    ],
    workload: { staticShare: 0 },
  }),
};
