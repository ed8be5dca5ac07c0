/** L16: one silent part and all that wait for it; and retries that keep an overload alive when its cause is long gone. */

import type { Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { Lesson, Move } from '../lesson.ts';
import { about, aha, part, percent, set, struck, users } from '../shorthand.ts';

/** 300 requests a second, whatever they are for; who waits is kept in line. */
const perRequest = 1000 / 300;

/**
 * Above, a page put together by services: feeds ask the user and the media service at once, and nobody is in a hurry. Below, apart from
 * it, a checkout that nobody visits yet: one server of 300 a second, and callers with a second of patience and three retries.
 */
const split = draw({
  title: 'Services, and what they do to each other',
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 140], params: { ratePerSecond: 200 } },
    { id: 'web-1', kind: 'web-server', at: [260, 140], label: 'Web servers', params: { vcpu: 4, jobShare: 0 } },
    { id: 'feed-1', kind: 'service', at: [520, 0], label: 'Feed service', params: { vcpu: 4, calling: 'at-once', fallback: false } },
    { id: 'user-1', kind: 'service', at: [780, 140], label: 'User service', params: { vcpu: 4, readsPerRequest: 0 } },
    { id: 'media-1', kind: 'service', at: [780, 280], label: 'Media service', params: { vcpu: 4, readsPerRequest: 0 } },
    { id: 'users-2', kind: 'users', at: [0, 480], params: { ratePerSecond: 0, patienceSeconds: 60 } },
    {
      id: 'web-2',
      kind: 'web-server',
      at: [520, 480],
      params: {
        vcpu: 1,
        cpuDynamicMs: perRequest,
        cpuFeedMs: perRequest,
        cpuLoginMs: perRequest,
        service: 'exponential',
        readsPerRequest: 0,
        jobShare: 0,
        threads: 1,
        queueLimit: 1_000_000,
      },
    },
  ],
  links: [
    ['users-1', 'web-1', { timeoutMs: 5000, retries: 0 }],
    ['web-1', 'feed-1', { timeoutMs: 0, carries: 'feed' }],
    ['web-1', 'user-1', { timeoutMs: 0 }],
    ['web-1', 'media-1', { timeoutMs: 0, carries: 'upload' }],
    ['feed-1', 'user-1', { timeoutMs: 0 }],
    ['feed-1', 'media-1', { timeoutMs: 0 }],
    ['users-2', 'web-2', { delay: 'none', timeoutMs: 1000, retries: 3, backoffMs: 0 }],
  ],
  workload: { staticShare: 0, writeShare: 0, feedShare: 50, loginShare: 5, uploadShare: 5 },
});

const failing: Measure = { of: 'users', figure: 'failedShare', only: 'users-1', over: { last: 15 } };
const feeds: Measure = { of: 'users', figure: 'availability', class: 'feed', over: { last: 30 } };
const p99: Measure = users('p99Ms', { from: 5 });
const buys: Measure = { of: 'users', figure: 'goodputPerSecond', only: 'users-2', over: { last: 30 } };
const attempts: Measure = part('web-2', 'arrived', 'mean', { last: 30 });
const guessFailing = { ...percent, result: failing } as const;
const guessBuys = { ask: 'number', unit: 'per-second', least: 0, most: 400, scale: 'linear', result: buys } as const;

const mediaSilent: readonly Move[] = [
  { restart: true },
  { play: 20 },
  { act: { act: 'hang', node: 'media-1', instance: null } },
  { play: 46 },
];
const stumble: readonly Move[] = [
  { restart: true },
  { play: 30 },
  { act: { act: 'hang', node: 'web-2', instance: null } },
  { play: 10 },
  { act: { act: 'recover', node: 'web-2', instance: null } },
  { play: 61 },
];
const wire = (from: string, to: string, field: string, value: number | boolean) => ({ wireSetTo: { from, to, field, value } }) as const;
const shownFailing = { failing: { measure: failing, unit: 'percent' } } as const;
const shownBuys = { buys: { measure: buys, unit: 'per-second' }, attempts: { measure: attempts, unit: 'per-second' } } as const;
const patient: readonly Move[] = [
  { setWire: ['feed-1', 'media-1', 'timeoutMs', 200] },
  { setWire: ['web-1', 'media-1', 'timeoutMs', 200] },
];
const impatient = [wire('feed-1', 'media-1', 'timeoutMs', 200), wire('web-1', 'media-1', 'timeoutMs', 200)] as const;
const onlyBuyers = { setTo: { parts: 'users-2', field: 'ratePerSecond', value: 280 } } as const;
const mended = struck('recover', 'web-2', 60);

export const services: Lesson = {
  id: 'services',
  number: 16,
  minutes: 12,
  teaches: ['S74', 'P2'],
  speed: 5,
  design: split,
  steps: [
    {
      id: 'calm',
      control: { runs: true },
      predict: { ask: 'number', unit: 'ms', least: 1, most: 10_000, scale: 'log', result: p99 },
      done: { played: { seconds: 30 } },
      moves: [{ play: 30 }],
      numbers: [aha('S74, before: nobody fails', failing, 0, 0)],
      shown: { p99: { measure: p99, unit: 'ms' } },
    },
    {
      id: 'silent',
      control: { part: 'media-1' },
      predict: guessFailing,
      done: struck('hang', 'media-1', 45),
      moves: mediaSilent,
      numbers: [aha('L16, without a timeout all threads are taken', failing, 0.97, 1)],
      shown: shownFailing,
    },
    {
      id: 'timeout',
      control: { wire: ['feed-1', 'media-1'], field: 'timeoutMs' },
      predict: guessFailing,
      done: { all: [...impatient, struck('hang', 'media-1', 45)] },
      moves: [...patient, ...mediaSilent],
      numbers: [about('S74, feeds (50 %) and uploads (5 %)', failing, 0.55, 0.06)],
      shown: shownFailing,
    },
    {
      id: 'fallback',
      control: { part: 'feed-1', field: 'fallback' },
      predict: guessFailing,
      done: { all: [{ setTo: { parts: 'feed-1', field: 'fallback', value: true } }, ...impatient, struck('hang', 'media-1', 45)] },
      moves: [set('feed-1', 'fallback', true), ...mediaSilent],
      numbers: [aha('S74, uploads alone', failing, 0.035, 0.065), aha('L16, feeds: 99 % and more', feeds, 0.99, 1.01)],
      shown: { ...shownFailing, feeds: { measure: feeds, unit: 'percent' } },
    },
    {
      id: 'storm',
      control: { part: 'web-2' },
      predict: guessBuys,
      done: { all: [onlyBuyers, mended] },
      moves: [set('users-1', 'ratePerSecond', 0), set('users-2', 'ratePerSecond', 280), ...stumble],
      numbers: [aha('P2, three retries: never again', buys, 0, 0.5), about('P2, attempts, 280 × 4', attempts, 1120, 0.03)],
      shown: shownBuys,
    },
    {
      id: 'short-line',
      control: { part: 'web-2', field: 'queueLimit' },
      predict: guessBuys,
      done: { all: [onlyBuyers, { setTo: { parts: 'web-2', field: 'queueLimit', value: 100 } }, mended] },
      moves: [set('web-2', 'queueLimit', 100), ...stumble],
      numbers: [about('P2, a line of 100', buys, 278, 0.03)],
      shown: shownBuys,
    },
    {
      id: 'breaker',
      control: { wire: ['users-2', 'web-2'], field: 'breaker' },
      predict: guessBuys,
      done: {
        all: [
          onlyBuyers,
          { setTo: { parts: 'web-2', field: 'queueLimit', value: 1_000_000 } },
          wire('users-2', 'web-2', 'breaker', true),
          wire('users-2', 'web-2', 'breakerOpenSeconds', 10),
          mended,
        ],
      },
      moves: [
        set('web-2', 'queueLimit', 1_000_000),
        { setWire: ['users-2', 'web-2', 'breaker', true] },
        { setWire: ['users-2', 'web-2', 'breakerOpenSeconds', 10] },
        ...stumble,
      ],
      numbers: [about('P2, a breaker: half of 100 calls, open for 10 s', buys, 278, 0.03)],
      shown: shownBuys,
    },
  ],
  quiz: [
    {
      id: 'attempts',
      variants: [
        { load: 280, retries: 1 },
        { load: 280, retries: 2 },
        { load: 200, retries: 3 },
      ].map((given) => ({
        given,
        moves: [
          set('users-1', 'ratePerSecond', 0),
          set('users-2', 'ratePerSecond', given.load),
          { setWire: ['users-2', 'web-2', 'retries', given.retries] },
          ...stumble,
        ],
      })),
      answer: { measure: attempts, unit: 'per-second', within: 0.06 },
    },
  ],
};
