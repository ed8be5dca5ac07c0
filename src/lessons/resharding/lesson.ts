/** L13: rows over shards. How many move when a shard joins, and how evenly they lie, by the remainder of a number and on a ring. */

import type { Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { Lesson } from '../lesson.ts';
import { about, afreshAt, aha, busy, heldAt, part, percent, plainWire, quotient, set } from '../shorthand.ts';

const router = 'shard-router-1';
const shards = ['db-1', 'db-2', 'db-3', 'db-4', 'db-5'] as const;

/**
 * Forty million rows of 1 KB on four shards: 40 GB. A fifth shard stands there and is not in use. 40,000 keys stand for all rows. Every
 * read takes the same, so that chance does not look like skew.
 */
const four = draw({
  title: 'Four shards and a fifth',
  seconds: 7200,
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 280], params: { ratePerSecond: 500, patienceSeconds: 60 } },
    {
      id: 'web-1',
      kind: 'web-server',
      at: [260, 280],
      label: 'Web servers',
      params: { service: 'none', readsPerRequest: 1, threads: 10_000, jobShare: 0 },
    },
    {
      id: router,
      kind: 'shard-router',
      at: [520, 280],
      params: { shardsInUse: 4, millionRows: 40, rowKB: 1, migrationMBps: 50, copyCpuMs: 1 },
    },
    ...shards.map(
      (id, i) =>
        ({
          id,
          kind: 'database',
          at: [800, i * 140],
          label: `Shard ${i + 1}`,
          params: { replicas: 0, readsFrom: 'primary', vcpu: 4, service: 'fixed' },
        }) as const,
    ),
  ],
  links: [['users-1', 'web-1', plainWire], ['web-1', router, plainWire], ...shards.map((id) => [router, id, plainWire] as const)],
  workload: { staticShare: 0, writeShare: 0, keys: 40_000, keySkew: 0 },
});

const moved: Measure = quotient(part(router, 'movedKeys', 'sum'), { of: 'workload', field: 'keys' });
const movedMb: Measure = part(router, 'movedMb', 'sum');
const over = { last: 40 } as const;
/** Share of all work that the fullest shard has; 0.25 where four have the same. */
const fullest: Measure = quotient(
  quotient({ of: 'busiest', except: ['web-server', 'shard-router'], over }, busy({ kinds: ['database'] }, over)),
  { of: 'count', kinds: ['database'] },
);
const guessFullest = { ...percent, result: fullest } as const;
const shownFullest = { fullest: { measure: fullest, unit: 'percent' } } as const;
const shownMoved = { moved: { measure: moved, unit: 'percent' }, megabytes: { measure: movedMb, unit: 'count' } } as const;

export const resharding: Lesson = {
  id: 'resharding',
  number: 13,
  minutes: 12,
  teaches: ['S53', 'S54', 'S55', 'S58', 'S60'],
  speed: 20,
  design: four,
  steps: [
    {
      id: 'even',
      control: { runs: true },
      predict: guessFullest,
      done: { played: { seconds: 45 } },
      moves: [{ play: 45 }],
      numbers: [aha('S54, user number modulo 4', fullest, 0.25, 0.262)],
      shown: shownFullest,
    },
    {
      id: 'fifth',
      control: { part: router, field: 'shardsInUse' },
      predict: { ...percent, result: moved },
      done: heldAt([[router, 'shardsInUse', 5]], 170),
      moves: [set(router, 'shardsInUse', 5), { play: 171 }],
      numbers: [aha('L13, modulo 4 to modulo 5', moved, 0.8, 0.8), about('L13, of 40 GB', movedMb, 32_000, 0.001)],
      shown: shownMoved,
    },
    {
      id: 'ring',
      control: { part: router, field: 'strategy' },
      predict: guessFullest,
      done: afreshAt(
        [
          [router, 'shardsInUse', 4],
          [router, 'strategy', 'ring'],
        ],
        45,
      ),
      moves: [set(router, 'shardsInUse', 4), set(router, 'strategy', 'ring'), { restart: true }, { play: 45 }],
      numbers: [aha('S60, 128 points each', fullest, 0.25, 0.31)],
      shown: shownFullest,
    },
    {
      id: 'ring-fifth',
      control: { part: router, field: 'shardsInUse' },
      predict: { ...percent, result: moved },
      done: heldAt([[router, 'shardsInUse', 5]], 200),
      moves: [set(router, 'shardsInUse', 5), { play: 201 }],
      numbers: [
        about(
          'L13, a ring: a fifth moves',
          moved,
          0.2,
          0.24,
          'A part of one of five nodes with 128 points each is Beta(128, 512): 0.2 ± 0.016, three of which are 24 %. What is stated as 40 s is what each source takes at 50 MB/s; but all of it goes to one new shard, which takes 50 MB/s, too: 8 GB take 160 s as before.',
        ),
      ],
      shown: shownMoved,
    },
    {
      id: 'one-point',
      control: { part: router, field: 'virtualNodes' },
      predict: guessFullest,
      done: afreshAt(
        [
          [router, 'shardsInUse', 4],
          [router, 'virtualNodes', 1],
        ],
        45,
      ),
      moves: [set(router, 'shardsInUse', 4), set(router, 'virtualNodes', 1), { restart: true }, { play: 45 }],
      numbers: [
        aha(
          'S60, 1 point each',
          fullest,
          0.35,
          0.9,
          'The 2.08 times the mean that are stated (a share of 0.52) are the mean over many rings; this ring is one of them, and they differ a lot.',
        ),
      ],
      shown: shownFullest,
    },
    {
      id: 'thousand-points',
      control: { part: router, field: 'virtualNodes' },
      predict: guessFullest,
      done: afreshAt([[router, 'virtualNodes', 1000]], 45),
      moves: [set(router, 'virtualNodes', 1000), { restart: true }, { play: 45 }],
      numbers: [about('S60, 1,000 points each: 1.04 times the mean', fullest, 0.26, 0.05)],
      shown: shownFullest,
    },
    {
      id: 'country',
      control: { part: router, field: 'shardKey' },
      predict: guessFullest,
      done: afreshAt(
        [
          [router, 'strategy', 'modulo'],
          [router, 'shardKey', 'country'],
        ],
        45,
      ),
      moves: [set(router, 'strategy', 'modulo'), set(router, 'shardKey', 'country'), { restart: true }, { play: 45 }],
      numbers: [about('S55, 70 % in one country', fullest, 0.7, 0.03)],
      shown: shownFullest,
    },
  ],
  quiz: [
    {
      id: 'moved',
      variants: [
        { before: 2, after: 3 },
        { before: 2, after: 4 },
        { before: 3, after: 4 },
      ].map((given) => ({
        given,
        moves: [
          set('users-1', 'ratePerSecond', 20),
          set(router, 'millionRows', 4),
          set(router, 'shardsInUse', given.before),
          { play: 2 },
          set(router, 'shardsInUse', given.after),
          { play: 60 },
        ],
      })),
      answer: { measure: moved, unit: 'percent', within: 0.03 },
    },
  ],
};
