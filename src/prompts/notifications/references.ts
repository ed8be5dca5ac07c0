import type { References } from '../prompt.ts';
import { added, type Place, type Sketch } from '../sketch.ts';
import { given } from './prompt.ts';

const us: Place = { id: 'us', label: 'US East', region: 'us-east' };

interface Lane {
  name: string;
  label: string;
  carries: 'write' | 'upload';
  row: number;
  servers: number;
  workers: { instances: number; concurrency: number };
  patience: { maxReceive: number; redeliverySeconds: number };
}

/** A way of its own from the door to the provider. */
const lane = ({ name, label, carries, row, servers, workers, patience }: Lane): Pick<Sketch, 'nodes' | 'links'> => ({
  nodes: [
    { id: `web-${name}`, kind: 'web-server', at: [3, row], group: 'us', label, params: { instances: servers, jobShare: 100 } },
    { id: `queue-${name}`, kind: 'queue', at: [4, row], group: 'us', label, params: patience },
    {
      id: `workers-${name}`,
      kind: 'worker',
      at: [5, row],
      group: 'us',
      label,
      params: { ...workers, jobMs: 20, idempotent: true, prefetch: 0 },
    },
  ],
  links: [
    ['gateway', `web-${name}`, { timeoutMs: 3000, carries }],
    [`web-${name}`, `queue-${name}`, { timeoutMs: 1000, retries: 2 }],
    [`queue-${name}`, `workers-${name}`],
    [`workers-${name}`, 'provider', { timeoutMs: 2000 }],
  ],
});

const door = (gateways: number): Pick<Sketch, 'nodes' | 'links'> => ({
  nodes: [
    { id: 'lb', kind: 'load-balancer', at: [1, 1], group: 'us', params: { standbys: 1, checkSeconds: 5, maxFails: 2, retryNext: 1 } },
    { id: 'gateway', kind: 'api-gateway', at: [2, 1], group: 'us', label: 'Routes', params: { instances: gateways, algorithm: 'none' } },
  ],
  links: [
    ['users', 'lb', { timeoutMs: 5000 }],
    ['lb', 'gateway', { timeoutMs: 4000 }],
  ],
});

const joined = (...parts: readonly Pick<Sketch, 'nodes' | 'links'>[]): Pick<Sketch, 'nodes' | 'links'> => ({
  nodes: parts.flatMap(({ nodes }) => nodes),
  links: parts.flatMap(({ links }) => links),
});

const patient = { maxReceive: 1000, redeliverySeconds: 3 } as const;

export const notificationsReferences: References = {
  underBuilt: added(given, {
    title: 'Notifications: one line for all',
    places: [us],
    nodes: [
      { id: 'web', kind: 'web-server', at: [2, 1], group: 'us', params: { instances: 4, jobShare: 100 } },
      { id: 'queue', kind: 'queue', at: [3, 1], group: 'us' },
      { id: 'workers', kind: 'worker', at: [4, 1], group: 'us', params: { instances: 2, concurrency: 10, jobMs: 20 } },
    ],
    links: [
      ['users', 'web'],
      ['web', 'queue'],
      ['queue', 'workers'],
      ['workers', 'provider'],
    ],
  }),
  good: added(given, {
    title: 'Notifications: codes have a lane of their own',
    places: [us],
    ...joined(
      door(2),
      lane({
        name: 'codes',
        label: 'Codes',
        carries: 'upload',
        row: 0,
        servers: 2,
        workers: { instances: 2, concurrency: 10 },
        patience: { maxReceive: 100, redeliverySeconds: 0.5 },
      }),
      lane({
        name: 'pushes',
        label: 'Campaign',
        carries: 'write',
        row: 2,
        servers: 4,
        workers: { instances: 2, concurrency: 13 },
        patience: patient,
      }),
    ),
  }),
  overBuilt: added(given, {
    title: 'Notifications: as fast as it goes',
    places: [us],
    ...joined(
      door(10),
      lane({
        name: 'codes',
        label: 'Codes',
        carries: 'upload',
        row: 0,
        servers: 10,
        workers: { instances: 10, concurrency: 10 },
        patience: { maxReceive: 5, redeliverySeconds: 0 },
      }),
      lane({
        name: 'pushes',
        label: 'Campaign',
        carries: 'write',
        row: 2,
        servers: 40,
        workers: { instances: 20, concurrency: 10 },
        patience: { maxReceive: 20, redeliverySeconds: 1 },
      }),
    ),
  }),
};
