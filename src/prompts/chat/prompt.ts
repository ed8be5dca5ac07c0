import {
  answered,
  atMost,
  fatalIf,
  jobFor,
  jobsWithin,
  neverLines,
  programs,
  reachable,
  stores,
  template,
  type Wrong,
  within,
} from '../lines.ts';
import type { Prompt } from '../prompt.ts';
import { designOf, type Sketch } from '../sketch.ts';

/**
 * A million people are connected and send 10,000 messages a second; a cell has a fortieth: 25,000 people, 250 messages and 5 logins a second. When
 * a server of 100,000 connections dies, 2500 of this cell's people log in again within half a minute.
 */
const cells = 40;
const messages = 10_000 / cells;
const logins = 200 / cells;
const reconnecting = 100_000 / cells;

const people = (id: string, group: string, row: number, label: string): Sketch['nodes'][number] => ({
  id,
  kind: 'users',
  at: [0, row],
  group,
  label,
  params: { ratePerSecond: (messages + logins) / 2, patienceSeconds: 8, stormSpreadSeconds: 30 },
});

export const given: Sketch = {
  title: 'Chat',
  places: [
    { id: 'in-us', label: 'Users in the US', region: 'us-east' },
    { id: 'in-eu', label: 'Users in Europe', region: 'ireland' },
  ],
  nodes: [people('users-us', 'in-us', 1, 'US users'), people('users-eu', 'in-eu', 5, 'EU users')],
  links: [],
  workload: {
    staticShare: 0,
    writeShare: (100 * messages) / (messages + logins),
    loginShare: (100 * logins) / (messages + logins),
    keys: 20_000,
    keySkew: 0.8,
  },
};

const budgetUsd = 5900;
const run = { warmUpSeconds: 60, steadySeconds: 60, chaosSeconds: 150 } as const;
const at = { gateway: 60, presence: 110, cut: 150 } as const;

/** An acknowledged message that is nowhere any more. */
const gone: readonly Wrong[] = [
  ['lostMessages', ['queue'], 2],
  ['deadLetters', ['queue'], 2],
  ['jobsLost', ['worker'], 2],
  ['lostWrites', [...stores, 'cache'], 2],
];

export const chat: Prompt = {
  id: 'chat',
  number: 3,
  facts: [
    { id: 'connected', value: 1e6, unit: '', free: true },
    { id: 'messagesEach', value: 0.6, unit: '/min' },
    { id: 'perServer', value: 100_000, unit: '' },
    { id: 'loginRate', value: 200, unit: '/s' },
    { id: 'reconnectSeconds', value: 30, unit: 's' },
    { id: 'passwordMs', value: 100, unit: 'ms' },
    { id: 'messageKB', value: 1, unit: 'KB' },
    { id: 'deliverMs', value: 500, unit: 'ms' },
  ],
  clarifications: [
    { id: 'messages', unlocks: ['messagesEach', 'messageKB'], worth: 0.2 },
    { id: 'servers', unlocks: ['perServer', 'reconnectSeconds'], worth: 0.25 },
    { id: 'logins', unlocks: ['loginRate', 'passwordMs'], worth: 0.2 },
    { id: 'delivery', unlocks: ['deliverMs'], worth: 0.15 },
    { id: 'order', unlocks: [], worth: 0.2 },
  ],
  estimates: [
    { id: 'messageRate', unit: '/s', answer: 'connected * messagesEach / 60', within: 1.5 },
    { id: 'servers', unit: '', answer: 'connected / perServer', within: 1.5 },
    {
      id: 'perRegion',
      unit: '/s',
      answer: '(connected * messagesEach / 60 + loginRate) / 2',
      within: 1.5,
      becomes: { part: 'users-us', field: 'ratePerSecond' },
    },
    { id: 'stormRate', unit: '/s', answer: 'perServer / reconnectSeconds', within: 1.5 },
    { id: 'stormCpus', unit: '', answer: 'perServer / reconnectSeconds * passwordMs / 1000', within: 2 },
    { id: 'storedGB', unit: 'GB', answer: 'connected * messagesEach * 1440 * messageKB / 1000000', within: 2 },
  ],
  given: designOf(given),
  world: [{ kind: 'worker', field: 'jobMs', value: 20 }],
  budgetUsd,
  cells,
  run,
  chaos: [
    {
      id: 'deliverer',
      at: at.gateway,
      seconds: 30,
      strike: { target: { kinds: ['worker'], pick: 'busiest', instance: 'one' }, fault: 'crash' },
    },
    {
      id: 'gateway',
      at: at.gateway,
      strike: { target: { kinds: ['web-server', 'service'], pick: 'busiest', instance: 'one' }, fault: 'crash' },
    },
    {
      id: 'reconnect',
      at: at.gateway,
      strike: { target: { kinds: ['users'], pick: 'first', instance: 'all' }, fault: 'storm', value: reconnecting },
    },
    {
      id: 'presence',
      at: at.presence,
      seconds: 40,
      strike: { target: { kinds: ['session-store', 'cache'], pick: 'all', instance: 'all' }, fault: 'slow', value: 10 },
    },
    { id: 'cut', at: at.cut, seconds: 60, place: { pick: 'busiest', act: 'cut' } },
  ],
  rubric: [
    reachable(5),
    {
      id: 'delivered',
      group: 'functional',
      points: 5,
      goal: jobFor('write'),
      over: 'steady',
    },
    { id: 'p99-send', group: 'steady', points: 8, goal: within('p99Ms', 300, 'write'), over: 'steady' },
    { id: 'p99-deliver', group: 'steady', points: 10, goal: jobsWithin('p99Seconds', 0.5, 'write'), over: 'steady' },
    { id: 'available', group: 'steady', points: 7, goal: answered(0.999, 0.99), over: 'steady' },
    {
      id: 'gateway-messages',
      group: 'chaos',
      points: 6,
      goal: answered(0.999, 0.95, 'write', { from: run.warmUpSeconds + at.gateway, to: run.warmUpSeconds + at.presence }),
      over: 'chaos',
    },
    {
      id: 'reconnect',
      group: 'chaos',
      points: 6,
      goal: answered(0.99, 0.7, 'login', { from: run.warmUpSeconds + at.gateway, to: run.warmUpSeconds + at.presence }),
      over: 'chaos',
    },
    { id: 'presence', group: 'chaos', points: 5, goal: within('p99Ms', 300, 'write'), over: { chaos: 'presence' } },
    {
      id: 'cut',
      group: 'chaos',
      points: 8,
      goal: answered(0.99, 0.5, undefined, { from: run.warmUpSeconds + at.cut + 25 }),
      over: { chaos: 'cut' },
    },
    { id: 'order', group: 'correctness', points: 7, goal: atMost(['worker'], 'outOfOrder', 0), over: 'all' },
    ...neverLines(gone),
    ...template(budgetUsd),
  ],
  fatal: fatalIf(gone),
  needs: [
    { id: 'program', parts: { kinds: programs } },
    { id: 'queue', parts: { kinds: ['queue'] } },
    { id: 'worker', parts: { kinds: ['worker'] } },
  ],
};
