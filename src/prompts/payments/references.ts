import type { References } from '../prompt.ts';
import { added, type Place, type Sketch } from '../sketch.ts';
import { given } from './prompt.ts';

const east: Place = { id: 'east', label: 'US East', region: 'us-east' };
const west: Place = { id: 'west', label: 'US West', region: 'us-west' };

interface Sizes {
  servers: number;
  workers: number;
  replicas: number;
  vcpu: number;
  /** How often a payment is tried at the provider. */
  attempts: number;
  /** Whether a payment is acknowledged before the other region has it. */
  tells: 'after' | 'before';
}

/** A whole system in one region: a ledger whose writes two servers have, and payments behind a queue by workers that know a repetition. */
const stack = (
  { id }: Place,
  row: number,
  { servers, workers, replicas, vcpu, attempts, tells }: Sizes,
): Pick<Sketch, 'nodes' | 'links'> => ({
  nodes: [
    { id: `lb-${id}`, kind: 'load-balancer', at: [2, row], group: id, params: { standbys: 1, checkSeconds: 5, maxFails: 2, retryNext: 1 } },
    { id: `web-${id}`, kind: 'web-server', at: [3, row], group: id, label: 'Payments', params: { instances: servers, jobShare: 100 } },
    {
      id: `ledger-${id}`,
      kind: 'database',
      at: [4, row],
      group: id,
      label: 'Ledger',
      params: {
        replicas,
        vcpu,
        tells,
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
      id: `queue-${id}`,
      kind: 'queue',
      at: [4, row + 1],
      group: id,
      label: 'To be paid',
      params: { maxReceive: attempts, visibilitySeconds: 30 },
    },
    {
      id: `provider-${id}`,
      kind: 'worker',
      at: [5, row + 1],
      group: id,
      label: 'Provider',
      params: {
        instances: workers,
        concurrency: 30,
        jobMs: 400,
        idempotent: true,
        errorPercent: 1,
        unheardPercent: 0.1,
        unheardSeconds: 5,
        prefetch: 0,
      },
    },
  ],
  links: [
    [`lb-${id}`, `web-${id}`, { timeoutMs: 5000 }],
    [`web-${id}`, `ledger-${id}`, { timeoutMs: 1000, retries: 3 }],
    [`web-${id}`, `queue-${id}`, { timeoutMs: 1000, retries: 3 }],
    [`queue-${id}`, `provider-${id}`],
  ],
});

const door: Pick<Sketch, 'nodes' | 'links'> = {
  nodes: [{ id: 'anycast', kind: 'global-balancer', at: [1, 2], params: { checkSeconds: 5, retryOther: true } }],
  links: [
    ['users', 'anycast', { timeoutMs: 7000 }],
    ['anycast', 'lb-east', { timeoutMs: 6000 }],
    ['anycast', 'lb-west', { timeoutMs: 6000 }],
  ],
};

const twoRegions = (sizes: Sizes, tells: Sketch['links']): Pick<Sketch, 'nodes' | 'links'> => {
  const [a, b] = [stack(east, 1, sizes), stack(west, 5, sizes)];
  return { nodes: [...door.nodes, ...a.nodes, ...b.nodes], links: [...door.links, ...a.links, ...b.links, ...tells] };
};

export const paymentsReferences: References = {
  underBuilt: added(given, {
    title: 'Payments: one region, and hope',
    places: [east],
    nodes: [
      { id: 'web', kind: 'web-server', at: [1, 2], group: 'east', params: { instances: 2, jobShare: 100 } },
      { id: 'ledger', kind: 'database', at: [2, 1], group: 'east', label: 'Ledger', params: { replicas: 1, lagMs: 200 } },
      { id: 'queue', kind: 'queue', at: [2, 2], group: 'east', label: 'To be paid', params: { visibilitySeconds: 1 } },
      {
        id: 'provider',
        kind: 'worker',
        at: [3, 2],
        group: 'east',
        label: 'Provider',
        params: { instances: 4, concurrency: 20, jobMs: 400, errorPercent: 1, unheardPercent: 0.1, unheardSeconds: 5 },
      },
    ],
    links: [
      ['users', 'web'],
      ['web', 'ledger'],
      ['web', 'queue'],
      ['queue', 'provider'],
    ],
  }),
  good: added(given, {
    title: 'Payments: keys for repetitions, and a second region that listens',
    places: [east, west],
    ...twoRegions({ servers: 3, workers: 3, replicas: 2, vcpu: 2, attempts: 50, tells: 'after' }, [
      ['ledger-east', 'ledger-west'],
      ['ledger-west', 'ledger-east'],
    ]),
  }),
  overBuilt: added(given, {
    title: 'Payments: no expense spared',
    places: [east, west],
    ...twoRegions({ servers: 24, workers: 20, replicas: 4, vcpu: 8, attempts: 50, tells: 'before' }, [
      ['ledger-east', 'ledger-west', { timeoutMs: 1000 }],
      ['ledger-west', 'ledger-east', { timeoutMs: 1000 }],
    ]),
  }),
};
