/**
 * A server near its limit, and users who try again (domain P1, P2). It can do 300 requests a second and gets 280, so that lines form by
 * chance and pass. At 60 s it is silent for ten seconds. Every request that nobody waits for any longer is still worked on, every user
 * asks four times, and from then on all answers come too late: the storm feeds itself long after its cause is gone. A waiting room of 100
 * ends it at once; users without retries get over it in two minutes.
 */

import { draw, type Template } from './template.ts';

const turnsAway = [['web-1', 'queueLimit', 100]] as const;

export const retryStorm: Template = {
  id: 'retry-storm',
  design: draw({
    title: 'A retry storm',
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: 280, patienceSeconds: 60 } },
      {
        id: 'web-1',
        kind: 'web-server',
        at: [320, 0],
        params: { vcpu: 1, cpuDynamicMs: 3.333, service: 'exponential', readsPerRequest: 0, threads: 1, queueLimit: 1_000_000 },
      },
    ],
    links: [['users-1', 'web-1', { delay: 'none', timeoutMs: 1000, retries: 3, backoffMs: 0 }]],
    workload: { staticShare: 0, writeShare: 0 },
    scenario: [{ at: 60, act: 'hang', node: 'web-1', instance: null, seconds: 10 }],
  }),
  mustShow: [
    { claim: '280 requests a second are served', from: 20, to: 60, of: 'users', metric: 'servedPerSecond', least: 265, most: 295 },
    { claim: '… by a server that is nearly always busy', from: 20, to: 60, of: 'web-1', metric: 'utilization', least: 0.88, most: 0.98 },
    {
      claim: 'Minutes after ten silent seconds nobody is served',
      from: 180,
      to: 240,
      of: 'users',
      metric: 'servedPerSecond',
      least: 0,
      most: 1,
    },
    {
      claim: 'With a short waiting room all is well again',
      given: turnsAway,
      from: 80,
      to: 140,
      of: 'users',
      metric: 'servedPerSecond',
      least: 260,
      most: 295,
    },
  ],
};
