/**
 * Three times the traffic from the second minute on, and an autoscaler with the usual numbers: it sees the load a minute late, new servers
 * need a minute and a half. Until then the two that are there turn away a third. A busy share ends at 100 %, so it orders twice as many, and
 * only after its rest the last two that keep the target.
 */

import { draw, type Template } from './template.ts';

export const autoscaled: Template = {
  id: 'autoscaled',
  design: draw({
    title: 'An autoscaler under a rise',
    seconds: 900,
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 80], params: { ratePerSecond: 400 } },
      { id: 'lb-1', kind: 'load-balancer', at: [260, 80], params: { algorithm: 'least-connections', checkSeconds: 5, healthyAfter: 2 } },
      { id: 'scaler-1', kind: 'autoscaler', at: [260, 240], params: { minInstances: 2, maxInstances: 12 } },
      {
        id: 'web-1',
        kind: 'web-server',
        at: [520, 80],
        label: 'Web servers',
        params: { instances: 2, service: 'exponential', queueLimit: 100, threads: 50 },
      },
      { id: 'db-1', kind: 'database', at: [780, 80], params: { replicas: 1 } },
    ],
    links: [
      ['users-1', 'lb-1', { timeoutMs: 5000, retries: 0 }],
      ['lb-1', 'web-1', { timeoutMs: 3000, retries: 0 }],
      ['web-1', 'db-1', { timeoutMs: 1000 }],
      ['scaler-1', 'web-1'],
    ],
    workload: {
      staticShare: 0,
      shape: 'spike',
      spikeAtSeconds: 120,
      spikeFactor: 3,
      spikeRiseSeconds: 1,
      spikeHoldSeconds: 600,
      spikeDecaySeconds: 30,
    },
  }),
  mustShow: [
    { claim: 'Two servers are half busy', from: 30, to: 110, of: 'web-1', metric: 'utilization', least: 0.45, most: 0.57 },
    {
      claim: 'Three times the traffic: a third is turned away',
      from: 150,
      to: 240,
      of: 'users',
      metric: 'failedShare',
      least: 0.25,
      most: 0.4,
    },
    {
      claim: 'Four and a half minutes later all are served',
      from: 400,
      to: 500,
      of: 'users',
      metric: 'failedShare',
      least: 0,
      most: 0.001,
    },
    {
      claim: '… by four that are busier than they should be',
      from: 400,
      to: 500,
      of: 'web-1',
      metric: 'utilization',
      least: 0.7,
      most: 0.82,
    },
  ],
};
