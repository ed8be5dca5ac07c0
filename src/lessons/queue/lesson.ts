/** L9: a message queue parts those who ask from those who work: who may be away, what piles up, and what can be lost. */

import type { Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { Lesson, Move } from '../lesson.ts';
import { about, aha, atLeast, heldAt, part, plainWire, set, sinceFault, struck, users } from '../shorthand.ts';

/**
 * A hundred photos a second, 2 s of work each. Fifteen workers do twenty at a time each: 150 a second. At first the web servers call them
 * and wait. The queue stands there and nothing leads to it yet. Photos come evenly, so that backlogs are round numbers.
 */
const direct = draw({
  title: 'Photos, called and queued',
  seconds: 7200,
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 80], params: { ratePerSecond: 100, arrivals: 'even', patienceSeconds: 60 } },
    {
      id: 'web-1',
      kind: 'web-server',
      at: [260, 80],
      label: 'Web servers',
      params: { vcpu: 64, cpuDynamicMs: 5, service: 'fixed', threads: 10_000, queueLimit: 1_000_000 },
    },
    { id: 'queue-1', kind: 'queue', at: [520, 160], params: { maxBacklog: 10_000_000 } },
    {
      id: 'worker-1',
      kind: 'worker',
      at: [780, 80],
      label: 'Photo workers',
      params: { instances: 15, concurrency: 20, jobMs: 2000, service: 'fixed', prefetch: 0 },
    },
  ],
  links: [
    ['users-1', 'web-1', plainWire],
    ['web-1', 'worker-1', { ...plainWire, timeoutMs: 60_000 }],
  ],
  workload: { staticShare: 0, writeShare: 0, uploadShare: 100, keySkew: 0 },
});

const queued: readonly Move[] = [{ unwire: ['web-1', 'worker-1'] }, { wire: ['web-1', 'queue-1'] }, { wire: ['queue-1', 'worker-1'] }];
const workersDie: Move = { act: { act: 'crash', node: 'worker-1', instance: null } };
const brokerDies: Move = { act: { act: 'crash', node: 'queue-1', instance: null } };
const workersReturn: Move = { act: { act: 'recover', node: 'worker-1', instance: null } };

const median: Measure = users('p50Ms');
const failed: Measure = users('failed', sinceFault('crash'));
const accepted: Measure = users('p99Ms');
const backlog: Measure = part('queue-1', 'backlog', 'last');
const lost: Measure = part('queue-1', 'lostMessages', 'sum');
const dropped: Measure = part('worker-1', 'jobsLost', 'sum');

export const queue: Lesson = {
  id: 'queue',
  number: 9,
  minutes: 12,
  teaches: ['S25', 'S26', 'S28', 'S29', 'S30', 'S31', 'S43', 'P9'],
  speed: 20,
  design: direct,
  steps: [
    {
      id: 'called',
      control: { runs: true },
      predict: { ask: 'number', unit: 'ms', least: 1, most: 10_000, scale: 'log', result: median },
      done: { played: { seconds: 30 } },
      moves: [{ play: 30 }],
      numbers: [aha('S26, called directly', median, 2000, 2100)],
      shown: { median: { measure: median, unit: 'ms' } },
    },
    {
      id: 'workers-die',
      control: { part: 'worker-1' },
      predict: { ask: 'number', unit: 'count', least: 0, most: 10_000, scale: 'linear', result: failed },
      done: struck('crash', 'worker-1', 60),
      moves: [workersDie, { play: 61 }],
      numbers: [aha('S29, direct: 100 errors a second', failed, 5600, 6200)],
      shown: { failed: { measure: failed, unit: 'count' } },
    },
    {
      id: 'queue-between',
      control: { part: 'web-1' },
      predict: { ask: 'number', unit: 'ms', least: 1, most: 10_000, scale: 'log', result: accepted },
      done: {
        all: [
          { wired: ['web-1', 'queue-1'] },
          { wired: ['queue-1', 'worker-1'] },
          { not: { wired: ['web-1', 'worker-1'] } },
          { played: { seconds: 30 } },
        ],
      },
      moves: [...queued, { play: 30 }],
      numbers: [aha('S26, accepted', accepted, 5, 20)],
      shown: { accepted: { measure: accepted, unit: 'ms' } },
    },
    {
      id: 'outage',
      control: { part: 'worker-1' },
      predict: { ask: 'number', unit: 'count', least: 0, most: 60_000, scale: 'linear', result: backlog },
      done: struck('crash', 'worker-1', 300),
      moves: [workersDie, { play: 300 + 1 }],
      numbers: [about('L9, backlog after 300 s', backlog, 30_000, 0.02), aha('L9, user errors', failed, 0, 0)],
      shown: { backlog: { measure: backlog, unit: 'count' }, failed: { measure: failed, unit: 'count' } },
    },
    {
      id: 'drain',
      control: { part: 'worker-1' },
      predict: { ask: 'number', unit: 'count', least: 0, most: 60_000, scale: 'linear', result: backlog },
      done: struck('recover', 'worker-1', 300),
      moves: [workersReturn, { play: 301 }],
      numbers: [about('L9, drains at 50 a second, 600 s in all', backlog, 15_000, 0.04)],
      shown: { backlog: { measure: backlog, unit: 'count' } },
    },
    {
      id: 'double',
      control: { part: 'worker-1', field: 'instances' },
      predict: { ask: 'number', unit: 'count', least: 0, most: 60_000, scale: 'linear', result: backlog },
      done: heldAt([['worker-1', 'instances', 20]], 100),
      moves: [set('worker-1', 'instances', 20), { play: 101 }],
      numbers: [about('P9, N·μ − λ', backlog, 5000, 0.1)],
      shown: { backlog: { measure: backlog, unit: 'count' } },
    },
    {
      id: 'broker-dies',
      control: { part: 'queue-1' },
      predict: { ask: 'number', unit: 'count', least: 0, most: 10_000, scale: 'linear', result: lost },
      done: struck('crash', 'queue-1', 5),
      moves: [brokerDies, { play: 6 }],
      numbers: [aha('S25, written down before it is acknowledged: lost', lost, 0, 0)],
      shown: { lost: { measure: lost, unit: 'count' } },
    },
    {
      id: 'in-memory',
      control: { part: 'queue-1', field: 'durable' },
      predict: { ask: 'number', unit: 'count', least: 0, most: 10_000, scale: 'linear', result: lost },
      done: {
        all: [
          { setTo: { parts: 'queue-1', field: 'durable', value: false } },
          { happened: { act: 'recover', parts: 'queue-1' } },
          { played: { seconds: 5, since: { act: 'crash', parts: 'queue-1' } } },
          atLeast(lost, 1),
        ],
      },
      moves: [
        { act: { act: 'recover', node: 'queue-1', instance: null } },
        set('queue-1', 'durable', false),
        { play: 20 },
        brokerDies,
        { play: 6 },
      ],
      numbers: [aha('S25, in memory: the whole backlog, which was', lost, 2500, 5000)],
      shown: { lost: { measure: lost, unit: 'count' } },
    },
    {
      id: 'too-early',
      control: { part: 'worker-1', field: 'ackMode' },
      predict: { ask: 'number', unit: 'count', least: 0, most: 2000, scale: 'linear', result: dropped },
      done: {
        all: [{ setTo: { parts: 'worker-1', field: 'ackMode', value: 'before' } }, struck('crash', 'worker-1', 3), atLeast(dropped, 1)],
      },
      moves: [
        set('queue-1', 'durable', true),
        set('worker-1', 'ackMode', 'before'),
        { restart: true },
        { play: 30 },
        workersDie,
        { play: 4 },
      ],
      numbers: [about('S25, acknowledged before the work: what was in hand, 100 a second × 2 s', dropped, 200, 0.1)],
      shown: { dropped: { measure: dropped, unit: 'count' } },
    },
  ],
  quiz: [
    {
      id: 'drain',
      variants: [12, 14, 10].map((workers) => ({
        given: { workers },
        moves: [...queued, set('worker-1', 'instances', workers), workersDie, { play: 60 }, workersReturn, { play: 100 }],
      })),
      answer: { measure: backlog, unit: 'count', within: 0.07 },
    },
  ],
};
