import type { References } from '../prompt.ts';
import { added, type Place, type Sketch } from '../sketch.ts';
import { given } from './prompt.ts';

const us: Place = { id: 'us', label: 'US East', region: 'us-east' };
const eu: Place = { id: 'eu', label: 'Ireland', region: 'ireland' };
const asia: Place = { id: 'asia', label: 'Seoul', region: 'seoul' };

/** Someone promoted within some twenty seconds, and nothing acknowledged that only one server has. */
const safe = {
  replicas: 2,
  replication: 'semi',
  failoverForm: 'phases',
  heartbeatSeconds: 2,
  missedBeats: 3,
  electionSeconds: 2,
  promoteSeconds: 8,
  repointSeconds: 5,
} as const;

/** A resolver keeps the answer so long that the name server may be away for some minutes. */
const names = { policy: 'geo', ttlSeconds: 900, checkSeconds: 10 } as const;

interface Fleet {
  servers: number;
  caches: number;
  /** How long a link is taken from the cache without asking again. */
  keepSeconds: number;
  row: number;
}

/** What every place has that answers by itself: a pair of balancers, servers, and a cache for the popular links. */
const front = ({ id }: Place, { servers, caches, keepSeconds, row }: Fleet): Sketch['nodes'] => [
  { id: `lb-${id}`, kind: 'load-balancer', at: [2, row], group: id, params: { standbys: 1, checkSeconds: 5, maxFails: 2, retryNext: 1 } },
  { id: `web-${id}`, kind: 'web-server', at: [3, row], group: id, label: 'Redirects', params: { instances: servers, jobShare: 0 } },
  {
    id: `cache-${id}`,
    kind: 'cache',
    at: [4, row - 1],
    group: id,
    params: { instances: caches, capacityKeys: 20_000, ttlSeconds: keepSeconds, stampede: 'single-flight' },
  },
];

const wires = (id: string): Sketch['links'] => [
  [`lb-${id}`, `web-${id}`, { timeoutMs: 3000 }],
  [`web-${id}`, `cache-${id}`, { timeoutMs: 50 }],
];

const everybody = ['users-us', 'users-eu', 'users-asia'] as const;

const good = added(given, {
  title: 'URL shortener: two regions, one primary',
  places: [us, asia],
  nodes: [
    { id: 'anycast', kind: 'global-balancer', at: [1, 2], params: { retryOther: true } },
    ...front(us, { servers: 4, caches: 2, keepSeconds: 3600, row: 1 }),
    ...front(asia, { servers: 2, caches: 1, keepSeconds: 3600, row: 4 }),
    { id: 'links-us', kind: 'database', at: [4, 1], group: 'us', label: 'Links', params: safe },
    { id: 'links-asia', kind: 'database', at: [4, 4], group: 'asia', label: 'Copy of links', params: { replicas: 1, failoverSeconds: 20 } },
  ],
  links: [
    ...everybody.map((id) => [id, 'anycast', { timeoutMs: 4000 }] as const),
    ['anycast', 'lb-us', { timeoutMs: 3000 }],
    ['anycast', 'lb-asia', { timeoutMs: 3000 }],
    ...wires('us'),
    ...wires('asia'),
    ['web-us', 'links-us', { timeoutMs: 1000, retries: 1 }],
    ['web-asia', 'links-asia', { timeoutMs: 1000, retries: 1 }],
    ['web-asia', 'links-us', { timeoutMs: 2000, retries: 1, carries: 'write' }],
    ['links-us', 'links-asia'],
  ],
});

const underBuilt = added(given, {
  title: 'URL shortener: one server and its database',
  places: [us],
  nodes: [
    { id: 'web', kind: 'web-server', at: [2, 2], group: 'us', params: { jobShare: 0 } },
    { id: 'links', kind: 'database', at: [3, 2], group: 'us', label: 'Links', params: { replicas: 0 } },
  ],
  links: [...everybody.map((id) => [id, 'web'] as const), ['web', 'links']],
});

const overBuilt = added(given, {
  title: 'URL shortener: three of everything, everywhere',
  places: [us, eu, asia],
  nodes: [
    { id: 'dns', kind: 'dns', at: [1, 2], params: names },
    ...front(us, { servers: 12, caches: 6, keepSeconds: 30, row: 0 }),
    ...front(eu, { servers: 12, caches: 6, keepSeconds: 30, row: 3 }),
    ...front(asia, { servers: 12, caches: 6, keepSeconds: 30, row: 6 }),
    ...[us, eu, asia].map(({ id }, i): Sketch['nodes'][number] => ({
      id: `links-${id}`,
      kind: 'database',
      at: [4, 3 * i],
      group: id,
      label: 'Links',
      params: { ...safe, vcpu: 8, replication: 'sync', tells: 'before' },
    })),
  ],
  links: [
    ...everybody.map((id) => [id, 'dns', { timeoutMs: 4000 }] as const),
    ...['us', 'eu', 'asia'].flatMap((id): Sketch['links'] => [
      ['dns', `lb-${id}`],
      ...wires(id),
      [`web-${id}`, `links-${id}`, { timeoutMs: 2000, retries: 1 }],
      ...['us', 'eu', 'asia'].filter((other) => other !== id).map((other) => [`links-${id}`, `links-${other}`] as const),
    ]),
  ],
});

export const urlShortenerReferences: References = { underBuilt, good, overBuilt };
