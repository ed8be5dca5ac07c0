/** L2: the database moves to a server of its own. Tiers grow apart, and either can take everything down. */

import type { Condition, Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { Lesson, Move } from '../lesson.ts';
import {
  about,
  aha,
  atLeast,
  below,
  between,
  busy,
  crashing,
  heldAt,
  percent,
  plainWire,
  set,
  sinceFault,
  sinceSet,
  struck,
  undisturbed,
  users,
} from '../shorthand.ts';

/**
 * One machine of two processors computes pages (6.4 ms) and rows (1.5 ms): 7.9 ms for each request. The second machine stands there, and
 * nothing leads to it yet.
 */
const oneBox = draw({
  title: 'Web and database',
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: 200, patienceSeconds: 120 } },
    {
      id: 'web-1',
      kind: 'web-server',
      at: [280, 0],
      params: { cpuDynamicMs: 7.9, readsPerRequest: 3, service: 'exponential', threads: 100_000, queueLimit: 1_000_000, jobShare: 0 },
    },
    {
      id: 'db-1',
      kind: 'database',
      at: [560, 0],
      params: { replicas: 0, readsFrom: 'primary', cpuReadMs: 0.5, service: 'exponential' },
    },
  ],
  links: [['users-1', 'web-1', plainWire]],
  workload: { staticShare: 0, writeShare: 0 },
});

const split: readonly Move[] = [{ wire: ['web-1', 'db-1'] }, set('web-1', 'cpuDynamicMs', 6.4)];
const rate = (value: number): Move => set('users-1', 'ratePerSecond', value);
const theRate = { part: 'users-1', field: 'ratePerSecond' } as const;

const served: Measure = users('goodputPerSecond', sinceSet(10));
const web: Measure = busy('web-1', sinceSet(10));
const database: Measure = busy('db-1', sinceSet(10));
const lost: Measure = users('failedShare', sinceFault('crash', 3));
const capacity = { ask: 'number', unit: 'per-second', least: 0, most: 400, scale: 'linear', result: served } as const;

const howMany: readonly { id: string; right: Condition }[] = [
  { id: 'none', right: below(lost, 0.1) },
  { id: 'half', right: between(lost, 0.1, 0.9) },
  { id: 'all', right: atLeast(lost, 0.9) },
];

export const twoTiers: Lesson = {
  id: 'two-tiers',
  number: 2,
  minutes: 10,
  teaches: ['S45'],
  speed: 10,
  design: oneBox,
  steps: [
    {
      id: 'one-box',
      control: { runs: true },
      predict: { ...percent, result: web },
      done: { played: { seconds: 60 } },
      moves: [{ play: 61 }],
      numbers: [about('L2, ρ = 200 × 7.9 ms ÷ 2', web, 0.79, 0.03)],
      shown: { busy: { measure: web, unit: 'percent' } },
    },
    {
      id: 'too-much',
      control: theRate,
      predict: capacity,
      done: heldAt([['users-1', 'ratePerSecond', 280]], 60),
      moves: [rate(280), { play: 61 }],
      numbers: [about('L2, knee of one box', served, 253, 0.03)],
      shown: { served: { measure: served, unit: 'per-second' } },
    },
    {
      id: 'split',
      control: { part: 'web-1', field: 'cpuDynamicMs' },
      done: { all: [{ wired: ['web-1', 'db-1'] }, { setTo: { parts: 'web-1', field: 'cpuDynamicMs', value: 6.4 } }] },
      moves: split,
      shown: { cost: { measure: { of: 'design', figure: 'costPerMonthUsd' }, unit: 'usd' } },
    },
    {
      id: 'idle-database',
      control: { runs: true },
      predict: { ...percent, result: database },
      done: undisturbed(60),
      moves: [{ play: 61 }],
      numbers: [about('L2, ρ = 280 × 6.4 ms ÷ 2', web, 0.896, 0.03), about('L2, ρ = 280 × 1.5 ms ÷ 2', database, 0.21, 0.05)],
      shown: { web: { measure: web, unit: 'percent' }, database: { measure: database, unit: 'percent' } },
    },
    {
      id: 'new-knee',
      control: theRate,
      predict: capacity,
      done: heldAt([['users-1', 'ratePerSecond', 350]], 60),
      moves: [rate(350), { play: 61 }],
      numbers: [about('L2, knee of the web tier', served, 312, 0.03), about('L2, the database idles at', database, 0.234, 0.05)],
      shown: { served: { measure: served, unit: 'per-second' }, database: { measure: database, unit: 'percent' } },
    },
    {
      id: 'database-dies',
      control: { part: 'db-1' },
      predict: { ask: 'choice', answers: howMany },
      done: { all: [{ setTo: { parts: 'users-1', field: 'ratePerSecond', value: 200 } }, struck('crash', 'db-1', 20)] },
      moves: [rate(200), ...crashing('db-1', 0, 20, 20)],
      numbers: [aha('L2, either death is a total outage', lost, 1, 1)],
      shown: { failed: { measure: users('failed', sinceFault('crash')), unit: 'count' } },
    },
    {
      id: 'web-dies',
      control: { part: 'web-1' },
      predict: { ask: 'choice', answers: howMany },
      done: struck('crash', 'web-1', 20),
      moves: crashing('web-1', 0, 20, 20),
      numbers: [aha('L2, either death is a total outage', lost, 1, 1)],
    },
  ],
  quiz: [
    {
      id: 'knee',
      variants: [
        { cpu: 4, cpus: 2 },
        { cpu: 10, cpus: 4 },
        { cpu: 8, cpus: 2 },
      ].map(({ cpu, cpus }) => ({
        given: { cpu, cpus },
        moves: [...split, set('web-1', 'cpuDynamicMs', cpu), set('web-1', 'vcpu', cpus), rate(700), { play: 41 }],
      })),
      answer: { measure: users('goodputPerSecond', { from: 10 }), unit: 'per-second', within: 0.05 },
    },
  ],
};
