/**
 * A batch by the clock beside the day's traffic (domain 2.22): 6,000 jobs come at one moment to workers that do 100 a second, and wait up
 * to a minute; spread over two minutes none of them waits. What they make goes to an object storage.
 */

import { draw, type Template } from './template.ts';

const spread = [['scheduler-1', 'jitterSeconds', 120]] as const;

export const nightlyBatch: Template = {
  id: 'nightly-batch',
  design: draw({
    title: 'A batch by the clock',
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: 100 } },
      { id: 'web-1', kind: 'web-server', at: [240, 0] },
      { id: 'db-1', kind: 'database', at: [480, 0] },
      { id: 'scheduler-1', kind: 'scheduler', at: [0, 180], params: { everySeconds: 300, firstSeconds: 60, jobs: 6000 } },
      { id: 'queue-1', kind: 'queue', at: [240, 180], params: { maxReceive: 5 } },
      {
        id: 'worker-1',
        kind: 'worker',
        at: [480, 180],
        label: 'Workers',
        params: { instances: 2, concurrency: 5, prefetch: 0, jobMs: 40 },
      },
      { id: 'object-storage-1', kind: 'object-storage', at: [720, 180] },
    ],
    links: [
      ['users-1', 'web-1', { timeoutMs: 5000 }],
      ['web-1', 'db-1', { timeoutMs: 1000 }],
      ['scheduler-1', 'queue-1', { timeoutMs: 5000 }],
      ['queue-1', 'worker-1', { timeoutMs: 30_000 }],
      ['worker-1', 'object-storage-1', { timeoutMs: 5000 }],
    ],
  }),
  mustShow: [
    { claim: 'All at once, thousands of jobs wait', from: 62, to: 72, of: 'queue-1', metric: 'queue', least: 4500, most: 6000 },
    { claim: '… and are done within two minutes', from: 170, to: 300, of: 'queue-1', metric: 'queue', least: 0, most: 1 },
    { claim: 'Spread out, almost none does', given: spread, from: 62, to: 172, of: 'queue-1', metric: 'queue', least: 0, most: 20 },
    { claim: 'Users notice nothing', from: 30, to: 180, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
  ],
};
