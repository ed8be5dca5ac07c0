/** L15: what is measured, and what is said of it: who waits while nobody looks, what a mean hides, how late an alert is, what a log loses. */

import type { Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { Lesson, Move } from '../lesson.ts';
import { about, aha, below, part, plainWire, set, sinceFault, struck, users } from '../shorthand.ts';

/**
 * Above, one server that answers within 10 ms, and users who come a hundred a second, evenly. Below, ten servers of 20 ms behind a balancer
 * that looks after them seldom, and whom nobody visits yet. Monitor and log collector stand there unwired.
 */
const watched = draw({
  title: 'What is seen, and what is there',
  nodes: [
    {
      id: 'users-1',
      kind: 'users',
      at: [0, 0],
      params: { ratePerSecond: 100, arrivals: 'even', patienceSeconds: 60, people: 1, thinkSeconds: 0.001 },
    },
    {
      id: 'web-1',
      kind: 'web-server',
      at: [280, 0],
      params: { vcpu: 64, cpuDynamicMs: 10, service: 'fixed', readsPerRequest: 0, jobShare: 0, threads: 10_000, queueLimit: 1_000_000 },
    },
    { id: 'users-2', kind: 'users', at: [0, 200], params: { ratePerSecond: 0, patienceSeconds: 60 } },
    { id: 'lb-1', kind: 'load-balancer', at: [280, 200], params: { cpuMs: 0, checkSeconds: 300 } },
    {
      id: 'web-2',
      kind: 'web-server',
      at: [560, 200],
      label: 'Web servers',
      params: { instances: 10, vcpu: 64, cpuDynamicMs: 20, service: 'fixed', readsPerRequest: 0, jobShare: 0, threads: 10_000 },
    },
    { id: 'monitor-1', kind: 'monitor', at: [280, 400], params: { alertP99Ms: 0 } },
    { id: 'log-collector-1', kind: 'log-collector', at: [560, 400] },
  ],
  links: [
    ['users-1', 'web-1', plainWire],
    ['users-2', 'lb-1', plainWire],
    ['lb-1', 'web-2', { ...plainWire, timeoutMs: 2000 }],
  ],
  workload: { staticShare: 0, writeShare: 0 },
  // what the last step is to find
  scenario: [{ at: 200, act: 'slow', node: 'web-2', instance: 6, factor: 50, hidden: true }],
});

const all: Measure = users('p99Ms');
const slow: Measure = users('p99Ms', sinceFault('slow', 3));
/** Between the fault that nobody is told of and the earliest moment at which it may be mended. */
const whileSlow: Measure = users('p99Ms', { from: 205, to: 215 });
const detected: Measure = { of: 'incident', figure: 'detectionSeconds', which: 0 };
const lost: Measure = part('log-collector-1', 'lostLines', 'sum');
const guessMs = { ask: 'number', unit: 'ms', least: 1, most: 20_000, scale: 'log' } as const;
const guessSeconds = { ask: 'number', unit: 'seconds', least: 0, most: 300, scale: 'linear', result: detected } as const;

const stall: readonly Move[] = [
  { restart: true },
  { play: 30 },
  { act: { act: 'hang', node: 'web-1', instance: null } },
  { play: 10 },
  { act: { act: 'recover', node: 'web-1', instance: null } },
  { play: 61 },
];
const oneSilent = (after: number): readonly Move[] => [
  { restart: true },
  { play: 30 },
  { act: { act: 'hang', node: 'web-2', instance: 3 } },
  { play: after + 1 },
];
const is = (parts: string, field: string, value: string | number) => ({ setTo: { parts, field, value } }) as const;

export const seeIt: Lesson = {
  id: 'see-it',
  number: 15,
  minutes: 12,
  teaches: ['S32', 'S35', 'S37', 'P14', 'P24'],
  speed: 3,
  design: watched,
  steps: [
    {
      id: 'stall',
      control: { part: 'web-1' },
      predict: { ...guessMs, result: all },
      done: struck('recover', 'web-1', 60),
      moves: stall.slice(1),
      numbers: [about('L15, open loop', all, 9020, 0.02)],
      shown: { p99: { measure: all, unit: 'ms' } },
    },
    {
      id: 'polite',
      control: { part: 'users-1', field: 'loop' },
      predict: { ...guessMs, result: all },
      done: { all: [is('users-1', 'loop', 'closed'), struck('recover', 'web-1', 60)] },
      moves: [set('users-1', 'loop', 'closed'), ...stall],
      numbers: [about('L15, closed loop', all, 10, 0.05)],
      shown: { p99: { measure: all, unit: 'ms' }, asked: { measure: users('completed'), unit: 'count' } },
    },
    {
      id: 'one-slow',
      control: { part: 'web-2' },
      predict: { ...guessMs, result: slow },
      done: { all: [is('users-1', 'thinkSeconds', 3600), is('users-2', 'ratePerSecond', 200), struck('slow', 'web-2', 30)] },
      moves: [
        set('users-1', 'thinkSeconds', 3600),
        set('users-2', 'ratePerSecond', 200),
        { restart: true },
        { play: 10 },
        { act: { act: 'slow', node: 'web-2', instance: 3, factor: 50 } },
        { play: 31 },
      ],
      numbers: [
        about(
          'L15, all answers together',
          slow,
          1000,
          0.03,
          'The mean of the ten that is stated as 109 ms is of servers of 10 ms. Here nine take 20 ms and one 50 times as long: (9 × 20 + 1,000) ÷ 10 = 118.',
        ),
      ],
      shown: { p99: { measure: slow, unit: 'ms' } },
    },
    {
      id: 'told-late',
      control: { part: 'monitor-1' },
      predict: guessSeconds,
      done: { all: [{ wired: ['monitor-1', 'web-2'] }, struck('hang', 'web-2', 120)] },
      moves: [{ wire: ['monitor-1', 'web-2'] }, ...oneSilent(120)],
      numbers: [
        aha(
          'S37, 15 s between looks, 60 s that it must hold',
          detected,
          60,
          100,
          'A look waits 10 s for an answer, and rules are judged every 15 s: 60 s, and up to 40 more.',
        ),
      ],
      shown: { seconds: { measure: detected, unit: 'seconds' }, failed: { measure: users('failed'), unit: 'count' } },
    },
    {
      id: 'told-sooner',
      control: { part: 'monitor-1', field: 'forSeconds' },
      predict: guessSeconds,
      done: { all: [is('monitor-1', 'scrapeSeconds', 5), is('monitor-1', 'forSeconds', 10), struck('hang', 'web-2', 60)] },
      moves: [set('monitor-1', 'scrapeSeconds', 5), set('monitor-1', 'forSeconds', 10), ...oneSilent(60)],
      numbers: [aha('S37, 5 s between looks, 10 s that it must hold', detected, 10, 45)],
      shown: { seconds: { measure: detected, unit: 'seconds' }, failed: { measure: users('failed'), unit: 'count' } },
    },
    {
      id: 'last-words',
      control: { part: 'log-collector-1' },
      predict: { ask: 'number', unit: 'count', least: 0, most: 5000, scale: 'linear', result: lost },
      done: { all: [{ wired: ['log-collector-1', 'web-2'] }, struck('crash', 'web-2', 10)] },
      moves: [{ wire: ['log-collector-1', 'web-2'] }, { play: 28 }, { act: { act: 'crash', node: 'web-2', instance: 5 } }, { play: 11 }],
      numbers: [aha('S35, unshipped lines are lost: up to 5 s of 100 a second', lost, 1, 510)],
      shown: { lost: { measure: lost, unit: 'count' } },
    },
    {
      id: 'find-it',
      control: { part: 'web-2' },
      predict: { ...guessMs, result: whileSlow },
      done: {
        all: [
          { played: { seconds: 215 } },
          { played: { seconds: 12, since: { act: 'recover', parts: 'web-2' } } },
          below(users('p99Ms', { last: 8 }), 100),
        ],
      },
      moves: [{ restart: true }, { play: 230 }, { act: { act: 'recover', node: 'web-2', instance: 6 } }, { play: 13 }],
      numbers: [about('L15, one of ten is slow, and nobody said which', whileSlow, 1000, 0.05)],
      shown: { p99: { measure: whileSlow, unit: 'ms' }, after: { measure: users('p99Ms', { last: 8 }), unit: 'ms' } },
    },
  ],
  quiz: [
    {
      id: 'alert',
      variants: [
        { look: 15, hold: 120 },
        { look: 5, hold: 30 },
        { look: 30, hold: 240 },
      ].map((given) => ({
        given,
        moves: [
          { wire: ['monitor-1', 'web-2'] },
          set('users-2', 'ratePerSecond', 50),
          set('users-1', 'ratePerSecond', 0),
          set('monitor-1', 'scrapeSeconds', given.look),
          set('monitor-1', 'forSeconds', given.hold),
          ...oneSilent(given.hold + 90).slice(1),
        ],
      })),
      answer: { measure: detected, unit: 'seconds', within: 0.25 },
    },
  ],
};
