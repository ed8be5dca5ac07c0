/**
 * Photos by a queue (domain S25 to S31): an upload is answered as soon as three brokers have the message, and fifteen workers make it
 * smaller in their own time, 2 s each and 20 at a time: 10 a second per worker, 150 together, for the 100 a second that come. Workers may
 * come, go and die without a user noticing; what counts is whether the queue and they are set so that no photo is lost.
 */

import { draw, type Template } from './template.ts';

const fewer = [['worker-1', 'instances', 5]] as const;

export const photoQueue: Template = {
  id: 'photo-queue',
  design: draw({
    title: 'Photos by a queue',
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 120], params: { ratePerSecond: 500 } },
      { id: 'lb-1', kind: 'load-balancer', at: [240, 120], params: { checkSeconds: 5, healthyAfter: 2 } },
      { id: 'web-1', kind: 'web-server', at: [480, 120], label: 'Web servers', params: { instances: 3 } },
      { id: 'db-1', kind: 'database', at: [720, 0] },
      { id: 'queue-1', kind: 'queue', at: [720, 240], params: { brokers: 3, maxReceive: 5 } },
      {
        id: 'worker-1',
        kind: 'worker',
        at: [960, 240],
        label: 'Photo workers',
        params: { instances: 15, concurrency: 20, jobMs: 2000, prefetch: 0 },
      },
      { id: 'object-storage-1', kind: 'object-storage', at: [1200, 240], label: 'Photos' },
    ],
    links: [
      ['users-1', 'lb-1', { timeoutMs: 5000 }],
      ['lb-1', 'web-1', { timeoutMs: 3000 }],
      ['web-1', 'db-1', { timeoutMs: 1000 }],
      ['web-1', 'queue-1', { timeoutMs: 500 }],
      ['queue-1', 'worker-1', { timeoutMs: 60_000 }],
      ['worker-1', 'object-storage-1', { timeoutMs: 2000 }],
    ],
    workload: { staticShare: 0, uploadShare: 20 },
  }),
  mustShow: [
    { claim: 'Everybody is served', from: 30, to: 120, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
    { claim: '… at once, though a photo takes 2 s', from: 30, to: 120, of: 'users', metric: 'p99Ms', least: 30, most: 110 },
    { claim: 'Two thirds of the workers would do', from: 30, to: 120, of: 'worker-1', metric: 'utilization', least: 0.64, most: 0.76 },
    { claim: 'With five of them photos pile up', given: fewer, from: 30, to: 120, of: 'queue-1', metric: 'queue', least: 3000, most: 4600 },
    { claim: '… and no user notices', given: fewer, from: 30, to: 120, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
  ],
};
