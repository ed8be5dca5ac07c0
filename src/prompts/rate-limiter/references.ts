import type { References } from '../prompt.ts';
import { added, type Place, type Sketch } from '../sketch.ts';
import { given } from './prompt.ts';

const us: Place = { id: 'us', label: 'US East', region: 'us-east' };
const clients = ['users-good', 'users-abusive'] as const;

interface Sizes {
  gateways: number;
  caches: number;
  servers: number;
  algorithm: 'token-bucket' | 'fixed-window';
}

/** Counts by who asks, in counters that all gateways share; without them everybody passes. */
const stack = ({ gateways, caches, servers, algorithm }: Sizes): Pick<Sketch, 'nodes' | 'links'> => ({
  nodes: [
    { id: 'lb', kind: 'load-balancer', at: [1, 0], group: 'us', params: { standbys: 1, checkSeconds: 5, maxFails: 2, retryNext: 1 } },
    {
      id: 'gateways',
      kind: 'api-gateway',
      at: [2, 0],
      group: 'us',
      label: 'Limiter',
      params: {
        instances: gateways,
        algorithm,
        limitBy: 'user',
        limitPerMinute: 100,
        burstEach: 20,
        counters: 'shared',
        whenStoreFails: 'open',
      },
    },
    { id: 'counters', kind: 'cache', at: [3, 1], group: 'us', label: 'Counters', params: { instances: caches } },
    { id: 'inner', kind: 'load-balancer', at: [3, 0], group: 'us', label: 'Inner balancer', params: { standbys: 1, checkSeconds: 5 } },
    { id: 'web', kind: 'web-server', at: [4, 0], group: 'us', label: 'Interface', params: { instances: servers } },
  ],
  links: [
    ...clients.map((id) => [id, 'lb', { timeoutMs: 4000 }] as const),
    ['lb', 'gateways', { timeoutMs: 3000 }],
    ['gateways', 'counters', { timeoutMs: 20 }],
    ['gateways', 'inner', { timeoutMs: 2500 }],
    ['inner', 'web', { timeoutMs: 2000 }],
  ],
});

export const rateLimiterReferences: References = {
  underBuilt: added(given, {
    title: 'Rate limiter: by address, and closed when in doubt',
    places: [us],
    nodes: [
      {
        id: 'gateway',
        kind: 'api-gateway',
        at: [1, 0],
        group: 'us',
        label: 'Limiter',
        params: { instances: 2, limitBy: 'address', limitPerMinute: 100, counters: 'shared', whenStoreFails: 'closed' },
      },
      { id: 'counters', kind: 'cache', at: [2, 1], group: 'us', label: 'Counters' },
      { id: 'web', kind: 'web-server', at: [2, 0], group: 'us', label: 'Interface', params: { instances: 1 } },
    ],
    links: [
      ...clients.map((id) => [id, 'gateway'] as const),
      ['gateway', 'counters', { timeoutMs: 1000 }],
      ['gateway', 'web', { timeoutMs: 3000 }],
    ],
  }),
  good: added(given, {
    title: 'Rate limiter: a bucket for each user, open when in doubt',
    places: [us],
    ...stack({ gateways: 3, caches: 2, servers: 4, algorithm: 'token-bucket' }),
  }),
  overBuilt: added(given, {
    title: 'Rate limiter: a fortress',
    places: [us],
    ...stack({ gateways: 40, caches: 12, servers: 40, algorithm: 'fixed-window' }),
  }),
};
