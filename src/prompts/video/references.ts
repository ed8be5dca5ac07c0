import type { References } from '../prompt.ts';
import { added, type Place, type Sketch } from '../sketch.ts';
import { given } from './prompt.ts';

const us: Place = { id: 'us', label: 'US East', region: 'us-east' };
const everybody = ['users-us', 'users-eu', 'users-asia'] as const;

interface Sizes {
  servers: number;
  transcoders: number;
  vcpu: number;
  /** How long an edge keeps a segment, and how long after that in need. */
  keepSeconds: number;
  needSeconds: number;
}

/** Segments never change: an edge keeps them. Films are stored first and cut into segments later. */
const stack = ({ servers, transcoders, vcpu, keepSeconds, needSeconds }: Sizes): Pick<Sketch, 'nodes' | 'links'> => ({
  nodes: [
    {
      id: 'edge',
      kind: 'cdn',
      at: [1, 2],
      params: {
        fileKB: 2000,
        fileSpread: 0.3,
        uncacheableShare: 0,
        sizedBy: 'bytes',
        ttlSeconds: keepSeconds,
        staleIfErrorSeconds: needSeconds,
      },
    },
    { id: 'lb', kind: 'load-balancer', at: [2, 2], group: 'us', params: { standbys: 1, checkSeconds: 5, maxFails: 2, retryNext: 1 } },
    { id: 'web', kind: 'web-server', at: [3, 2], group: 'us', label: 'Catalogue', params: { instances: servers, jobShare: 0 } },
    {
      id: 'films',
      kind: 'database',
      at: [4, 1],
      group: 'us',
      label: 'Films',
      params: { vcpu, replicas: 1, replication: 'semi', failoverSeconds: 30 },
    },
    {
      id: 'to-cut',
      kind: 'queue',
      at: [4, 2],
      group: 'us',
      label: 'To be transcoded',
      params: { maxReceive: 1000, redeliverySeconds: 5, visibilitySeconds: 60, heartbeat: true },
    },
    {
      id: 'transcoders',
      kind: 'worker',
      at: [5, 2],
      group: 'us',
      label: 'Transcoders',
      params: { instances: transcoders, concurrency: 1, prefetch: 0, jobMs: 10_000, idempotent: true, serviceSpread: 0.3 },
    },
    { id: 'files', kind: 'object-storage', at: [6, 2], group: 'us', label: 'Segments', params: { objectKB: 2000, prefixes: 16 } },
  ],
  links: [
    ...everybody.map((id) => [id, 'edge', { timeoutMs: 4000 }] as const),
    ['edge', 'files', { timeoutMs: 1500, retries: 1 }],
    ['edge', 'lb', { timeoutMs: 3500 }],
    ['lb', 'web', { timeoutMs: 3000 }],
    ['web', 'films', { timeoutMs: 1000, retries: 1 }],
    ['web', 'files', { timeoutMs: 1500, retries: 2 }],
    ['web', 'to-cut', { timeoutMs: 1000, retries: 2 }],
    ['to-cut', 'transcoders'],
    ['transcoders', 'files', { timeoutMs: 1500, retries: 3 }],
    ['transcoders', 'films', { timeoutMs: 1500, retries: 3 }],
  ],
});

export const videoReferences: References = {
  underBuilt: added(given, {
    title: 'Video streaming: from the storage to everybody',
    places: [us],
    nodes: [
      { id: 'web', kind: 'web-server', at: [2, 2], group: 'us', params: { instances: 1, jobShare: 0 } },
      { id: 'films', kind: 'database', at: [3, 1], group: 'us', label: 'Films', params: { replicas: 0 } },
      { id: 'files', kind: 'object-storage', at: [3, 2], group: 'us', label: 'Segments', params: { objectKB: 2000 } },
      { id: 'to-cut', kind: 'queue', at: [3, 3], group: 'us', params: { maxReceive: 2, visibilitySeconds: 10 } },
      { id: 'transcoders', kind: 'worker', at: [4, 3], group: 'us', params: { instances: 2, concurrency: 1, jobMs: 10_000 } },
    ],
    links: [
      ...everybody.map((id) => [id, 'web'] as const),
      ['web', 'films'],
      ['web', 'files'],
      ['web', 'to-cut'],
      ['to-cut', 'transcoders'],
      ['transcoders', 'files'],
    ],
  }),
  good: added(given, {
    title: 'Video streaming: the edge keeps what never changes',
    places: [us],
    ...stack({ servers: 2, transcoders: 5, vcpu: 2, keepSeconds: 86_400, needSeconds: 86_400 }),
  }),
  overBuilt: added(given, {
    title: 'Video streaming: a studio behind a short memory',
    places: [us],
    ...stack({ servers: 40, transcoders: 200, vcpu: 32, keepSeconds: 30, needSeconds: 86_400 }),
  }),
};
