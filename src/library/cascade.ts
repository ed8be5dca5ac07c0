/**
 * Failures that spread (domain P5). Four servers do 1,000 requests a second and are 80 % busy. One dies at 60 s; the other three can do 938
 * a second, so their lines grow by 21 a second each. What waits takes memory: at 2,000 requests, after 96 s, a server is killed for it, and
 * the two that are left are dead within seconds. Whoever starts again gets everything alone and dies at once. One server more at the
 * beginning, or a waiting room of 250, and nothing of that happens.
 */

import { draw, type Template } from './template.ts';

const oneMore = [['web-1', 'instances', 5]] as const;
const turnsAway = [['web-1', 'queueLimit', 250]] as const;

export const cascade: Template = {
  id: 'cascade',
  design: draw({
    title: 'A failure that spreads',
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 80], params: { ratePerSecond: 1000 } },
      { id: 'lb-1', kind: 'load-balancer', at: [260, 80], params: { checkSeconds: 1, checkTimeoutSeconds: 1, healthyAfter: 2, cpuMs: 0 } },
      {
        id: 'web-1',
        kind: 'web-server',
        at: [520, 80],
        label: 'Web servers',
        params: {
          instances: 4,
          cpuDynamicMs: 6.4,
          readsPerRequest: 0,
          threads: 2,
          queueLimit: 1_000_000,
          memoryGB: 4,
          baseMB: 0,
          requestMB: 2.048,
          warmupSeconds: 0,
        },
      },
    ],
    links: [
      ['users-1', 'lb-1', { timeoutMs: 10_000 }],
      ['lb-1', 'web-1', { timeoutMs: 0 }],
    ],
    workload: { staticShare: 0, writeShare: 0 },
    scenario: [{ at: 60, act: 'crash', node: 'web-1', instance: 0 }],
  }),
  mustShow: [
    { claim: 'Four servers are 80 % busy', from: 20, to: 60, of: 'web-1', metric: 'utilization', least: 0.78, most: 0.82 },
    { claim: 'One dies: for a minute everybody is served', from: 65, to: 125, of: 'users', metric: 'failedShare', least: 0, most: 0.01 },
    { claim: '… then nobody', from: 190, to: 220, of: 'users', metric: 'failedShare', least: 0.99, most: 1 },
    { claim: 'With one more, all go on', given: oneMore, from: 65, to: 300, of: 'users', metric: 'failedShare', least: 0, most: 0.002 },
    {
      claim: 'Turning away what is too much keeps the rest',
      given: turnsAway,
      from: 65,
      to: 300,
      of: 'users',
      metric: 'failedShare',
      least: 0.04,
      most: 0.09,
    },
  ],
};
