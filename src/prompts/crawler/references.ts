import type { References } from '../prompt.ts';
import { added, type Place, type Sketch } from '../sketch.ts';
import { given } from './prompt.ts';

const us: Place = { id: 'us', label: 'US East', region: 'us-east' };

interface Sizes {
  servers: number;
  fetchers: number;
  seen: { nodes: number; vcpu: number };
  brokers: number;
}

/** The frontier is a line for each host, so that nobody is asked twice at the same time; what was fetched is a file. */
const stack = ({ servers, fetchers, seen, brokers }: Sizes): Pick<Sketch, 'nodes' | 'links'> => ({
  nodes: [
    { id: 'lb', kind: 'load-balancer', at: [1, 1], group: 'us', params: { standbys: 1, checkSeconds: 5, maxFails: 2, retryNext: 1 } },
    { id: 'web', kind: 'web-server', at: [2, 1], group: 'us', label: 'Frontier', params: { instances: servers, jobShare: 100 } },
    { id: 'seen', kind: 'nosql', at: [3, 0], group: 'us', label: 'Addresses seen', params: seen },
    {
      id: 'hosts',
      kind: 'queue',
      at: [3, 1],
      group: 'us',
      label: 'A line for each host',
      params: { fifo: true, fifoPerSecond: 0, brokers, acks: 'all', electionSeconds: 5, maxReceive: 3, visibilitySeconds: 60 },
    },
    {
      id: 'fetchers',
      kind: 'worker',
      at: [4, 1],
      group: 'us',
      label: 'Fetchers',
      params: {
        instances: fetchers,
        concurrency: 20,
        prefetch: 0,
        jobMs: 1000,
        serviceSpread: 0.3,
        idempotent: true,
        poisonDoes: 'error',
      },
    },
    { id: 'pages', kind: 'object-storage', at: [5, 1], group: 'us', label: 'Pages', params: { objectKB: 100, prefixes: 16 } },
  ],
  links: [
    ['users', 'lb', { timeoutMs: 9000 }],
    ['lb', 'web', { timeoutMs: 8000 }],
    ['web', 'seen', { timeoutMs: 1000, retries: 2 }],
    ['web', 'hosts', { timeoutMs: 2000, retries: 5, backoffMs: 500 }],
    ['hosts', 'fetchers'],
    ['fetchers', 'pages', { timeoutMs: 2000, retries: 3 }],
  ],
});

export const crawlerReferences: References = {
  underBuilt: added(given, {
    title: 'Web crawler: whoever has time fetches',
    places: [us],
    nodes: [
      { id: 'web', kind: 'web-server', at: [1, 1], group: 'us', label: 'Frontier', params: { instances: 1, jobShare: 100 } },
      { id: 'line', kind: 'queue', at: [2, 1], group: 'us', params: { brokers: 1, durable: false } },
      { id: 'fetchers', kind: 'worker', at: [3, 1], group: 'us', params: { instances: 4, concurrency: 20, jobMs: 1000 } },
      { id: 'pages', kind: 'object-storage', at: [4, 1], group: 'us', label: 'Pages', params: { objectKB: 100 } },
    ],
    links: [
      ['users', 'web'],
      ['web', 'line'],
      ['line', 'fetchers'],
      ['fetchers', 'pages'],
    ],
  }),
  good: added(given, {
    title: 'Web crawler: a line for each host',
    places: [us],
    ...stack({ servers: 2, fetchers: 5, seen: { nodes: 3, vcpu: 2 }, brokers: 3 }),
  }),
  overBuilt: added(given, {
    title: 'Web crawler: an army of fetchers',
    places: [us],
    ...stack({ servers: 20, fetchers: 40, seen: { nodes: 9, vcpu: 4 }, brokers: 1 }),
  }),
};
