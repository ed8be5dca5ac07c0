/** L7: what it costs when servers remember their users: pages at strangers, sessions that die, new servers that nobody visits. */

import type { Measure } from '../../goals/goal.ts';
import { draw } from '../../library/template.ts';
import type { Lesson, Move } from '../lesson.ts';
import { afreshAt, aha, heldAt, instanceOf, part, percent, plainWire, quotient, set, sinceFault, struck } from '../shorthand.ts';

/**
 * Ten thousand people, a page every 20 s, sessions of ten minutes on the mean, and four servers that remember their users in their own
 * memory. They have processors enough for everybody's password, so that only sessions are at stake. The store stands there unwired.
 */
const remembering = draw({
  title: 'Servers that remember',
  seconds: 7200,
  nodes: [
    {
      id: 'users-1',
      kind: 'users',
      at: [0, 80],
      params: {
        visits: 'sessions',
        loop: 'closed',
        people: 10_000,
        viewSeconds: 20,
        sessionSeconds: 600,
        dynamicPerView: 1,
        staticPerView: 0,
        leaveShare: 0,
        patienceSeconds: 20,
      },
    },
    { id: 'lb-1', kind: 'load-balancer', at: [260, 80], params: { algorithm: 'random', cpuMs: 0, checkSeconds: 5 } },
    {
      id: 'web-1',
      kind: 'web-server',
      at: [520, 80],
      label: 'Web servers',
      params: { instances: 4, vcpu: 64, service: 'fixed', state: 'stateful', readsPerRequest: 0, jobShare: 0 },
    },
    { id: 'session-store-1', kind: 'session-store', at: [780, 80], params: { replicas: 0, service: 'fixed' } },
  ],
  links: [
    ['users-1', 'lb-1', plainWire],
    ['lb-1', 'web-1', plainWire],
  ],
  workload: { staticShare: 0, writeShare: 0 },
});

const over = { last: 20 } as const;
/** Pages that came to a server that did not know their user, of all pages. */
const strangers: Measure = quotient(part('web-1', 'lostSessions', 'sum', over), { of: 'users', figure: 'completed', class: 'read', over });
const loggedOut: Measure = part('users-1', 'relogins', 'sum', sinceFault('crash'));
const newcomer: Measure = quotient(instanceOf('web-1', 4, 'arrived', 'sum', over), part('web-1', 'arrived', 'sum', over));
const fewer =
  'The 2,500 ± 130 stated are of sessions without end. Here 3 in 100 end before their next page (20 s of 620), 1 in 100 people have not come yet, and the last of those who were lost come back later than one looks: 2,380 ± 130.';
const guessPeople = { ask: 'number', unit: 'count', least: 0, most: 10_000, scale: 'linear', result: loggedOut } as const;
const oneDies: Move = { act: { act: 'crash', node: 'web-1', instance: 3 } };

export const sessions: Lesson = {
  id: 'sessions',
  number: 7,
  minutes: 12,
  teaches: ['S07', 'S08', 'S10', 'S11', 'S13', 'S14'],
  speed: 20,
  design: remembering,
  steps: [
    {
      id: 'by-lot',
      control: { runs: true },
      predict: { ...percent, result: strangers },
      done: { played: { seconds: 90 } },
      moves: [{ play: 90 }],
      numbers: [
        aha(
          'L7, no stickiness: 1 − 1 ÷ 4',
          strangers,
          0.7,
          0.76,
          'Of 31 pages of a session the first comes to nobody who should know its user: 0.75 × 30 ÷ 31 = 0.726.',
        ),
      ],
      shown: { strangers: { measure: strangers, unit: 'percent' } },
    },
    {
      id: 'sticky',
      control: { part: 'lb-1', field: 'sticky' },
      predict: { ...percent, result: strangers },
      done: afreshAt([['lb-1', 'sticky', 'cookie']], 90),
      moves: [set('lb-1', 'sticky', 'cookie'), { restart: true }, { play: 90 }],
      numbers: [aha('S10', strangers, 0, 0)],
      shown: { strangers: { measure: strangers, unit: 'percent' } },
    },
    {
      id: 'one-dies',
      control: { part: 'web-1' },
      predict: guessPeople,
      done: struck('crash', 'web-1', 100),
      moves: [oneDies, { play: 101 }],
      numbers: [aha('L7, sticky, 1 of 4 dies', loggedOut, 2250, 2510, fewer)],
      shown: { people: { measure: loggedOut, unit: 'count' } },
    },
    {
      id: 'fifth',
      control: { part: 'web-1', field: 'instances' },
      predict: { ...percent, result: newcomer },
      done: heldAt([['web-1', 'instances', 5]], 60),
      moves: [{ restart: true }, { play: 120 }, set('web-1', 'instances', 5), { play: 61 }],
      numbers: [
        aha(
          'L7, the fifth server after 60 s',
          newcomer,
          0.018,
          0.031,
          'The 1.9 % stated are a fifth of the sessions younger than the server. A session has 1 + 30 pages here, and its first is dealt at once: (1 + 30 (1 − e^(−t/600))) ÷ 31 ÷ 5, from 40 to 60 s after it came 2.2 %.',
        ),
      ],
      shown: { share: { measure: newcomer, unit: 'percent' } },
    },
    {
      id: 'store',
      control: { part: 'web-1', field: 'state' },
      predict: { ...percent, result: newcomer },
      done: {
        all: [
          { wired: ['web-1', 'session-store-1'] },
          { setTo: { parts: 'web-1', field: 'state', value: 'stateless' } },
          { setTo: { parts: 'lb-1', field: 'sticky', value: 'off' } },
          { played: { seconds: 60 } },
        ],
      },
      moves: [{ wire: ['web-1', 'session-store-1'] }, set('web-1', 'state', 'stateless'), set('lb-1', 'sticky', 'off'), { play: 90 }],
      numbers: [aha('S14, the fifth server has its part at once', newcomer, 0.19, 0.21)],
      shown: { share: { measure: newcomer, unit: 'percent' } },
    },
    {
      id: 'one-dies-again',
      control: { part: 'web-1' },
      predict: guessPeople,
      done: struck('crash', 'web-1', 60),
      moves: [oneDies, { play: 61 }],
      numbers: [aha('L7, shared store, a server dies', loggedOut, 0, 0)],
      shown: { people: { measure: loggedOut, unit: 'count' } },
    },
    {
      id: 'store-dies',
      control: { part: 'session-store-1' },
      predict: guessPeople,
      done: { all: [struck('crash', 'session-store-1', 100), { happened: { act: 'recover', parts: 'session-store-1' } }] },
      moves: [
        { act: { act: 'crash', node: 'session-store-1', instance: null } },
        { play: 3 },
        { act: { act: 'recover', node: 'session-store-1', instance: null } },
        { play: 100 },
      ],
      numbers: [
        aha(
          'L7, the store without a copy dies: everybody',
          loggedOut,
          9200,
          9900,
          'As above, 3 in 100 sessions end before their next page.',
        ),
      ],
      shown: { people: { measure: loggedOut, unit: 'count' } },
    },
  ],
  quiz: [
    {
      id: 'strangers',
      variants: [2, 3, 8].map((servers) => ({
        given: { servers },
        moves: [set('web-1', 'instances', servers), set('users-1', 'people', 3000), set('users-1', 'viewSeconds', 10), { play: 90 }],
      })),
      answer: { measure: strangers, unit: 'percent', within: 0.06 },
    },
  ],
};
