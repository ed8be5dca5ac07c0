import type { References } from '../prompt.ts';
import { added, type Place, type Sketch } from '../sketch.ts';
import { given } from './prompt.ts';

const us: Place = { id: 'us', label: 'US East', region: 'us-east' };
const everybody = ['users-us', 'users-eu', 'users-asia'] as const;

interface Sizes {
  servers: number;
  caches: number;
  resizers: number;
  prefixes: number;
  database: { vcpu: number; replicas: number };
}

/** Photos never change, so an edge may keep them; whatever comes in is stored first and made small later. */
const stack = ({ servers, caches, resizers, prefixes, database }: Sizes): Pick<Sketch, 'nodes' | 'links'> => ({
  nodes: [
    {
      id: 'edge',
      kind: 'cdn',
      at: [1, 2],
      params: { fileKB: 60, uncacheableShare: 0, capacityFiles: 10_000, staleIfErrorSeconds: 86_400 },
    },
    { id: 'lb', kind: 'load-balancer', at: [2, 2], group: 'us', params: { standbys: 1, checkSeconds: 5, maxFails: 2, retryNext: 1 } },
    { id: 'web', kind: 'web-server', at: [3, 2], group: 'us', label: 'Photo servers', params: { instances: servers, jobShare: 0 } },
    {
      id: 'cache',
      kind: 'cache',
      at: [4, 0],
      group: 'us',
      label: 'Pages',
      params: { instances: caches, capacityKeys: 20_000, ttlSeconds: 30, stampede: 'lease' },
    },
    {
      id: 'rows',
      kind: 'database',
      at: [4, 1],
      group: 'us',
      label: 'Rows and likes',
      params: { ...database, replication: 'semi', readsFrom: 'primary' },
    },
    { id: 'uploads', kind: 'queue', at: [4, 2], group: 'us', label: 'To be made small', params: { maxReceive: 100, redeliverySeconds: 2 } },
    ...['a', 'b'].map((name, i): Sketch['nodes'][number] => ({
      id: `resizers-${name}`,
      kind: 'worker',
      at: [5, 2 + i],
      group: 'us',
      label: 'Resizers',
      params: { instances: resizers, concurrency: 4, prefetch: 0, jobMs: 2000, idempotent: true },
    })),
    { id: 'files', kind: 'object-storage', at: [6, 2], group: 'us', label: 'Photos', params: { objectKB: 2000, prefixes } },
  ],
  links: [
    ...everybody.map((id) => [id, 'edge', { timeoutMs: 6000 }] as const),
    ['edge', 'files', { timeoutMs: 3000, retries: 1 }],
    ['edge', 'lb', { timeoutMs: 5000 }],
    ['lb', 'web', { timeoutMs: 4000 }],
    ['web', 'cache', { timeoutMs: 50 }],
    ['web', 'rows', { timeoutMs: 1500, retries: 1 }],
    ['web', 'files', { timeoutMs: 1500, retries: 3, backoffMs: 200 }],
    ['web', 'uploads', { timeoutMs: 1000, retries: 2 }],
    ['uploads', 'resizers-a'],
    ['uploads', 'resizers-b'],
    ...['a', 'b'].flatMap((name): Sketch['links'] => [
      [`resizers-${name}`, 'files', { timeoutMs: 1500, retries: 3 }],
      [`resizers-${name}`, 'rows', { timeoutMs: 1500, retries: 2 }],
    ]),
  ],
});

export const photosReferences: References = {
  underBuilt: added(given, {
    title: 'Photo sharing: all from one place',
    places: [us],
    nodes: [
      { id: 'web', kind: 'web-server', at: [2, 2], group: 'us', params: { instances: 2, jobShare: 0 } },
      { id: 'rows', kind: 'database', at: [3, 1], group: 'us', label: 'Rows', params: { replicas: 0 } },
      { id: 'files', kind: 'object-storage', at: [3, 2], group: 'us', label: 'Photos', params: { objectKB: 2000 } },
      { id: 'uploads', kind: 'queue', at: [3, 3], group: 'us', params: { maxReceive: 2 } },
      { id: 'resizers', kind: 'worker', at: [4, 3], group: 'us', params: { instances: 1, concurrency: 4, jobMs: 2000 } },
    ],
    links: [
      ...everybody.map((id) => [id, 'web'] as const),
      ['web', 'rows'],
      ['web', 'files'],
      ['web', 'uploads'],
      ['uploads', 'resizers'],
      ['resizers', 'files'],
    ],
  }),
  good: added(given, {
    title: 'Photo sharing: stored at once, made small later, kept at the edge',
    places: [us],
    ...stack({ servers: 4, caches: 2, resizers: 4, prefixes: 256, database: { vcpu: 2, replicas: 2 } }),
  }),
  overBuilt: added(given, {
    title: 'Photo sharing: machines for every photo',
    places: [us],
    ...stack({ servers: 60, caches: 20, resizers: 60, prefixes: 1, database: { vcpu: 16, replicas: 4 } }),
  }),
};
