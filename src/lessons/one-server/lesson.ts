/**
 * One box with two processors that runs web and database together: how long the slowest hundredth waits as the load comes near to what the
 * box can do. Every request takes 7.9 ms of a processor, exponentially, so it does 2 / 7.9 ms = 253 a second and is the textbook's M/M/2.
 */

import type { Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { AhaNumber, Lesson, Move } from '../lesson.ts';

/** From the last change of the load on, but for the seconds in which the line finds its length. */
const settled = (skip: number) => ({ since: { act: 'set', parts: 'users-1' }, skip });
const p99 = (skip: number): Measure => ({ of: 'users', figure: 'p99Ms', over: settled(skip) });
const busy: Measure = { of: 'part', parts: 'box-1', column: 'utilization', take: 'mean', over: settled(10) };
const waiting: Measure = { of: 'part', parts: 'box-1', column: 'queue', take: 'last' };
const rate: Measure = { of: 'setting', parts: 'users-1', field: 'ratePerSecond' };

const load = (ratePerSecond: number, seconds: number): Move[] => [{ set: ['users-1', 'ratePerSecond', ratePerSecond] }, { play: seconds }];
const loaded = (ratePerSecond: number, seconds: number) =>
  ({
    all: [{ measure: rate, is: '=', value: ratePerSecond }, { played: { seconds, since: { act: 'set', parts: 'users-1' } } }],
  }) as const;

const curve = (skip: number, least: number, most: number, derivation?: string): AhaNumber => ({
  source: 'L1',
  goal: { measure: p99(skip), is: '>', value: 0 },
  least,
  most,
  ...(derivation === undefined ? {} : { derivation }),
});

const theRate = { part: 'users-1', field: 'ratePerSecond' } as const;
const milliseconds = { ask: 'number', unit: 'ms', least: 10, most: 10_000, scale: 'log' } as const;
const shownTail = (skip: number) => ({ p99: { measure: p99(skip), unit: 'ms' }, busy: { measure: busy, unit: 'percent' } }) as const;

export const oneServer: Lesson = {
  id: 'one-server',
  number: 1,
  minutes: 10,
  teaches: ['S45'],
  speed: 20,
  design: draw({
    title: 'One server',
    seconds: 7200,
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: 100 } },
      { id: 'dns-1', kind: 'dns', at: [260, 0], label: 'DNS', params: { policy: 'single' } },
      {
        id: 'box-1',
        kind: 'web-server',
        at: [520, 0],
        label: 'Web and database',
        params: {
          vcpu: 2,
          cpuDynamicMs: 7.9,
          service: 'exponential',
          readsPerRequest: 0,
          jobShare: 0,
          threads: 10_000,
          queueLimit: 100_000,
        },
      },
    ],
    links: [
      ['users-1', 'dns-1', { rttMs: 0.5, retries: 0 }],
      ['dns-1', 'box-1', { rttMs: 0.5 }],
    ],
    workload: { staticShare: 0 },
  }),
  steps: [
    {
      id: 'calm',
      control: { runs: true },
      predict: { ...milliseconds, result: p99(10) },
      done: { played: { seconds: 60 } },
      moves: [{ play: 60 }],
      numbers: [curve(10, 38, 45)],
      shown: shownTail(10),
    },
    {
      id: 'twice',
      control: theRate,
      predict: { ...milliseconds, result: p99(10) },
      done: loaded(200, 90),
      moves: load(200, 90),
      numbers: [curve(10, 80, 105)],
      shown: shownTail(10),
    },
    {
      id: 'an-eighth-more',
      control: theRate,
      predict: {
        ask: 'choice',
        answers: [
          { id: 'as-much', right: { measure: p99(10), is: '<', value: 110 } },
          {
            id: 'a-third',
            right: {
              all: [
                { measure: p99(10), is: '>=', value: 110 },
                { measure: p99(10), is: '<', value: 135 },
              ],
            },
          },
          { id: 'nearly-twice', right: { measure: p99(10), is: '>=', value: 135 } },
        ],
      },
      done: loaded(225, 300),
      moves: load(225, 300),
      numbers: [curve(10, 130, 205)],
      shown: shownTail(10),
    },
    {
      id: 'near-the-edge',
      control: theRate,
      predict: { ...milliseconds, result: p99(20) },
      done: loaded(240, 300),
      moves: load(240, 300),
      numbers: [curve(20, 250, 520)],
      shown: shownTail(20),
    },
    {
      id: 'four-percent',
      control: theRate,
      predict: { ...milliseconds, result: p99(60) },
      done: loaded(250, 600),
      moves: load(250, 600),
      numbers: [
        curve(
          60,
          600,
          2600,
          'At 250 a second the line finds its length over minutes (1 / (mu (1 - sqrt rho)^2) = 100 s), so ten minutes show 1.5 s only within a factor of two.',
        ),
      ],
      shown: shownTail(60),
    },
    {
      id: 'beyond',
      control: theRate,
      predict: {
        ask: 'choice',
        answers: [
          { id: 'settles', right: { measure: waiting, is: '<', value: 800 } },
          { id: 'grows', right: { measure: waiting, is: '>=', value: 800 } },
        ],
      },
      done: loaded(260, 240),
      moves: load(260, 240),
      numbers: [{ source: 'L1', goal: { measure: waiting, is: '>', value: 0 }, least: 1000, most: 3000 }],
      shown: { waiting: { measure: waiting, unit: 'count' }, ...shownTail(60) },
    },
    {
      id: 'your-own',
      control: theRate,
      done: {
        all: [
          { measure: rate, is: '>=', value: 180 },
          { measure: p99(60), is: '<=', value: 100 },
          { played: { seconds: 120, since: { act: 'set', parts: 'users-1' } } },
        ],
      },
      moves: load(195, 150),
      shown: { rate: { measure: rate, unit: 'per-second' }, ...shownTail(60) },
    },
  ],
  quiz: [
    {
      id: 'busy',
      variants: [
        { given: { rate: 150, cpus: 2, cpu: 8 }, rate: 150, vcpu: 2, cpuMs: 8 },
        { given: { rate: 300, cpus: 4, cpu: 10 }, rate: 300, vcpu: 4, cpuMs: 10 },
        { given: { rate: 90, cpus: 2, cpu: 20 }, rate: 90, vcpu: 2, cpuMs: 20 },
      ].map(({ given, rate: ratePerSecond, vcpu, cpuMs }) => ({
        given,
        moves: [{ set: ['box-1', 'vcpu', vcpu] }, { set: ['box-1', 'cpuDynamicMs', cpuMs] }, ...load(ratePerSecond, 120)] satisfies Move[],
      })),
      answer: { measure: busy, unit: 'percent', within: 0.06 },
    },
    {
      id: 'tail',
      variants: [120, 180, 215].map((ratePerSecond) => ({ given: { rate: ratePerSecond }, moves: load(ratePerSecond, 300) })),
      answer: { measure: p99(10), unit: 'ms', within: 0.35 },
    },
  ],
};
