/** L14: one row that a third of all readers want, and queries that every shard must answer. */

import type { Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { Lesson, Move } from '../lesson.ts';
import {
  about,
  afreshAt,
  aha,
  busy,
  heldAt,
  part,
  percent,
  plainWire,
  quotient,
  set,
  sinceFault,
  sinceSet,
  struck,
  users,
} from '../shorthand.ts';

const router = 'shard-router-1';
const shards = ['db-1', 'db-2', 'db-3', 'db-4'] as const;
const all = { kinds: ['database'] } as const;

/** Four shards of one processor each, 2 ms a read: at 1,000 a second half of all they can do. The celebrity's row is on the first. */
const even = draw({
  title: 'A celebrity on one shard',
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 210], params: { ratePerSecond: 1000, patienceSeconds: 60 } },
    {
      id: 'web-1',
      kind: 'web-server',
      at: [260, 210],
      label: 'Web servers',
      params: { service: 'none', readsPerRequest: 1, threads: 100_000, queueLimit: 1_000_000, jobShare: 0 },
    },
    { id: router, kind: 'shard-router', at: [520, 210], params: { routerCpuMs: 0 } },
    ...shards.map(
      (id, i) =>
        ({
          id,
          kind: 'database',
          at: [800, i * 140],
          label: `Shard ${i + 1}`,
          params: { replicas: 0, readsFrom: 'primary', service: 'exponential', vcpu: 1, cpuReadMs: 2, cpuJoinMs: 5, queueLimit: 100_000 },
        }) as const,
    ),
  ],
  links: [['users-1', 'web-1', plainWire], ['web-1', router, plainWire], ...shards.map((id) => [router, id, plainWire] as const)],
  workload: { staticShare: 0, writeShare: 0, keys: 40_000, keySkew: 0 },
});

const wanted = (percentOfReads: number): Move => ({
  act: { act: 'strike', node: 'users-1', instance: null, fault: 'hot-key', value: percentOfReads },
});
const afterStrike = sinceFault('strike', 10);
const hot: Measure = busy('db-1', afterStrike);
const meanLoad: Measure = busy(all, afterStrike);
const other: Measure = busy('db-2', afterStrike);
const hotShare: Measure = quotient(part('db-1', 'reads', 'sum', afterStrike), part(all, 'reads', 'sum', afterStrike));
const shareNow: Measure = quotient(part('db-1', 'reads', 'sum', sinceSet(5)), part(all, 'reads', 'sum', sinceSet(5)));
const mendedBusy: Measure = busy('db-1', sinceSet(10));
const feedMs: Measure = users('meanMs');
const copies: Measure = quotient(part(router, 'copyWrites', 'sum'), { of: 'users', figure: 'completed', class: 'write' });
const guessMs = { ask: 'number', unit: 'ms', least: 1, most: 50, scale: 'linear', result: feedMs } as const;

export const celebrity: Lesson = {
  id: 'celebrity',
  number: 14,
  minutes: 12,
  teaches: ['S61', 'S62', 'S63', 'S64', 'P6'],
  speed: 10,
  design: even,
  steps: [
    {
      id: 'even',
      control: { runs: true },
      predict: { ...percent, result: busy('db-1', { from: 5 }) },
      done: { played: { seconds: 30 } },
      moves: [{ play: 30 }],
      numbers: [about('L14, mean load', busy(all, { from: 5 }), 0.5, 0.05)],
      shown: { busy: { measure: busy('db-1', { from: 5 }), unit: 'percent' } },
    },
    {
      id: 'celebrity',
      control: { part: 'users-1' },
      predict: { ...percent, result: hot },
      done: struck('strike', 'users-1', 60, 'hot-key'),
      moves: [wanted(30), { play: 61 }],
      numbers: [
        about('L14, share of its shard', hotShare, 0.475, 0.03),
        about('L14, the hot shard', hot, 0.95, 0.04),
        about('P6, the others', other, 0.35, 0.06),
        about('L14, while the mean is still', meanLoad, 0.5, 0.04),
      ],
      shown: {
        share: { measure: hotShare, unit: 'percent' },
        hot: { measure: hot, unit: 'percent' },
        mean: { measure: meanLoad, unit: 'percent' },
      },
    },
    {
      id: 'split',
      control: { part: router, field: 'hotKeys' },
      predict: { ...percent, result: mendedBusy },
      done: heldAt([[router, 'hotKeys', 'split']], 30),
      moves: [set(router, 'hotKeys', 'split'), { play: 31 }],
      numbers: [about('L14, split in four', shareNow, 0.25, 0.05)],
      shown: { share: { measure: shareNow, unit: 'percent' }, busy: { measure: mendedBusy, unit: 'percent' } },
    },
    {
      id: 'keep',
      control: { part: router, field: 'hotKeys' },
      predict: { ...percent, result: mendedBusy },
      done: heldAt([[router, 'hotKeys', 'cache']], 30),
      moves: [set(router, 'hotKeys', 'cache'), { play: 31 }],
      numbers: [about('S62, kept by the router: what is left, over four', mendedBusy, 0.35, 0.06)],
      shown: { busy: { measure: mendedBusy, unit: 'percent' } },
    },
    {
      id: 'feeds',
      control: { part: 'users-1', field: 'ratePerSecond' },
      predict: guessMs,
      done: {
        all: [{ measure: { of: 'workload', field: 'feedShare' }, is: '=', value: 100 }, afreshAt([['users-1', 'ratePerSecond', 10]], 180)],
      },
      moves: [{ setWorkload: ['feedShare', 100] }, set('users-1', 'ratePerSecond', 10), { restart: true }, { play: 180 }],
      numbers: [
        aha(
          'L14, slowest of four, 5 ms each',
          feedMs,
          9.9,
          11.8,
          'The 10.4 ms are of shards that are asked for nothing else: 5 × (1 + 1/2 + 1/3 + 1/4). At ten a second a shard is 5 % busy, which adds a twentieth.',
        ),
      ],
      shown: { mean: { measure: feedMs, unit: 'ms' } },
    },
    {
      id: 'denormalised',
      control: { part: router, field: 'denormalised' },
      predict: guessMs,
      done: afreshAt([[router, 'denormalised', true]], 180),
      moves: [set(router, 'denormalised', true), { restart: true }, { play: 180 }],
      numbers: [aha('L14, one shard', feedMs, 4.6, 5.7)],
      shown: { mean: { measure: feedMs, unit: 'ms' } },
    },
    {
      id: 'copies',
      control: { part: router, field: 'copiesPerRow' },
      predict: { ask: 'number', unit: 'count', least: 0, most: 100, scale: 'linear', result: copies },
      done: {
        all: [
          { measure: { of: 'workload', field: 'writeShare' }, is: '=', value: 10 },
          { measure: { of: 'workload', field: 'feedShare' }, is: '=', value: 90 },
          { played: { seconds: 60, since: { act: 'set-workload' } } },
        ],
      },
      moves: [{ setWorkload: ['feedShare', 90] }, { setWorkload: ['writeShare', 10] }, { play: 61 }],
      numbers: [aha('L14, writes × copies', copies, 18, 21)],
      shown: { copies: { measure: copies, unit: 'count' } },
    },
  ],
  quiz: [
    {
      id: 'more-shards',
      variants: [
        { percent: 30, shards: 2 },
        { percent: 20, shards: 4 },
        { percent: 50, shards: 4 },
      ].map((given) => ({
        given,
        moves: [
          set(router, 'shardsInUse', given.shards),
          set('users-1', 'ratePerSecond', 400),
          { play: 1 },
          wanted(given.percent),
          { play: 40 },
        ],
      })),
      answer: {
        measure: quotient(part('db-1', 'reads', 'sum', { from: 5 }), part(all, 'reads', 'sum', { from: 5 })),
        unit: 'percent',
        within: 0.06,
      },
    },
  ],
};
