/** L3: servers side by side behind a balancer, one to spare, and how soon a dead one is left out. */

import type { Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { Lesson } from '../lesson.ts';
import {
  about,
  aha,
  atLeast,
  below,
  between,
  busy,
  crashing,
  heldAt,
  part,
  percent,
  plainWire,
  set,
  sinceFault,
  sinceSet,
  struck,
  users,
} from '../shorthand.ts';

/** A balancer with one server behind it, of two processors; 6.4 ms for each page, so 312 a second. Callers wait 10 s at most. */
const oneServer = draw({
  title: 'Servers side by side',
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 0], params: { ratePerSecond: 400, patienceSeconds: 120 } },
    { id: 'lb-1', kind: 'load-balancer', at: [260, 0], params: { cpuMs: 0 } },
    {
      id: 'web-1',
      kind: 'web-server',
      at: [520, 0],
      params: { cpuDynamicMs: 6.4, readsPerRequest: 0, service: 'exponential', threads: 100_000, queueLimit: 1_000_000 },
    },
  ],
  links: [
    ['users-1', 'lb-1', plainWire],
    ['lb-1', 'web-1', { ...plainWire, timeoutMs: 10_000 }],
  ],
  workload: { staticShare: 0, writeShare: 0 },
});

const served: Measure = users('goodputPerSecond', sinceSet(10));
const each: Measure = busy('web-1', sinceSet(10));
const p99: Measure = users('p99Ms', sinceSet(10));
const waiting: Measure = part('web-1', 'queue', 'last');
const failed: Measure = users('failed', sinceFault('crash'));
const slowest: Measure = users('p99Ms', sinceFault('hang'));
const guessFailed = { ask: 'number', unit: 'count', least: 0, most: 10_000, scale: 'linear', result: failed } as const;

export const balancer: Lesson = {
  id: 'balancer',
  number: 3,
  minutes: 12,
  teaches: ['S01', 'S06', 'S51', 'S69'],
  speed: 10,
  design: oneServer,
  steps: [
    {
      id: 'one',
      control: { runs: true },
      predict: { ask: 'number', unit: 'per-second', least: 0, most: 500, scale: 'linear', result: served },
      done: { played: { seconds: 30 } },
      moves: [{ play: 30 }],
      numbers: [about('S06, 2 × 1000 ÷ 6.4 ms', served, 312.5, 0.04)],
      shown: { served: { measure: served, unit: 'per-second' } },
    },
    {
      id: 'four',
      control: { part: 'web-1', field: 'instances' },
      predict: { ...percent, result: each },
      done: heldAt(
        [
          ['web-1', 'instances', 4],
          ['users-1', 'ratePerSecond', 1000],
        ],
        60,
      ),
      moves: [set('web-1', 'instances', 4), set('users-1', 'ratePerSecond', 1000), { restart: true }, { play: 61 }],
      numbers: [
        about('L3, four servers at 1,000/s', each, 0.8, 0.03),
        about(
          'L3, p99 of four servers',
          p99,
          52.5,
          0.1,
          'The 33 ms stated are of one line for all eight processors (M/M/8); by turns each server has a line of its own (E4/M/2 at 0.8), which has 52.5 ms.',
        ),
      ],
      shown: { busy: { measure: each, unit: 'percent' }, p99: { measure: p99, unit: 'ms' } },
    },
    {
      id: 'three',
      control: { part: 'web-1', field: 'instances' },
      predict: {
        ask: 'choice',
        answers: [
          { id: 'fine', right: below(waiting, 100) },
          { id: 'slower', right: between(waiting, 100, 800) },
          { id: 'grows', right: atLeast(waiting, 800) },
        ],
      },
      done: heldAt([['web-1', 'instances', 3]], 40),
      moves: [set('web-1', 'instances', 3), { play: 41 }],
      numbers: [
        about('L3, three servers at 1.07: served', served, 937.5, 0.03),
        aha('S01, the line grows by 62.5 a second', waiting, 40 * 62.5 - 900, 40 * 62.5 + 900),
      ],
      shown: { served: { measure: served, unit: 'per-second' }, waiting: { measure: waiting, unit: 'count' } },
    },
    {
      id: 'crash',
      control: { part: 'web-1' },
      predict: guessFailed,
      done: {
        all: [
          { setTo: { parts: 'web-1', field: 'instances', value: 4 } },
          { setTo: { parts: 'users-1', field: 'ratePerSecond', value: 400 } },
          struck('crash', 'web-1', 75),
        ],
      },
      moves: [set('web-1', 'instances', 4), set('users-1', 'ratePerSecond', 400), ...crashing('web-1', 3, 20, 75)],
      numbers: [aha('L3, checks 30 s apart, two of them', failed, 3000, 6500)],
      shown: { failed: { measure: failed, unit: 'count' } },
    },
    {
      id: 'check-faster',
      control: { part: 'lb-1', field: 'checkSeconds' },
      predict: guessFailed,
      done: { all: [{ setTo: { parts: 'lb-1', field: 'checkSeconds', value: 5 } }, struck('crash', 'web-1', 30)] },
      moves: [set('lb-1', 'checkSeconds', 5), ...crashing('web-1', 3, 20, 30)],
      numbers: [
        aha(
          'L3, checks 5 s apart, two of them',
          failed,
          500,
          1050,
          'The 950 stated are of a silent server, whose checks also wait 2 s for an answer. A crash refuses at once: 5 to 10 s times 100 a second.',
        ),
      ],
      shown: { failed: { measure: failed, unit: 'count' } },
    },
    {
      id: 'try-next',
      control: { part: 'lb-1', field: 'retryNext' },
      predict: guessFailed,
      done: {
        all: [
          { setTo: { parts: 'lb-1', field: 'maxFails', value: 1 } },
          { setTo: { parts: 'lb-1', field: 'retryNext', value: 1 } },
          struck('crash', 'web-1', 30),
        ],
      },
      moves: [set('lb-1', 'maxFails', 1), set('lb-1', 'retryNext', 1), ...crashing('web-1', 3, 20, 30)],
      numbers: [aha('L3, one failure is enough, and the next one is tried', failed, 0, 4)],
      shown: { failed: { measure: failed, unit: 'count' } },
    },
    {
      id: 'silence',
      control: { part: 'web-1' },
      predict: { ask: 'number', unit: 'ms', least: 10, most: 100_000, scale: 'log', result: slowest },
      done: struck('hang', 'web-1', 60),
      moves: [{ restart: true }, { play: 20 }, { act: { act: 'hang', node: 'web-1', instance: 3 } }, { play: 61 }],
      numbers: [aha('L3 T, silence: the patience of the wire', slowest, 9500, 11_000)],
      shown: { p99: { measure: slowest, unit: 'ms' } },
    },
  ],
  quiz: [
    {
      id: 'spare',
      variants: [5, 3, 8].map((servers) => ({
        given: { servers },
        moves: [set('web-1', 'instances', servers - 1), set('users-1', 'ratePerSecond', servers * 330), { play: 30 }],
      })),
      answer: { measure: users('goodputPerSecond', { from: 10 }), unit: 'per-second', within: 0.05 },
    },
  ],
};
