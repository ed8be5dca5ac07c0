import type { References } from '../prompt.ts';
import { added, type Place, type Sketch } from '../sketch.ts';
import { given } from './prompt.ts';

const us: Place = { id: 'us', label: 'US East', region: 'us-east' };

const safe = {
  replication: 'semi',
  failoverForm: 'phases',
  heartbeatSeconds: 2,
  missedBeats: 3,
  electionSeconds: 2,
  promoteSeconds: 8,
  repointSeconds: 5,
} as const;

interface Rows {
  shards: number;
  replicas: number;
  vcpu: number;
}

/** Timelines by reader: a feed is the rows of one shard. */
function timelines({ shards, replicas, vcpu }: Rows): { nodes: Sketch['nodes']; links: Sketch['links'] } {
  const ids = Array.from({ length: shards }, (_, i) => `shard-${i + 1}`);
  return {
    nodes: [
      {
        id: 'timelines',
        kind: 'shard-router',
        at: [5, 2],
        group: 'us',
        label: 'Timelines',
        params: { strategy: 'ring', instances: 2, denormalised: true },
      },
      ...ids.map((id, i): Sketch['nodes'][number] => ({
        id,
        kind: 'database',
        at: [6, i],
        group: 'us',
        params: { ...safe, replicas, vcpu },
      })),
    ],
    links: ids.map((id) => ['timelines', id, { timeoutMs: 1000, retries: 2 }] as const),
  };
}

/** Feeds that were put together within the last ten seconds. */
const feedCache = (instances: number): Sketch['nodes'][number] => ({
  id: 'feeds',
  kind: 'cache',
  at: [3, 0],
  group: 'us',
  label: 'Feeds',
  params: { instances, capacityKeys: 100_000, ttlSeconds: 10, stampede: 'single-flight', leaveOutSeconds: 2 },
});

const stack = (servers: number, workers: number, caches: number, sizes: Rows): Pick<Sketch, 'nodes' | 'links'> => {
  const rows = timelines(sizes);
  return {
    nodes: [
      { id: 'lb', kind: 'load-balancer', at: [1, 1], group: 'us', params: { standbys: 1, checkSeconds: 5, maxFails: 2, retryNext: 1 } },
      { id: 'web', kind: 'web-server', at: [2, 1], group: 'us', label: 'Feed servers', params: { instances: servers, jobShare: 100 } },
      ...(caches === 0 ? [] : [feedCache(caches)]),
      { id: 'posts', kind: 'database', at: [3, 1], group: 'us', label: 'Posts', params: { ...safe, replicas: 2 } },
      { id: 'fan-out', kind: 'queue', at: [3, 2], group: 'us', label: 'Fan-out', params: { maxReceive: 50, redeliverySeconds: 1 } },
      ...['a', 'b'].map((name, i): Sketch['nodes'][number] => ({
        id: `workers-${name}`,
        kind: 'worker',
        at: [4, 2 + i],
        group: 'us',
        label: 'Fan-out workers',
        params: { instances: workers, concurrency: 10, jobMs: 200, idempotent: true },
      })),
      ...rows.nodes,
    ],
    links: [
      ['users', 'lb', { timeoutMs: 4000 }],
      ['lb', 'web', { timeoutMs: 3000 }],
      ...(caches === 0 ? [] : [['web', 'feeds', { timeoutMs: 50 }] as const]),
      ['web', 'posts', { timeoutMs: 2000, retries: 1, carries: 'write' }],
      ['web', 'timelines', { timeoutMs: 1000, retries: 1 }],
      ['web', 'fan-out', { timeoutMs: 1000, retries: 2 }],
      ['fan-out', 'workers-a'],
      ['fan-out', 'workers-b'],
      ['workers-a', 'timelines', { timeoutMs: 2000, retries: 2 }],
      ['workers-b', 'timelines', { timeoutMs: 2000, retries: 2 }],
      ...rows.links,
    ],
  };
};

export const newsFeedReferences: References = {
  underBuilt: added(given, {
    title: 'News feed: put together when it is read',
    places: [us],
    nodes: [
      { id: 'web', kind: 'web-server', at: [1, 1], group: 'us' },
      { id: 'posts', kind: 'database', at: [2, 1], group: 'us', label: 'Posts', params: { replicas: 0 } },
    ],
    links: [
      ['users', 'web'],
      ['web', 'posts'],
    ],
  }),
  good: added(given, {
    title: 'News feed: fan-out into sharded timelines',
    places: [us],
    ...stack(5, 2, 2, { shards: 4, replicas: 2, vcpu: 2 }),
  }),
  overBuilt: added(given, {
    title: 'News feed: for a planet',
    places: [us],
    ...stack(30, 20, 0, { shards: 12, replicas: 2, vcpu: 4 }),
  }),
};
