/**
 * The same ten thousand people, and four servers that remember nothing: each asks a session store. Any server serves anybody, one may
 * die and nobody notices, and a fifth takes its share at once. What nobody may lose now is the store.
 */

import { draw, type Template } from './template.ts';

export const statelessTier: Template = {
  id: 'stateless-tier',
  design: draw({
    title: 'Servers that ask a session store',
    nodes: [
      {
        id: 'users-1',
        kind: 'users',
        at: [0, 80],
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
      { id: 'lb-1', kind: 'load-balancer', at: [260, 80], params: { algorithm: 'random', checkSeconds: 5 } },
      { id: 'web-1', kind: 'web-server', at: [520, 80], params: { instances: 4 } },
      { id: 'sessions-1', kind: 'session-store', at: [780, 0] },
      { id: 'db-1', kind: 'database', at: [780, 160], params: { replicas: 0, readsFrom: 'primary' } },
    ],
    links: [
      ['users-1', 'lb-1', { timeoutMs: 10_000 }],
      ['lb-1', 'web-1', { timeoutMs: 8000 }],
      ['web-1', 'sessions-1', { timeoutMs: 1000 }],
      ['web-1', 'db-1', { timeoutMs: 1000 }],
    ],
  }),
  mustShow: [
    { claim: 'Half of all answers take no longer than the way', from: 120, to: 360, of: 'users', metric: 'p50Ms', least: 10, most: 120 },
    { claim: 'Four servers have little to do', from: 120, to: 360, of: 'web-1', metric: 'utilization', least: 0.03, most: 0.08 },
    { claim: '… and everybody is served', from: 120, to: 360, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
  ],
};
