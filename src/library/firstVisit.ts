/**
 * What a first visitor sees running. Every request takes 4.5 ms of CPU on one server of two, so it can do 444 a second: at 400 it is
 * nine tenths busy, at 600 the line before it grows, and one more server mends it.
 */

import { draw, type Template } from './template.ts';

export const livingExample: Template = {
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
  mustShow: [
    { claim: 'At 100 a second the server is hardly busy', from: 30, to: 120, of: 'web-1', metric: 'utilization', least: 0.2, most: 0.25 },
    { claim: '… and everybody is served', from: 30, to: 120, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
    {
      claim: 'At 400 a second it is busy, not overrun',
      given: [['users-1', 'ratePerSecond', 400]],
      from: 60,
      to: 240,
      of: 'web-1',
      metric: 'utilization',
      least: 0.85,
      most: 0.95,
    },
    {
      claim: '… and nobody is turned away',
      given: [['users-1', 'ratePerSecond', 400]],
      from: 60,
      to: 240,
      of: 'users',
      metric: 'failedShare',
      least: 0,
      most: 0.001,
    },
    {
      claim: 'At 600 a second more than a thousand wait',
      given: [['users-1', 'ratePerSecond', 600]],
      from: 60,
      to: 120,
      of: 'web-1',
      metric: 'queue',
      least: 1000,
      most: 1300,
    },
    {
      claim: '… and every fourth is turned away',
      given: [['users-1', 'ratePerSecond', 600]],
      from: 60,
      to: 120,
      of: 'users',
      metric: 'failedShare',
      least: 0.22,
      most: 0.3,
    },
    {
      claim: 'With a second server 600 a second are served',
      given: [
        ['users-1', 'ratePerSecond', 600],
        ['web-1', 'instances', 2],
      ],
      from: 30,
      to: 120,
      of: 'users',
      metric: 'failedShare',
      least: 0,
      most: 0.0005,
    },
  ],
};
