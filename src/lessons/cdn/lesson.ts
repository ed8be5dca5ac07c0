/** L6: files near the users: what that spares them, what it spares the origin, and what it cannot mend. */

import type { Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { Lesson } from '../lesson.ts';
import { about, afreshAt, aha, part, percent, plainWire, quotient, set, sinceFault, struck } from '../shorthand.ts';

/** Wires that cross regions take what the map says, always the same. */
const far = { ...plainWire, delay: 'fixed' } as const;

/**
 * One site in the eastern US, half of its users there and half in Korea, 178 ms away. 463 requests a second, a tenth of the 4,630 that a
 * million daily users ask for, and 2,000 files, all equally wanted: shares, waits and factors are the same. The edge is wired to the site,
 * and nobody to the edge.
 */
const site = draw({
  title: 'Files near the users',
  groups: [
    { id: 'dc-1', label: 'Users in Korea', region: 'seoul', at: [-40, 0], size: [248, 176] },
    { id: 'dc-2', label: 'US East', region: 'us-east', at: [560, 0], size: [440, 420] },
  ],
  nodes: [
    {
      id: 'users-1',
      kind: 'users',
      at: [0, 64],
      group: 'dc-1',
      label: 'Korean users',
      params: { ratePerSecond: 231.5, patienceSeconds: 60 },
    },
    { id: 'users-2', kind: 'users', at: [640, 280], group: 'dc-2', label: 'Users', params: { ratePerSecond: 231.5, patienceSeconds: 60 } },
    { id: 'cdn-1', kind: 'cdn', at: [300, 280], params: { uncacheableShare: 5, capacityFiles: 5000, serviceMs: 0, fileSpread: 0 } },
    {
      id: 'web-1',
      kind: 'web-server',
      at: [720, 64],
      group: 'dc-2',
      label: 'Web servers',
      params: { vcpu: 64, service: 'fixed', readsPerRequest: 0, threads: 10_000, jobShare: 0 },
    },
  ],
  links: [
    ['users-1', 'web-1', far],
    ['users-2', 'web-1', far],
    ['cdn-1', 'web-1', far],
  ],
  workload: { staticShare: 100, writeShare: 0, staticFiles: 2000, staticSkew: 0, keys: 1000, keySkew: 0 },
});

const over = { last: 20 } as const;
const korea: Measure = { of: 'users', figure: 'meanMs', only: 'users-1', over };
const origin: Measure = part('web-1', 'arrived', 'mean', over);
const hits: Measure = quotient(part('cdn-1', 'hits', 'sum', over), part('cdn-1', 'arrived', 'sum', over));
const rush: Measure = part('web-1', 'arrived', 'most', sinceFault('strike'));
const guessMs = { ask: 'number', unit: 'ms', least: 1, most: 1000, scale: 'log', result: korea } as const;
const shownBoth = { korea: { measure: korea, unit: 'ms' }, origin: { measure: origin, unit: 'per-second' } } as const;

export const cdn: Lesson = {
  id: 'cdn',
  number: 6,
  minutes: 10,
  teaches: ['S04', 'S05', 'S72'],
  speed: 10,
  design: site,
  steps: [
    {
      id: 'far',
      control: { runs: true },
      predict: guessMs,
      done: { played: { seconds: 30 } },
      moves: [{ play: 30 }],
      numbers: [aha('L6, from Seoul to the eastern US', korea, 178, 189)],
      shown: shownBoth,
    },
    {
      id: 'near',
      control: { part: 'users-1' },
      predict: guessMs,
      done: { all: [{ wired: ['users-1', 'cdn-1'] }, { wired: ['users-2', 'cdn-1'] }, { played: { seconds: 60 } }] },
      moves: [{ wire: ['users-1', 'cdn-1'] }, { wire: ['users-2', 'cdn-1'] }, { play: 60 }],
      numbers: [about('L6, static files in Seoul', korea, 19, 0.12), about('L6, what the origin is asked for: 463 to', origin, 23.2, 0.15)],
      shown: shownBoth,
    },
    {
      id: 'short-lives',
      control: { part: 'cdn-1', field: 'ttlSeconds' },
      predict: { ...percent, result: hits },
      done: afreshAt([['cdn-1', 'ttlSeconds', 10]], 40),
      moves: [set('cdn-1', 'ttlSeconds', 10), { restart: true }, { play: 40 }],
      numbers: [aha('S04, λT ÷ (1 + λT) of the 95 % that may be kept', hits, 0.47, 0.55)],
      shown: { ...shownBoth, hits: { measure: hits, unit: 'percent' } },
    },
    {
      id: 'purge',
      control: { part: 'cdn-1' },
      predict: { ask: 'number', unit: 'per-second', least: 10, most: 1000, scale: 'log', result: rush },
      done: { all: [{ setTo: { parts: 'cdn-1', field: 'ttlSeconds', value: 86_400 } }, struck('strike', 'cdn-1', 10, 'purge')] },
      moves: [
        set('cdn-1', 'ttlSeconds', 86_400),
        { restart: true },
        { play: 60 },
        { act: { act: 'strike', node: 'cdn-1', instance: null, fault: 'purge' } },
        { play: 11 },
      ],
      numbers: [about('L6, purge: 20 times the 23', rush, 440, 0.15)],
      shown: { rush: { measure: rush, unit: 'per-second' } },
    },
    {
      id: 'pages',
      predict: guessMs,
      done: {
        all: [
          { measure: { of: 'workload', field: 'staticShare' }, is: '=', value: 0 },
          { played: { seconds: 30, since: { act: 'set-workload' } } },
        ],
      },
      moves: [{ setWorkload: ['staticShare', 0] }, { play: 31 }],
      numbers: [aha('L6, one round trip and 5 ms of work', korea, 178, 189)],
      shown: shownBoth,
    },
    {
      id: 'first-visit',
      control: { part: 'users-1', field: 'connectRoundTrips' },
      predict: guessMs,
      done: {
        all: [
          { setTo: { parts: 'users-1', field: 'connectRoundTrips', value: 2 } },
          { played: { seconds: 30, since: { act: 'set', parts: 'users-1' } } },
        ],
      },
      moves: [set('users-1', 'connectRoundTrips', 2), { play: 31 }],
      numbers: [aha('L6, 3 × 178 ms and 5 ms of work', korea, 530, 550)],
      shown: shownBoth,
    },
    {
      id: 'pages-near',
      control: { part: 'cdn-1', field: 'pageTtlSeconds' },
      predict: guessMs,
      done: {
        all: [
          { not: { wired: ['users-1', 'web-1'] } },
          { wired: ['users-1', 'cdn-1'] },
          { setTo: { parts: 'cdn-1', field: 'pageTtlSeconds', value: 60 } },
          { played: { seconds: 60 } },
        ],
      },
      moves: [{ unwire: ['users-1', 'web-1'] }, set('cdn-1', 'pageTtlSeconds', 60), { play: 60 }],
      numbers: [aha('S05, three short ways, and the ocean for one page in a while', korea, 28, 60)],
      shown: shownBoth,
    },
  ],
  quiz: [
    {
      id: 'hits',
      variants: [5, 20, 60].map((seconds) => ({
        given: { seconds },
        moves: [{ wire: ['users-1', 'cdn-1'] }, { wire: ['users-2', 'cdn-1'] }, set('cdn-1', 'ttlSeconds', seconds), { play: 200 }],
      })),
      answer: { measure: hits, unit: 'percent', within: 0.08 },
    },
  ],
};
