/** A small task and hand-ins of it, for tests: a page of one web tier and its database, asked for so seldom that a seed takes a moment. */

import { draw } from '../library/template.ts';
import type { Task } from './calmDesign.ts';

const users = { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: 60 } } as const;

export const taskForTests: Task = {
  id: 'test',
  given: draw({ title: 'Test', nodes: [users], links: [], workload: { staticShare: 0 } }),
  budgetUsd: 900,
  run: { warmUpSeconds: 10, steadySeconds: 30, chaosSeconds: 60 },
  chaos: [
    { id: 'machine', at: 30, seconds: 20, strike: { target: { kinds: ['web-server'], pick: 'busiest', instance: 'one' }, fault: 'crash' } },
    { id: 'surge', at: 60, seconds: 20, workload: { field: 'traffic', value: 2 } },
  ],
  rubric: [
    {
      id: 'reach',
      group: 'functional',
      points: 10,
      over: 'steady',
      goal: { measure: { of: 'design', figure: 'reachableClasses' }, is: '>=', value: 1 },
    },
    {
      id: 'p99',
      group: 'steady',
      points: 25,
      over: 'steady',
      goal: { measure: { of: 'users', figure: 'p99Ms' }, is: '<=', value: 400, zeroAt: 800 },
    },
    {
      id: 'served',
      group: 'chaos',
      points: 15,
      over: 'chaos',
      goal: { measure: { of: 'users', figure: 'availability' }, is: '>=', value: 0.99, zeroAt: 0.8 },
    },
    {
      id: 'back',
      group: 'chaos',
      points: 10,
      over: { chaos: 'machine' },
      goal: { measure: { of: 'incident', figure: 'recoverySeconds', which: 'worst' }, is: '<=', value: 5, zeroAt: 15 },
    },
    {
      id: 'stale',
      group: 'correctness',
      points: 15,
      over: 'all',
      goal: { measure: { of: 'users', figure: 'staleShare' }, is: '<=', value: 0.01, zeroAt: 0.02 },
    },
    {
      id: 'cost',
      group: 'cost',
      points: 15,
      over: 'all',
      goal: { measure: { of: 'design', figure: 'costPerMonthUsd' }, is: '<=', value: 900, zeroAt: 1350 },
    },
    {
      id: 'alone',
      group: 'single-points',
      points: 5,
      over: 'all',
      goal: { measure: { of: 'design', figure: 'singlePoints' }, is: '<=', value: 0, zeroAt: 2 },
    },
    { id: 'room', group: 'headroom', points: 5, over: 'steady', goal: { measure: { of: 'busiest' }, is: '<=', value: 0.7, zeroAt: 0.95 } },
  ],
  fatal: [{ id: 'half', when: { measure: { of: 'users', figure: 'availability' }, is: '<', value: 0.5 } }],
  needs: [{ id: 'store', parts: { kinds: ['database', 'nosql'] } }],
};

/** One web server and its database: nothing stands in for either. */
export const lone = draw({
  title: 'One of each',
  nodes: [
    users,
    { id: 'web-1', kind: 'web-server', at: [200, 0], params: { instances: 1 } },
    { id: 'db-1', kind: 'database', at: [400, 0], params: { replicas: 0 } },
  ],
  links: [
    ['users-1', 'web-1'],
    ['web-1', 'db-1'],
  ],
});

/** Two web servers behind a balancer with a copy of itself, and a database with a replica that takes over. */
export const paired = draw({
  title: 'Two of each',
  nodes: [
    users,
    { id: 'lb-1', kind: 'load-balancer', at: [200, 0], params: { standbys: 1, checkSeconds: 2, healthyAfter: 1, retryNext: 1 } },
    { id: 'web-1', kind: 'web-server', at: [400, 0], params: { instances: 2 } },
    { id: 'db-1', kind: 'database', at: [600, 0], params: { replicas: 1, readsFrom: 'primary', failoverSeconds: 20 } },
  ],
  links: [
    ['users-1', 'lb-1'],
    ['lb-1', 'web-1'],
    ['web-1', 'db-1'],
  ],
});
