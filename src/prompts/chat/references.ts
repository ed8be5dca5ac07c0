import type { References } from '../prompt.ts';
import { added, type Place, type Sketch } from '../sketch.ts';
import { given } from './prompt.ts';

const us: Place = { id: 'us', label: 'US East', region: 'us-east' };
const eu: Place = { id: 'eu', label: 'Ireland', region: 'ireland' };

interface Sizes {
  servers: number;
  deliverers: number;
  vcpu: number;
  /** Whether messages of one chat wait for each other. */
  fifo: boolean;
}

/** A region that can do without the other one: messages are written, put in line by chat, and delivered from there. */
const stack = ({ id }: Place, row: number, { servers, deliverers, vcpu, fifo }: Sizes): Pick<Sketch, 'nodes' | 'links'> => ({
  nodes: [
    {
      id: `lb-${id}`,
      kind: 'load-balancer',
      at: [2, row],
      group: id,
      params: { standbys: 1, algorithm: 'least-connections', checkSeconds: 5, maxFails: 2, retryNext: 1, retryOn: 'unreachable' },
    },
    {
      id: `gateway-${id}`,
      kind: 'web-server',
      at: [3, row],
      group: id,
      label: 'Chat servers',
      params: { instances: servers, jobShare: 100 },
    },
    { id: `presence-${id}`, kind: 'session-store', at: [4, row - 1], group: id, label: 'Presence' },
    {
      id: `messages-${id}`,
      kind: 'database',
      at: [4, row],
      group: id,
      label: 'Messages',
      params: { replicas: 2, vcpu, replication: 'semi', failoverSeconds: 20 },
    },
    {
      id: `chats-${id}`,
      kind: 'queue',
      at: [4, row + 1],
      group: id,
      label: 'By chat',
      params: { fifo, fifoPerSecond: 0, maxReceive: 50 },
    },
    {
      id: `deliverers-${id}`,
      kind: 'worker',
      at: [5, row + 1],
      group: id,
      label: 'Deliverers',
      params: { instances: deliverers, concurrency: 20, jobMs: 20, prefetch: 0, idempotent: true },
    },
  ],
  links: [
    [`lb-${id}`, `gateway-${id}`, { timeoutMs: 5000 }],
    [`gateway-${id}`, `presence-${id}`, { timeoutMs: 200 }],
    [`gateway-${id}`, `messages-${id}`, { timeoutMs: 1000, retries: 2 }],
    [`gateway-${id}`, `chats-${id}`, { timeoutMs: 1000, retries: 2 }],
    [`chats-${id}`, `deliverers-${id}`],
  ],
});

const twoRegions = (sizes: Sizes): Pick<Sketch, 'nodes' | 'links'> => {
  const [a, b] = [stack(us, 1, sizes), stack(eu, 5, sizes)];
  return {
    nodes: [{ id: 'anycast', kind: 'global-balancer', at: [1, 3], params: { checkSeconds: 5, retryOther: true } }, ...a.nodes, ...b.nodes],
    links: [
      ['users-us', 'anycast', { timeoutMs: 6000 }],
      ['users-eu', 'anycast', { timeoutMs: 6000 }],
      ['anycast', 'lb-us', { timeoutMs: 5500 }],
      ['anycast', 'lb-eu', { timeoutMs: 5500 }],
      ...a.links,
      ...b.links,
      ['messages-us', 'messages-eu'],
      ['messages-eu', 'messages-us'],
    ],
  };
};

export const chatReferences: References = {
  underBuilt: added(given, {
    title: 'Chat: one server that everybody is connected to',
    places: [us],
    nodes: [
      {
        id: 'gateway',
        kind: 'web-server',
        at: [2, 3],
        group: 'us',
        label: 'Chat server',
        params: { instances: 1, vcpu: 4, jobShare: 100 },
      },
      { id: 'messages', kind: 'database', at: [3, 2], group: 'us', label: 'Messages', params: { replicas: 0 } },
      { id: 'chats', kind: 'queue', at: [3, 3], group: 'us' },
      {
        id: 'deliverers',
        kind: 'worker',
        at: [4, 3],
        group: 'us',
        params: { instances: 1, jobMs: 20, concurrency: 20, ackMode: 'before' },
      },
    ],
    links: [
      ['users-us', 'gateway'],
      ['users-eu', 'gateway'],
      ['gateway', 'messages'],
      ['gateway', 'chats'],
      ['chats', 'deliverers'],
    ],
  }),
  good: added(given, {
    title: 'Chat: two regions, and each chat in line',
    places: [us, eu],
    ...twoRegions({ servers: 8, deliverers: 2, vcpu: 2, fifo: true }),
  }),
  overBuilt: added(given, {
    title: 'Chat: room for the whole world',
    places: [us, eu],
    ...twoRegions({ servers: 40, deliverers: 20, vcpu: 8, fifo: false }),
  }),
};
