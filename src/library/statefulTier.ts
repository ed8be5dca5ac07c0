/**
 * Ten thousand people who are logged in, and four servers that each remember in their own memory whom they have seen. The balancer deals
 * by lot: three pages in four come to a server that does not know their user, who has to log in again, and checking passwords is what
 * the processors are busy with. Set the servers to stateless and wire a session store to them: nobody is forgotten any more.
 */

import { draw, type Template } from './template.ts';

export const statefulTier: Template = {
  id: 'stateful-tier',
  design: draw({
    title: 'Servers that remember',
    nodes: [
      {
        id: 'users-1',
        kind: 'users',
        at: [0, 0],
        params: {
          visits: 'sessions',
          loop: 'closed',
          people: 10_000,
          viewSeconds: 120,
          sessionSeconds: 3600,
          dynamicPerView: 1,
          staticPerView: 2,
        },
      },
      { id: 'lb-1', kind: 'load-balancer', at: [260, 0], params: { algorithm: 'random', checkSeconds: 5 } },
      { id: 'web-1', kind: 'web-server', at: [520, 0], params: { instances: 4, state: 'stateful' } },
      { id: 'db-1', kind: 'database', at: [780, 0], params: { replicas: 0, readsFrom: 'primary' } },
    ],
    links: [
      ['users-1', 'lb-1', { timeoutMs: 10_000 }],
      ['lb-1', 'web-1', { timeoutMs: 8000 }],
      ['web-1', 'db-1', { timeoutMs: 1000 }],
    ],
  }),
  mustShow: [
    { claim: 'Everybody is served, if slowly', from: 240, to: 480, of: 'users', metric: 'failedShare', least: 0, most: 0.02 },
    { claim: 'Password checks keep the processors busy', from: 240, to: 480, of: 'web-1', metric: 'utilization', least: 0.7, most: 0.95 },
    {
      claim: 'With one server of the same size nobody is forgotten, and it is idle',
      given: [
        ['web-1', 'instances', 1],
        ['web-1', 'vcpu', 8],
      ],
      from: 240,
      to: 480,
      of: 'web-1',
      metric: 'utilization',
      least: 0.04,
      most: 0.1,
    },
  ],
};
