/** L11: a copy in another region: what is lost with the primary, what a write waits for, and what two primaries do to each other. */

import type { Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { Lesson, Move } from '../lesson.ts';
import { about, afreshAt, aha, crashing, part, plainWire, set, sinceFault, struck, users } from '../shorthand.ts';

/** 200 writes a second, a primary in the east and its copy in the west, 73 ms there and back; a new primary takes 10 s. */
const regions = draw({
  title: 'Two regions, one truth',
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: 200, patienceSeconds: 5 } },
    {
      id: 'web-1',
      kind: 'web-server',
      at: [260, 0],
      label: 'Web servers',
      params: { service: 'none', threads: 100_000, queueLimit: 1_000_000, jobShare: 0 },
    },
    {
      id: 'db-1',
      kind: 'database',
      at: [520, 0],
      params: {
        vcpu: 8,
        service: 'fixed',
        cpuReadMs: 0.5,
        cpuWriteMs: 0.5,
        replicas: 1,
        farReplicas: 1,
        farRttMs: 73,
        lagMs: 1500,
        lagForm: 'fixed',
        failoverSeconds: 10,
      },
    },
  ],
  links: [
    ['users-1', 'web-1', plainWire],
    ['web-1', 'db-1', plainWire],
  ],
  workload: { staticShare: 0, writeShare: 100, keys: 2000, keySkew: 0 },
});

/** While all is well. */
const writeMs: Measure = users('p50Ms', { from: 0, to: 15 });
const lost: Measure = part('db-1', 'lostWrites', 'sum');
const diverged: Measure = part('db-1', 'divergedWrites', 'sum');
const conflicts: Measure = part('db-1', 'conflicts', 'sum');
const refused: Measure = users('failed', sinceFault('strike'));
const guessLost = { ask: 'number', unit: 'count', least: 0, most: 2000, scale: 'linear', result: lost } as const;

/** No message passes between the two for 43 s, which is how long it was at GitHub in 2018. */
const apart: readonly Move[] = [
  { restart: true },
  { play: 20 },
  { act: { act: 'strike', node: 'db-1', instance: 0, fault: 'cut-off', seconds: 43 } },
  { play: 56 },
];
const joined = struck('strike', 'db-1', 55, 'cut-off');
const is = (field: string, value: string | boolean) => ({ setTo: { parts: 'db-1', field, value } }) as const;

export const sync: Lesson = {
  id: 'sync',
  number: 11,
  minutes: 12,
  teaches: ['S23', 'P8'],
  speed: 5,
  design: regions,
  steps: [
    {
      id: 'behind',
      control: { runs: true },
      predict: { ask: 'number', unit: 'ms', least: 0.1, most: 1000, scale: 'log', result: writeMs },
      done: { played: { seconds: 20 } },
      moves: [{ play: 20 }],
      numbers: [aha('S23, as quick as without a copy', writeMs, 0.9, 1.1)],
      shown: { write: { measure: writeMs, unit: 'ms' } },
    },
    {
      id: 'primary-dies',
      control: { part: 'db-1' },
      predict: guessLost,
      done: struck('crash', 'db-1', 15),
      moves: [{ act: { act: 'crash', node: 'db-1', instance: 0 } }, { play: 16 }],
      numbers: [aha('L11, 200 writes a second × 1.5 s, and half a round trip', lost, 307 - 54, 307 + 54)],
      shown: { lost: { measure: lost, unit: 'count' } },
    },
    {
      id: 'wait-for-it',
      control: { part: 'db-1', field: 'replication' },
      predict: { ask: 'number', unit: 'ms', least: 0.1, most: 1000, scale: 'log', result: writeMs },
      done: afreshAt([['db-1', 'replication', 'sync']], 20),
      moves: [set('db-1', 'replication', 'sync'), { restart: true }, { play: 20 }],
      numbers: [aha('L11, one round trip of 73 ms longer', writeMs, 73, 75)],
      shown: { write: { measure: writeMs, unit: 'ms' } },
    },
    {
      id: 'nothing-lost',
      control: { part: 'db-1' },
      predict: guessLost,
      done: { all: [is('replication', 'sync'), struck('crash', 'db-1', 15)] },
      moves: crashing('db-1', 0, 20, 15),
      numbers: [aha('L11, synchronous: lost', lost, 0, 0)],
      shown: { lost: { measure: lost, unit: 'count' } },
    },
    {
      id: 'apart-and-safe',
      control: { part: 'db-1', field: 'autoFailover' },
      predict: { ask: 'number', unit: 'count', least: 0, most: 20_000, scale: 'linear', result: refused },
      done: { all: [is('replication', 'sync'), is('autoFailover', false), joined] },
      moves: [set('db-1', 'autoFailover', false), ...apart],
      numbers: [
        about(
          'L11, sync in a partition: writes stop',
          refused,
          7600,
          0.05,
          'Users have 5 s of patience: who came in the last 5 of the 43 s is answered when the two hear each other again. 200 × 38 = 7,600.',
        ),
      ],
      shown: { refused: { measure: refused, unit: 'count' }, lost: { measure: lost, unit: 'count' } },
    },
    {
      id: 'two-primaries',
      control: { part: 'db-1', field: 'fencing' },
      predict: { ask: 'number', unit: 'count', least: 0, most: 20_000, scale: 'linear', result: diverged },
      done: { all: [is('replication', 'async'), is('autoFailover', true), is('fencing', false), joined] },
      moves: [set('db-1', 'replication', 'async'), set('db-1', 'autoFailover', true), set('db-1', 'fencing', false), ...apart],
      numbers: [
        about(
          'L11, no fencing',
          diverged,
          8600,
          0.06,
          'The brief counts 200 a second on each side; here 200 come in all, and each is on one side only.',
        ),
      ],
      shown: { diverged: { measure: diverged, unit: 'count' }, conflicts: { measure: conflicts, unit: 'count' } },
    },
    {
      id: 'fenced',
      control: { part: 'db-1', field: 'fencing' },
      predict: { ask: 'number', unit: 'count', least: 0, most: 20_000, scale: 'linear', result: diverged },
      done: { all: [is('replication', 'async'), is('fencing', true), joined] },
      moves: [set('db-1', 'fencing', true), ...apart],
      numbers: [
        aha('L11, fencing', diverged, 0, 0),
        about('P8, what the old one acknowledged alone for 10 s, and 1.5 s that were on their way', lost, 2300, 0.07),
      ],
      shown: { diverged: { measure: diverged, unit: 'count' }, lost: { measure: lost, unit: 'count' } },
    },
  ],
  quiz: [
    {
      id: 'lost',
      variants: [
        { writes: 100, lag: 2 },
        { writes: 400, lag: 1 },
        { writes: 300, lag: 0.5 },
      ].map((given) => ({
        given,
        moves: [set('users-1', 'ratePerSecond', given.writes), set('db-1', 'lagMs', given.lag * 1000), ...crashing('db-1', 0, 20, 15)],
      })),
      answer: { measure: lost, unit: 'count', within: 0.2 },
    },
  ],
};
