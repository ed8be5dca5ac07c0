/**
 * A public interface and its limits (domain 2.5). Three gateways let 500 requests a second in, and count them together in a cache. At 60 s
 * five times as many come: what is over the limit is told so at once (429), and the servers behind never notice. Let each gateway count
 * for itself, and three times the limit comes in: more than the servers can do, and nobody gets a page in time.
 */

import { draw, type Template } from './template.ts';

const apart = [['gateway-1', 'counters', 'local']] as const;

export const apiGateway: Template = {
  id: 'api-gateway',
  design: draw({
    title: 'An interface with limits',
    seconds: 300,
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 80], params: { ratePerSecond: 300 } },
      { id: 'gateway-1', kind: 'api-gateway', at: [240, 80], params: { instances: 3, limitPerSecond: 500, burst: 500 } },
      { id: 'counters-1', kind: 'cache', at: [480, 240], label: 'Counters' },
      { id: 'lb-1', kind: 'load-balancer', at: [480, 80], params: { checkSeconds: 5, healthyAfter: 2 } },
      {
        id: 'web-1',
        kind: 'web-server',
        at: [720, 80],
        label: 'Web servers',
        params: { instances: 2, cpuDynamicMs: 6, readsPerRequest: 0 },
      },
    ],
    links: [
      ['users-1', 'gateway-1', { retries: 0 }],
      ['gateway-1', 'counters-1', { timeoutMs: 50 }],
      ['gateway-1', 'lb-1', { timeoutMs: 4000 }],
      ['lb-1', 'web-1', { timeoutMs: 3000 }],
    ],
    workload: { staticShare: 0, writeShare: 0 },
    scenario: [{ at: 60, act: 'strike', node: 'users-1', instance: null, fault: 'crowd', value: 5, seconds: 120 }],
  }),
  mustShow: [
    { claim: 'Nobody is turned away while few come', from: 20, to: 60, of: 'users', metric: 'servedPerSecond', least: 285, most: 315 },
    {
      claim: 'In the flood as many are served as may be',
      from: 70,
      to: 170,
      of: 'users',
      metric: 'servedPerSecond',
      least: 490,
      most: 510,
    },
    { claim: '… and of those who are let in all are', from: 70, to: 170, of: 'users', metric: 'failedShare', least: 0, most: 0.001 },
    { claim: '… by servers that have room left', from: 70, to: 170, of: 'web-1', metric: 'utilization', least: 0.7, most: 0.8 },
    {
      claim: 'Counters of their own let in more than the servers can do',
      given: apart,
      from: 100,
      to: 170,
      of: 'web-1',
      metric: 'utilization',
      least: 0.99,
      most: 1,
    },
    { claim: '… and most who are let in fail', given: apart, from: 100, to: 170, of: 'users', metric: 'failedShare', least: 0.3, most: 1 },
  ],
};
