/** L4: replicas take reads and no writes, are a little behind, and one of them becomes the primary when it dies. */

import type { Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { Lesson } from '../lesson.ts';
import {
  about,
  aha,
  busy,
  crashing,
  heldAt,
  instanceOf,
  part,
  percent,
  plainWire,
  set,
  sinceFault,
  sinceSet,
  struck,
  users,
} from '../shorthand.ts';

/**
 * 3,500 reads of 0.5 ms and 200 writes of 1.5 ms a second, asked of one database with two processors. Web servers cost nothing here. A
 * write reaches each copy after a lag of its own, exponential, and 1,000 rows are equally wanted, so that it can be reckoned how often a
 * read is stale: a row is written 0.2 times a second, so with a lag of L it is behind for 0.2 / (0.2 + 1 / L) of the time.
 */
const oneDatabase = draw({
  title: 'Reads on replicas',
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: 3700, patienceSeconds: 120 } },
    {
      id: 'web-1',
      kind: 'web-server',
      at: [280, 0],
      label: 'Web servers',
      params: { service: 'none', readsPerRequest: 1, jobShare: 0, threads: 100_000, queueLimit: 1_000_000 },
    },
    {
      id: 'db-1',
      kind: 'database',
      at: [560, 0],
      params: { replicas: 0, service: 'exponential', queueLimit: 100_000, lagMs: 100, lagForm: 'apart', failoverSeconds: 90 },
    },
  ],
  links: [
    ['users-1', 'web-1', plainWire],
    ['web-1', 'db-1', plainWire],
  ],
  workload: { staticShare: 0, writeShare: (200 / 3700) * 100, keys: 1000, keySkew: 0 },
});

const everything: Measure = busy('db-1', sinceSet(10));
const primary: Measure = instanceOf('db-1', 0, 'utilization', 'mean', sinceSet(5));
const replica: Measure = instanceOf('db-1', 1, 'utilization', 'mean', sinceSet(5));
const stale: Measure = users('staleShare', sinceSet(5));
const failed = (what: 'read' | 'write'): Measure => ({ of: 'users', figure: 'failed', class: what, over: sinceFault('crash') });
const lost: Measure = part('db-1', 'lostWrites', 'sum', sinceFault('crash'));
/** Before anything broke. */
const writeMs: Measure = { of: 'users', figure: 'p50Ms', class: 'write', over: { to: 15 } };

export const replicas: Lesson = {
  id: 'replicas',
  number: 4,
  minutes: 12,
  teaches: ['S02', 'P7', 'S23'],
  speed: 10,
  design: oneDatabase,
  steps: [
    {
      id: 'alone',
      control: { runs: true },
      predict: { ...percent, result: everything },
      done: { played: { seconds: 30 } },
      moves: [{ play: 30 }],
      numbers: [aha('L4, asked for 1.02 of what it can do', everything, 0.98, 1)],
      shown: { busy: { measure: everything, unit: 'percent' }, p99: { measure: users('p99Ms', sinceSet(10)), unit: 'ms' } },
    },
    {
      id: 'two-replicas',
      control: { part: 'db-1', field: 'replicas' },
      predict: { ...percent, result: primary },
      done: heldAt([['db-1', 'replicas', 2]], 30),
      moves: [set('db-1', 'replicas', 2), { play: 31 }],
      numbers: [about('L4, ρ of the primary', primary, 0.15, 0.05), about('L4, ρ of each replica', replica, 0.5875, 0.04)],
      shown: { primary: { measure: primary, unit: 'percent' }, replica: { measure: replica, unit: 'percent' } },
    },
    {
      id: 'lag',
      control: { part: 'db-1', field: 'lagMs' },
      predict: { ...percent, result: stale },
      done: {
        all: [
          { setTo: { parts: 'users-1', field: 'ratePerSecond', value: 1000 } },
          { measure: { of: 'workload', field: 'writeShare' }, is: '=', value: 20 },
          heldAt([['db-1', 'lagMs', 1000]], 40),
        ],
      },
      moves: [set('users-1', 'ratePerSecond', 1000), { setWorkload: ['writeShare', 20] }, set('db-1', 'lagMs', 1000), { play: 41 }],
      numbers: [about('P7, 0.2 ÷ (0.2 + 1 ÷ 1 s)', stale, 0.2 / 1.2, 0.1)],
      shown: { stale: { measure: stale, unit: 'percent' } },
    },
    {
      id: 'short-lag',
      control: { part: 'db-1', field: 'lagMs' },
      predict: { ...percent, result: stale },
      done: heldAt([['db-1', 'lagMs', 100]], 40),
      moves: [set('db-1', 'lagMs', 100), { play: 41 }],
      numbers: [about('P7, 0.2 ÷ (0.2 + 1 ÷ 0.1 s)', stale, 0.2 / 10.2, 0.12)],
      shown: { stale: { measure: stale, unit: 'percent' } },
    },
    {
      id: 'from-the-primary',
      control: { part: 'db-1', field: 'readsFrom' },
      predict: { ...percent, result: primary },
      done: heldAt([['db-1', 'readsFrom', 'primary']], 30),
      moves: [set('db-1', 'readsFrom', 'primary'), { play: 31 }],
      numbers: [about('S02, 800 reads and 200 writes', primary, 0.35, 0.05), aha('P7, the primary is never behind', stale, 0, 0)],
      shown: { primary: { measure: primary, unit: 'percent' }, replica: { measure: replica, unit: 'percent' } },
    },
    {
      id: 'primary-dies',
      control: { part: 'db-1' },
      predict: { ask: 'number', unit: 'count', least: 0, most: 40_000, scale: 'linear', result: failed('write') },
      done: { all: [{ setTo: { parts: 'db-1', field: 'readsFrom', value: 'replicas' } }, struck('crash', 'db-1', 100)] },
      moves: [set('db-1', 'readsFrom', 'replicas'), ...crashing('db-1', 0, 20, 100)],
      numbers: [
        about('L4, 90 s without a primary', failed('write'), 18_000, 0.03),
        aha('L4, reads continue', failed('read'), 0, 0),
        aha('L4, asynchronous, 0.1 s behind', lost, 7, 33),
      ],
      shown: { failed: { measure: failed('write'), unit: 'count' }, lost: { measure: lost, unit: 'count' } },
    },
    {
      id: 'sync',
      control: { part: 'db-1', field: 'replication' },
      predict: { ask: 'number', unit: 'count', least: 0, most: 60, scale: 'linear', result: lost },
      done: { all: [{ setTo: { parts: 'db-1', field: 'replication', value: 'sync' } }, struck('crash', 'db-1', 100)] },
      moves: [set('db-1', 'replication', 'sync'), ...crashing('db-1', 0, 20, 100)],
      numbers: [
        aha('L4, synchronous', lost, 0, 0),
        aha('L4, one round trip of 0.5 ms longer than 1.5 ms at the median', writeMs, 1.9, 2.8),
      ],
      shown: { lost: { measure: lost, unit: 'count' }, write: { measure: writeMs, unit: 'ms' } },
    },
  ],
  quiz: [
    {
      id: 'writes',
      variants: [
        { writes: 400, replicas: 2 },
        { writes: 800, replicas: 4 },
        { writes: 1000, replicas: 1 },
      ].map((given) => ({
        given,
        moves: [
          { setWorkload: ['writeShare', 100] },
          set('users-1', 'ratePerSecond', given.writes),
          set('db-1', 'replicas', given.replicas),
          { play: 40 },
        ],
      })),
      answer: { measure: instanceOf('db-1', 0, 'utilization', 'mean', { from: 5 }), unit: 'percent', within: 0.06 },
    },
  ],
};
