import type { References } from '../prompt.ts';
import { added, type Place, type Sketch } from '../sketch.ts';
import { given } from './prompt.ts';

const us: Place = { id: 'us', label: 'US East', region: 'us-east' };

interface Sizes {
  servers: number;
  shards: number;
  vcpu: number;
}

/** The map in parts, each of which three machines know; two of them are enough. */
const stack = ({ servers, shards, vcpu }: Sizes): Pick<Sketch, 'nodes' | 'links'> => {
  const ids = Array.from({ length: shards }, (_, i) => `map-${i + 1}`);
  return {
    nodes: [
      { id: 'lb', kind: 'load-balancer', at: [1, 1], group: 'us', params: { standbys: 1, checkSeconds: 5, maxFails: 2, retryNext: 1 } },
      { id: 'web', kind: 'web-server', at: [2, 1], group: 'us', label: 'Dispatch', params: { instances: servers, jobShare: 0 } },
      {
        id: 'map',
        kind: 'shard-router',
        at: [3, 1],
        group: 'us',
        label: 'Parts of the map',
        params: { strategy: 'ring', instances: 2, shardKey: 'post', denormalised: true, copiesPerRow: 1 },
      },
      ...ids.map((id, i): Sketch['nodes'][number] => ({
        id,
        kind: 'nosql',
        at: [4, i],
        group: 'us',
        label: 'Positions',
        params: { vcpu },
      })),
    ],
    links: [
      ['users', 'lb', { timeoutMs: 4500 }],
      ['lb', 'web', { timeoutMs: 4000 }],
      ['web', 'map', { timeoutMs: 1500, retries: 1 }],
      ...ids.map((id) => ['map', id, { timeoutMs: 1000, retries: 2 }] as const),
    ],
  };
};

export const rideHailingReferences: References = {
  underBuilt: added(given, {
    title: 'Ride hailing: one database for every position',
    places: [us],
    nodes: [
      { id: 'web', kind: 'web-server', at: [1, 1], group: 'us', params: { instances: 2, jobShare: 0 } },
      {
        id: 'rows',
        kind: 'database',
        at: [2, 1],
        group: 'us',
        label: 'Positions and trips',
        params: { replicas: 1, lagMs: 2000, failoverSeconds: 20 },
      },
    ],
    links: [
      ['users', 'web'],
      ['web', 'rows'],
    ],
  }),
  good: added(given, {
    title: 'Ride hailing: the map in four parts',
    places: [us],
    ...stack({ servers: 6, shards: 4, vcpu: 2 }),
  }),
  overBuilt: added(given, {
    title: 'Ride hailing: the map in crumbs',
    places: [us],
    ...stack({ servers: 24, shards: 16, vcpu: 4 }),
  }),
};
