import type { References } from '../prompt.ts';
import { added, type Place, type Sketch } from '../sketch.ts';
import { given } from './prompt.ts';

const us: Place = { id: 'us', label: 'US East', region: 'us-east' };

interface Sizes {
  servers: number;
  caches: number;
  bookers: number;
  database: { vcpu: number; replicas: number };
  /** What becomes of a message that breaks a worker. */
  poison: { attempts: number; does: 'crash' | 'error' };
}

/** A hold is a row that two servers have, and a place in a line in which those who want one seat keep their order. */
const stack = ({ servers, caches, bookers, database, poison }: Sizes): Pick<Sketch, 'nodes' | 'links'> => ({
  nodes: [
    { id: 'lb', kind: 'load-balancer', at: [1, 1], group: 'us', params: { standbys: 1, checkSeconds: 5, maxFails: 2, retryNext: 1 } },
    { id: 'web', kind: 'web-server', at: [2, 1], group: 'us', label: 'Ticket office', params: { instances: servers, jobShare: 100 } },
    {
      id: 'map',
      kind: 'cache',
      at: [3, 0],
      group: 'us',
      label: 'Map of seats',
      params: { instances: caches, capacityKeys: 1000, ttlSeconds: 2, stampede: 'single-flight' },
    },
    {
      id: 'seats',
      kind: 'database',
      at: [3, 1],
      group: 'us',
      label: 'Seats',
      params: {
        ...database,
        replication: 'semi',
        failoverForm: 'phases',
        heartbeatSeconds: 2,
        missedBeats: 3,
        electionSeconds: 2,
        promoteSeconds: 8,
        repointSeconds: 5,
      },
    },
    {
      id: 'line',
      kind: 'queue',
      at: [3, 2],
      group: 'us',
      label: 'Waiting room',
      params: { fifo: true, fifoPerSecond: 0, maxReceive: poison.attempts },
    },
    {
      id: 'bookers',
      kind: 'worker',
      at: [4, 2],
      group: 'us',
      label: 'Booking',
      params: { instances: bookers, concurrency: 20, jobMs: 100, prefetch: 0, idempotent: true, poisonDoes: poison.does },
    },
  ],
  links: [
    ['users', 'lb', { timeoutMs: 5000 }],
    ['lb', 'web', { timeoutMs: 4000 }],
    ['web', 'map', { timeoutMs: 50 }],
    ['web', 'seats', { timeoutMs: 1000, retries: 1 }],
    ['web', 'line', { timeoutMs: 1000, retries: 2 }],
    ['line', 'bookers'],
  ],
});

export const ticketingReferences: References = {
  underBuilt: added(given, {
    title: 'Ticketing: quick to say yes',
    places: [us],
    nodes: [
      { id: 'web', kind: 'web-server', at: [1, 1], group: 'us', params: { instances: 1, jobShare: 100 } },
      { id: 'seats', kind: 'database', at: [2, 0], group: 'us', label: 'Seats', params: { replicas: 1, lagMs: 2000 } },
      { id: 'line', kind: 'queue', at: [2, 1], group: 'us', params: { maxReceive: 0 } },
      { id: 'bookers', kind: 'worker', at: [3, 1], group: 'us', params: { instances: 1, jobMs: 100 } },
    ],
    links: [
      ['users', 'web'],
      ['web', 'seats'],
      ['web', 'line'],
      ['line', 'bookers'],
    ],
  }),
  good: added(given, {
    title: 'Ticketing: a line for each seat',
    places: [us],
    ...stack({ servers: 6, caches: 2, bookers: 3, database: { vcpu: 2, replicas: 2 }, poison: { attempts: 3, does: 'error' } }),
  }),
  overBuilt: added(given, {
    title: 'Ticketing: a hall for a stadium',
    places: [us],
    ...stack({ servers: 30, caches: 8, bookers: 12, database: { vcpu: 16, replicas: 4 }, poison: { attempts: 0, does: 'crash' } }),
  }),
};
