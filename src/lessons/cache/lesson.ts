/** L5: what a cache takes off the database, what happens when it is empty, and what when a row that everybody wants ends. */

import type { Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { Lesson } from '../lesson.ts';
import { about, afreshAt, aha, busy, heldAt, part, percent, plainWire, set, sinceFault, struck, users } from '../shorthand.ts';

/**
 * 4,000 reads and 200 writes a second on one database of two processors: 1.15 of what it can do. A hundred thousand rows, as popular as
 * those of YCSB (s = 0.99). The cache stands there and nothing leads to it yet. Work always takes the same, so that a row that takes
 * 300 ms is there after 300 ms.
 */
const bare = draw({
  title: 'A cache before the database',
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 80], params: { ratePerSecond: 4200, patienceSeconds: 120 } },
    {
      id: 'web-1',
      kind: 'web-server',
      at: [280, 80],
      label: 'Web servers',
      params: { service: 'none', readsPerRequest: 1, jobShare: 0, threads: 100_000, queueLimit: 1_000_000 },
    },
    { id: 'cache-1', kind: 'cache', at: [560, 0], params: { capacityKeys: 10_000, ttlSeconds: 0 } },
    {
      id: 'db-1',
      kind: 'database',
      at: [560, 160],
      params: { replicas: 0, readsFrom: 'primary', service: 'fixed', queueLimit: 100_000 },
    },
  ],
  links: [
    ['users-1', 'web-1', plainWire],
    ['web-1', 'db-1', plainWire],
  ],
  workload: { staticShare: 0, writeShare: 100 / 21, keys: 100_000, keySkew: 0.99 },
});

const last = { last: 10 } as const;
const hit: Measure = part('cache-1', 'hitRatio', 'mean', last);
const db: Measure = busy('db-1', last);
const worstSecond: Measure = part('db-1', 'reads', 'most', sinceFault('strike'));
const loads: Measure = part('db-1', 'reads', 'sum');
const waited: Measure = users('p99Ms', sinceFault('strike'));

const both = { hit: { measure: hit, unit: 'percent' }, database: { measure: db, unit: 'percent' } } as const;

export const cache: Lesson = {
  id: 'cache',
  number: 5,
  minutes: 12,
  teaches: ['S03', 'S70', 'P3'],
  speed: 5,
  design: bare,
  steps: [
    {
      id: 'bare',
      control: { runs: true },
      predict: { ...percent, result: db },
      done: { played: { seconds: 15 } },
      moves: [{ play: 15 }],
      numbers: [aha('L5, asked for 1.15 of what it can do', db, 0.98, 1)],
      shown: { database: { measure: db, unit: 'percent' }, waiting: { measure: part('db-1', 'queue', 'last'), unit: 'count' } },
    },
    {
      id: 'tenth',
      control: { part: 'web-1' },
      predict: { ...percent, result: hit },
      done: { all: [{ wired: ['web-1', 'cache-1'] }, { played: { seconds: 40 } }] },
      moves: [{ wire: ['web-1', 'cache-1'] }, { play: 40 }],
      numbers: [about('L5, hit ratio', hit, 0.7, 0.05), about('L5, ρ of the database', db, 0.45, 0.07)],
      shown: both,
    },
    {
      id: 'twice-the-room',
      control: { part: 'cache-1', field: 'capacityKeys' },
      predict: { ...percent, result: hit },
      done: heldAt([['cache-1', 'capacityKeys', 20_000]], 40),
      moves: [set('cache-1', 'capacityKeys', 20_000), { play: 41 }],
      numbers: [about('L5, LRU at 20 %', hit, 0.77, 0.05)],
      shown: both,
    },
    {
      id: 'all-fit',
      predict: { ...percent, result: db },
      done: {
        all: [
          { measure: { of: 'workload', field: 'keys' }, is: '=', value: 20_000 },
          { measure: { of: 'workload', field: 'keySkew' }, is: '=', value: 0 },
          { played: { seconds: 40, since: { act: 'set-workload' } } },
        ],
      },
      moves: [{ setWorkload: ['keys', 20_000] }, { setWorkload: ['keySkew', 0] }, { play: 41 }],
      numbers: [about('L5, hit ratio: each write costs one read', hit, 0.95, 0.02), about('L5, ρ of the database', db, 0.2, 0.07)],
      shown: both,
    },
    {
      id: 'flush',
      control: { part: 'cache-1' },
      predict: { ask: 'number', unit: 'per-second', least: 100, most: 10_000, scale: 'log', result: worstSecond },
      done: struck('strike', 'cache-1', 10, 'flush'),
      moves: [{ act: { act: 'strike', node: 'cache-1', instance: null, fault: 'flush' } }, { play: 11 }],
      numbers: [
        aha(
          'L5, 200 ÷ (1 − 0.95)',
          worstSecond,
          2900,
          3800,
          'The 20 times are of the first moment. Within the first second a fifth of the rows comes back: 4,000 × (1 − e^−0.2) ÷ 0.2 = 3,625, and fewer where the flush does not fall on the beginning of a second that is counted.',
        ),
      ],
      shown: { reads: { measure: worstSecond, unit: 'per-second' }, p99: { measure: waited, unit: 'ms' } },
    },
    {
      id: 'one-report',
      control: { part: 'users-1', field: 'ratePerSecond' },
      predict: { ...percent, result: db },
      done: {
        all: [
          { measure: { of: 'workload', field: 'keys' }, is: '=', value: 1 },
          { measure: { of: 'workload', field: 'writeShare' }, is: '=', value: 0 },
          heldAt([['users-1', 'ratePerSecond', 1000]], 15),
        ],
      },
      moves: [{ setWorkload: ['keys', 1] }, { setWorkload: ['writeShare', 0] }, set('users-1', 'ratePerSecond', 1000), { play: 16 }],
      numbers: [aha('S70, everything is in the cache', db, 0, 0.01)],
      shown: both,
    },
    {
      id: 'it-ends',
      control: { part: 'db-1', field: 'cpuReadMs' },
      predict: { ask: 'number', unit: 'count', least: 1, most: 10_000, scale: 'log', result: loads },
      done: afreshAt(
        [
          ['db-1', 'cpuReadMs', 300],
          ['db-1', 'vcpu', 96],
          ['cache-1', 'ttlSeconds', 30],
        ],
        65,
      ),
      moves: [set('db-1', 'cpuReadMs', 300), set('db-1', 'vcpu', 96), set('cache-1', 'ttlSeconds', 30), { restart: true }, { play: 65 }],
      numbers: [about('P3, three times 1,000 a second for 300 ms', loads, 900, 0.12)],
      shown: { loads: { measure: loads, unit: 'count' } },
    },
    {
      id: 'single-flight',
      control: { part: 'cache-1', field: 'stampede' },
      predict: { ask: 'number', unit: 'count', least: 1, most: 10_000, scale: 'log', result: loads },
      done: afreshAt([['cache-1', 'stampede', 'single-flight']], 65),
      moves: [set('cache-1', 'stampede', 'single-flight'), { restart: true }, { play: 65 }],
      numbers: [aha('P3, one for each end', loads, 3, 3)],
      shown: { loads: { measure: loads, unit: 'count' } },
    },
  ],
  quiz: [
    {
      id: 'room',
      variants: [1000, 4000, 30_000].map((rows) => ({
        given: { rows },
        moves: [{ wire: ['web-1', 'cache-1'] }, set('cache-1', 'capacityKeys', rows), { play: 30 }],
      })),
      answer: { measure: hit, unit: 'percent', within: 0.1 },
    },
  ],
};
