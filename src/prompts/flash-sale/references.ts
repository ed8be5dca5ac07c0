import type { References } from '../prompt.ts';
import { added, type Place, type Sketch } from '../sketch.ts';
import { given } from './prompt.ts';

const us: Place = { id: 'us', label: 'US East', region: 'us-east' };

interface Sizes {
  servers: number;
  caches: number;
  workers: number;
  /** How often a payment is tried before the order is given up. */
  attempts: number;
  database: { vcpu: number; replicas: number };
}

/** Orders are taken at once and paid for behind a queue; who pays twice is known, and no order is given up. */
const stack = ({ servers, caches, workers, attempts, database }: Sizes): Pick<Sketch, 'nodes' | 'links'> => ({
  nodes: [
    { id: 'lb', kind: 'load-balancer', at: [1, 1], group: 'us', params: { standbys: 1, checkSeconds: 5, maxFails: 2, retryNext: 1 } },
    { id: 'web', kind: 'web-server', at: [2, 1], group: 'us', label: 'Shop', params: { instances: servers, jobShare: 100 } },
    {
      id: 'cache',
      kind: 'cache',
      at: [3, 0],
      group: 'us',
      label: 'Items',
      params: { instances: caches, capacityKeys: 10_000, stampede: 'single-flight', leaveOutSeconds: 2 },
    },
    {
      id: 'stock',
      kind: 'database',
      at: [3, 1],
      group: 'us',
      label: 'Stock',
      params: { ...database, replication: 'semi', hotRowShare: 10 },
    },
    { id: 'orders', kind: 'queue', at: [3, 2], group: 'us', label: 'Orders', params: { maxReceive: attempts } },
    {
      id: 'payments',
      kind: 'worker',
      at: [4, 2],
      group: 'us',
      label: 'Payments',
      params: { instances: workers, concurrency: 40, prefetch: 10, jobMs: 800, idempotent: true },
    },
  ],
  links: [
    ['users', 'lb', { timeoutMs: 5000 }],
    ['lb', 'web', { timeoutMs: 4000 }],
    ['web', 'cache', { timeoutMs: 50 }],
    ['web', 'stock', { timeoutMs: 1500, retries: 1 }],
    ['web', 'orders', { timeoutMs: 1000, retries: 1 }],
    ['orders', 'payments'],
  ],
});

export const flashSaleReferences: References = {
  underBuilt: added(given, {
    title: 'Flash sale: an impatient queue',
    places: [us],
    nodes: [
      { id: 'web', kind: 'web-server', at: [1, 1], group: 'us', label: 'Shop', params: { jobShare: 100 } },
      {
        id: 'stock',
        kind: 'database',
        at: [2, 0],
        group: 'us',
        label: 'Stock',
        params: { replicas: 0, hotRowShare: 10, stockCheck: 'before' },
      },
      { id: 'orders', kind: 'queue', at: [2, 1], group: 'us', label: 'Orders', params: { visibilitySeconds: 1 } },
      { id: 'payments', kind: 'worker', at: [3, 1], group: 'us', label: 'Payments', params: { instances: 1, jobMs: 800 } },
    ],
    links: [
      ['users', 'web'],
      ['web', 'stock'],
      ['web', 'orders'],
      ['orders', 'payments'],
    ],
  }),
  good: added(given, {
    title: 'Flash sale: orders behind a queue',
    places: [us],
    ...stack({ servers: 5, caches: 3, workers: 4, attempts: 50, database: { vcpu: 2, replicas: 2 } }),
  }),
  overBuilt: added(given, {
    title: 'Flash sale: the sale all year round',
    places: [us],
    ...stack({ servers: 40, caches: 12, workers: 30, attempts: 5, database: { vcpu: 16, replicas: 4 } }),
  }),
};
