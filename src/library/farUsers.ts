/** Users in Seoul of a site in the eastern US, 178 ms away. Files come from an edge near them, so that only pages cross the ocean. */

import { draw, type Template } from './template.ts';

const keepsNothing = [['cdn-1', 'ttlSeconds', 0]] as const;

export const farUsers: Template = {
  id: 'far-users',
  design: draw({
    title: 'Files near the users',
    groups: [
      { id: 'dc-1', label: 'Users in Korea', region: 'seoul', at: [-40, 16], size: [248, 176] },
      { id: 'dc-2', label: 'US East', region: 'us-east', at: [560, 16], size: [768, 176] },
    ],
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 80], group: 'dc-1', label: 'Korean users', params: { ratePerSecond: 500 } },
      { id: 'cdn-1', kind: 'cdn', at: [300, 240], params: { uncacheableShare: 5, capacityFiles: 2000 } },
      { id: 'lb-1', kind: 'load-balancer', at: [600, 80], group: 'dc-2' },
      { id: 'web-1', kind: 'web-server', at: [860, 80], group: 'dc-2', label: 'Web servers', params: { instances: 2 } },
      { id: 'db-1', kind: 'database', at: [1120, 80], group: 'dc-2' },
    ],
    links: [
      ['users-1', 'cdn-1', { timeoutMs: 5000 }],
      ['users-1', 'lb-1', { timeoutMs: 5000 }],
      ['cdn-1', 'lb-1', { timeoutMs: 4000 }],
      ['lb-1', 'web-1', { timeoutMs: 3000 }],
      ['web-1', 'db-1', { timeoutMs: 1000 }],
    ],
    workload: { staticShare: 87 },
  }),
  mustShow: [
    { claim: 'Most answers come from nearby', from: 120, to: 240, of: 'users', metric: 'p50Ms', least: 9, most: 14 },
    { claim: '… and everybody is served', from: 120, to: 240, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
    {
      claim: 'An edge that keeps nothing sends everybody across the ocean',
      given: keepsNothing,
      from: 30,
      to: 120,
      of: 'users',
      metric: 'p50Ms',
      least: 170,
      most: 210,
    },
  ],
};
