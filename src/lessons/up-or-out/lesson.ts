/** L12: one bigger database or more of them: what capacity costs, where it ends, and how much is gone when one dies. */

import type { Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { Lesson, Move } from '../lesson.ts';
import { about, afreshAt, aha, heldAt, percent, plainWire, set, sinceFault, sinceSet, struck, users } from '../shorthand.ts';

const shards = ['db-1', 'db-2', 'db-3', 'db-4'] as const;
const router = 'shard-router-1';

/**
 * Far more asks than any of them can do, so that what is answered is what they can do. A statement takes 50 ms of one processor, and
 * processors get in each other's way by the Universal Scalability Law (0.03 and 0.0002, assumptions). One shard is in use: one database.
 */
const one = draw({
  title: 'Up or out',
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 210], params: { ratePerSecond: 450, patienceSeconds: 120 } },
    {
      id: 'web-1',
      kind: 'web-server',
      at: [260, 210],
      label: 'Web servers',
      params: { service: 'none', readsPerRequest: 1, threads: 100_000, queueLimit: 1_000_000, jobShare: 0 },
    },
    { id: router, kind: 'shard-router', at: [520, 210], params: { routerCpuMs: 0, shardsInUse: 1, millionRows: 0.001, shardKey: 'post' } },
    ...shards.map(
      (id, i) =>
        ({
          id,
          kind: 'database',
          at: [800, i * 140],
          label: `Shard ${i + 1}`,
          params: {
            replicas: 0,
            readsFrom: 'primary',
            service: 'fixed',
            vcpu: 2,
            cpuReadMs: 50,
            contention: 0.03,
            coherence: 0.0002,
            queueLimit: 200,
          },
        }) as const,
    ),
  ],
  links: [['users-1', 'web-1', plainWire], ['web-1', router, plainWire], ...shards.map((id) => [router, id, plainWire] as const)],
  workload: { staticShare: 0, writeShare: 0, keys: 10_000, keySkew: 0 },
});

const served: Measure = users('goodputPerSecond', sinceSet(12));
const lost: Measure = users('failedShare', sinceFault('crash', 3));
const guess = { ask: 'number', unit: 'per-second', least: 0, most: 450, scale: 'linear', result: served } as const;
const shownServed = { served: { measure: served, unit: 'per-second' } } as const;

/** Processors' worth by the law, for 20 statements a second each. */
const capacity = (n: number): number => (20 * n) / (1 + 0.03 * (n - 1) + 0.0002 * n * (n - 1));
const bigger = (id: string, vcpu: number, source: string) =>
  ({
    id,
    control: { part: 'db-1', field: 'vcpu' },
    predict: guess,
    done: heldAt([['db-1', 'vcpu', vcpu]], 25),
    moves: [set('db-1', 'vcpu', vcpu), { play: 26 }],
    numbers: [about(source, served, capacity(vcpu), 0.03)],
    shown: shownServed,
  }) as const;
const dies: readonly Move[] = [{ restart: true }, { play: 10 }, { act: { act: 'crash', node: 'db-1', instance: 0 } }, { play: 21 }];

export const upOrOut: Lesson = {
  id: 'up-or-out',
  number: 12,
  minutes: 10,
  teaches: ['S45', 'S46', 'S47', 'S48', 'S49', 'S50', 'S52'],
  speed: 5,
  design: one,
  steps: [
    {
      id: 'small',
      control: { runs: true },
      predict: guess,
      done: { played: { seconds: 25 } },
      moves: [{ play: 25 }],
      numbers: [about('L12, 2 vCPU', served, capacity(2), 0.03)],
      shown: shownServed,
    },
    bigger('sixteen', 16, 'S45, 8 times the processors do'),
    bigger('sixty-four', 64, 'S48, the size that does most'),
    bigger('ninety-six', 96, 'L12, 48 times the price for 8.7 times the capacity'),
    {
      id: 'big-one-dies',
      control: { part: 'db-1' },
      predict: { ...percent, result: lost },
      done: { all: [{ setTo: { parts: 'users-1', field: 'ratePerSecond', value: 100 } }, struck('crash', 'db-1', 20)] },
      moves: [set('users-1', 'ratePerSecond', 100), ...dies],
      numbers: [aha('L12, loss of the box', lost, 1, 1)],
      shown: { lost: { measure: lost, unit: 'percent' } },
    },
    {
      id: 'four-small',
      control: { part: router, field: 'shardsInUse' },
      predict: guess,
      done: afreshAt(
        [
          ['users-1', 'ratePerSecond', 450],
          ['db-1', 'vcpu', 2],
          [router, 'shardsInUse', 4],
        ],
        25,
      ),
      moves: [set('users-1', 'ratePerSecond', 450), set('db-1', 'vcpu', 2), set(router, 'shardsInUse', 4), { restart: true }, { play: 25 }],
      numbers: [about('L12, four times for four times the price', served, 4 * capacity(2), 0.03)],
      shown: shownServed,
    },
    {
      id: 'one-of-four-dies',
      control: { part: 'db-1' },
      predict: { ...percent, result: lost },
      done: {
        all: [
          { setTo: { parts: 'users-1', field: 'ratePerSecond', value: 100 } },
          { setTo: { parts: router, field: 'shardsInUse', value: 4 } },
          struck('crash', 'db-1', 20),
        ],
      },
      moves: [set('users-1', 'ratePerSecond', 100), ...dies],
      numbers: [about('L12, one shard of four', lost, 0.25, 0.12)],
      shown: { lost: { measure: lost, unit: 'percent' } },
    },
  ],
  quiz: [
    {
      id: 'enough',
      variants: [
        { shards: 2, cpus: 2 },
        { shards: 3, cpus: 2 },
        { shards: 2, cpus: 8 },
      ].map((given) => ({
        given,
        moves: [...shards.map((id) => set(id, 'vcpu', given.cpus)), set(router, 'shardsInUse', given.shards), { play: 25 }],
      })),
      answer: { measure: users('goodputPerSecond', { from: 12 }), unit: 'per-second', within: 0.06 },
    },
  ],
};
