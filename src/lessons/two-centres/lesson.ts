/** L10: two data centres and the name that leads to them: how long leading people elsewhere takes, and who has room for them. */

import type { Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { Lesson, Move } from '../lesson.ts';
import { about, aha, below, busy, part, percent, quotient, set, sinceFault, struck, users } from '../shorthand.ts';

const people = (ratePerSecond: number) => ({ ratePerSecond, patienceSeconds: 5, resolvers: 200, ignoreTtlShare: 0 });
const servers = { vcpu: 4, cpuDynamicMs: 25, readsPerRequest: 0, jobShare: 0 } as const;

/**
 * 100 requests a second, a tenth of what the brief counts: 70 from the east, 30 from the west, each led to the near centre. Nobody tries
 * again, and every resolver forgets in time until it is told not to.
 */
const centres = draw({
  title: 'Two data centres',
  groups: [
    { id: 'dc-1', label: 'Users in the East', region: 'us-east', at: [-40, 0], size: [248, 176] },
    { id: 'dc-2', label: 'Users in the West', region: 'us-west', at: [-40, 240], size: [248, 176] },
    { id: 'dc-3', label: 'US East', region: 'us-east', at: [520, 0], size: [300, 176] },
    { id: 'dc-4', label: 'US West', region: 'us-west', at: [520, 240], size: [300, 176] },
  ],
  nodes: [
    { id: 'users-1', kind: 'users', at: [0, 64], group: 'dc-1', label: 'Users', params: people(70) },
    { id: 'users-2', kind: 'users', at: [0, 304], group: 'dc-2', label: 'Users', params: people(30) },
    { id: 'dns-1', kind: 'dns', at: [280, 184], label: 'Geo DNS', params: { policy: 'geo', geoErrorPercent: 0 } },
    { id: 'web-1', kind: 'web-server', at: [580, 64], group: 'dc-3', label: 'Web servers', params: servers },
    { id: 'web-2', kind: 'web-server', at: [580, 304], group: 'dc-4', label: 'Web servers', params: servers },
  ],
  links: [
    ['users-1', 'dns-1', { timeoutMs: 5000, retries: 0 }],
    ['users-2', 'dns-1', { timeoutMs: 5000, retries: 0 }],
    ['dns-1', 'web-1', { timeoutMs: 5000, retries: 0 }],
    ['dns-1', 'web-2', { timeoutMs: 5000, retries: 0 }],
  ],
  workload: { staticShare: 0, writeShare: 0 },
});

const toWest: Measure = quotient(
  part('web-2', 'arrived', 'sum', { from: 5 }),
  part({ kinds: ['web-server'] }, 'arrived', 'sum', { from: 5 }),
);
const failed: Measure = users('failed', sinceFault('hang'));
const west: Measure = busy('web-2', { last: 20 });
const failing: Measure = users('failedShare', { last: 20 });
const guessFailed = { ask: 'number', unit: 'count', least: 0, most: 20_000, scale: 'linear', result: failed } as const;
const shown = { failed: { measure: failed, unit: 'count' }, west: { measure: west, unit: 'percent' } } as const;

/** The east falls silent. */
const dark = (after: number): readonly Move[] => [
  { restart: true },
  { play: 30 },
  { act: { act: 'hang', node: 'web-1', instance: null } },
  { play: after + 1 },
];
const silentFor = (seconds: number) => struck('hang', 'web-1', seconds);
const tenth = 'The brief counts 1,000 requests a second; here a tenth of them come.';

export const twoCentres: Lesson = {
  id: 'two-centres',
  number: 10,
  minutes: 12,
  teaches: ['S16', 'S17', 'S18', 'S20', 'P17', 'P18'],
  speed: 10,
  design: centres,
  steps: [
    {
      id: 'near',
      control: { runs: true },
      predict: { ...percent, result: toWest },
      done: { played: { seconds: 60 } },
      moves: [{ play: 60 }],
      numbers: [about('S17, 70 to 30', toWest, 0.3, 0.06), about('L10, west before: 30 × 25 ms on 4', west, 0.19, 0.12)],
      shown: { share: { measure: toWest, unit: 'percent' }, west: { measure: west, unit: 'percent' } },
    },
    {
      id: 'dark',
      control: { part: 'web-1' },
      predict: guessFailed,
      done: silentFor(150),
      moves: dark(150),
      numbers: [
        aha(
          'L10, checks 30 s apart, time to live 60 s',
          failed,
          6400,
          8900,
          `${tenth} 76,500 are the mean over moments of the failure: detection takes 64 to 94 s.`,
        ),
      ],
      shown,
    },
    {
      id: 'short-lives',
      control: { part: 'dns-1', field: 'ttlSeconds' },
      predict: guessFailed,
      done: { all: [{ setTo: { parts: 'dns-1', field: 'ttlSeconds', value: 10 } }, silentFor(120)] },
      moves: [set('dns-1', 'ttlSeconds', 10), ...dark(120)],
      numbers: [aha('L10 Q, detection dominates: 70 × (64 to 94 s and 5 s)', failed, 4700, 7100)],
      shown,
    },
    {
      id: 'often-checked',
      control: { part: 'dns-1', field: 'checkSeconds' },
      predict: guessFailed,
      done: { all: [{ setTo: { parts: 'dns-1', field: 'checkSeconds', value: 10 } }, silentFor(60)] },
      moves: [set('dns-1', 'checkSeconds', 10), ...dark(60)],
      numbers: [
        aha('L10, checks 10 s apart, time to live 10 s', failed, 1900, 2800, tenth),
        about('L10, west: all of it', west, 0.625, 0.08),
      ],
      shown,
    },
    {
      id: 'stragglers',
      control: { part: 'users-1', field: 'ignoreTtlShare' },
      predict: { ...percent, result: failing },
      done: { all: [{ setTo: { parts: 'users-1', field: 'ignoreTtlShare', value: 5 } }, silentFor(120)] },
      moves: [set('users-1', 'ignoreTtlShare', 5), ...dark(120)],
      numbers: [
        aha(
          'P17, of the 5 % of seven in ten',
          failing,
          0.008,
          0.06,
          'Ten of 200 resolvers, by lot, each for an exponential time of 600 s: 0.7 × 5 % × e^(−120 ÷ 600) = 2.9 %, give or take.',
        ),
      ],
      shown: { failing: { measure: failing, unit: 'percent' } },
    },
    {
      id: 'no-room',
      control: { part: 'web-2', field: 'vcpu' },
      predict: { ...percent, result: failing },
      done: {
        all: [
          { setTo: { parts: 'users-1', field: 'ignoreTtlShare', value: 0 } },
          { setTo: { parts: 'web-2', field: 'vcpu', value: 2 } },
          silentFor(100),
        ],
      },
      moves: [set('users-1', 'ignoreTtlShare', 0), set('web-2', 'vcpu', 2), ...dark(100)],
      numbers: [aha('P18, 3.33 times its load is 1.25 of what it can do', west, 0.97, 1), aha('… and all wait too long', failing, 0.5, 1)],
      shown: { failing: { measure: failing, unit: 'percent' }, west: { measure: west, unit: 'percent' } },
    },
    {
      id: 'enough-room',
      control: { part: 'web-2', field: 'vcpu' },
      done: {
        all: [{ measure: { of: 'setting', parts: 'web-2', field: 'vcpu' }, is: '>=', value: 3 }, silentFor(100), below(failing, 0.01)],
      },
      moves: [set('web-2', 'vcpu', 3), ...dark(100)],
      numbers: [about('S18, 100 × 25 ms on 3', west, 0.83, 0.08)],
      shown: { west: { measure: west, unit: 'percent' } },
    },
  ],
  quiz: [
    {
      id: 'survivor',
      variants: [
        { east: 60, west: 40 },
        { east: 50, west: 30 },
        { east: 90, west: 20 },
      ].map((given) => ({
        given,
        moves: [
          set('users-1', 'ratePerSecond', given.east),
          set('users-2', 'ratePerSecond', given.west),
          set('dns-1', 'checkSeconds', 10),
          set('dns-1', 'ttlSeconds', 10),
          ...dark(70),
        ],
      })),
      answer: { measure: west, unit: 'percent', within: 0.1 },
    },
  ],
};
