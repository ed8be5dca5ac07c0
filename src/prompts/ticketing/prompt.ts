import { answered, fatalIf, neverLines, perJob, programs, queuedFor, reachable, stores, template, type Wrong, within } from '../lines.ts';
import type { Prompt } from '../prompt.ts';
import { designOf, type Sketch } from '../sketch.ts';

/**
 * 500,000 people at the opening for 50,000 seats; a cell has a fiftieth: 1000 seats, 10,000 people. They come within a minute with 1.2 requests each,
 * 200 a second, and in the surprise four times as many. One in five requests holds a seat. A hold of ten minutes is one of a minute in the run.
 */
const cells = 50;
const calm = 20;
const opening = (500_000 * 1.2) / 60 / cells;

export const given: Sketch = {
  title: 'Ticketing',
  places: [{ id: 'in-us', label: 'Fans', region: 'us-east' }],
  nodes: [{ id: 'users', kind: 'users', at: [0, 1], group: 'in-us', label: 'Fans', params: { ratePerSecond: calm, patienceSeconds: 6 } }],
  links: [],
  workload: { staticShare: 0, writeShare: 20, keys: 1000, keySkew: 0.5 },
};

const budgetUsd = 3000;
const queues = { kinds: ['queue'] } as const;
const run = { warmUpSeconds: 60, steadySeconds: 90, chaosSeconds: 160 } as const;
const at = { opening: 90, primary: 110, surprise: 150, poison: 190 } as const;

const database = { kinds: ['database'] } as const;

/** What books a seat twice, and what may: a hold that was forgotten, a booking that is carried out again. */
const wrongs: readonly Wrong[] = [
  ['oversold', ['database'], 5],
  ['duplicates', ['worker'], 3],
  ['lostWrites', [...stores, 'cache'], 2],
];

export const ticketing: Prompt = {
  id: 'ticketing',
  number: 7,
  facts: [
    { id: 'seats', value: 50_000, unit: '', free: true },
    { id: 'fans', value: 500_000, unit: '', free: true },
    { id: 'openingSeconds', value: 60, unit: 's' },
    { id: 'requestsEach', value: 1.2, unit: '' },
    { id: 'holdShare', value: 0.2, unit: '' },
    { id: 'surpriseFactor', value: 4, unit: 'x' },
    { id: 'holdMinutes', value: 10, unit: 'min' },
    { id: 'calmRate', value: 1000, unit: '/s' },
  ],
  clarifications: [
    { id: 'crowd', unlocks: ['openingSeconds', 'requestsEach', 'calmRate'], worth: 0.25 },
    { id: 'holds', unlocks: ['holdShare', 'holdMinutes'], worth: 0.25 },
    { id: 'more', unlocks: ['surpriseFactor'], worth: 0.2 },
    { id: 'twice', unlocks: [], worth: 0.3 },
  ],
  estimates: [
    { id: 'openingRate', unit: '/s', answer: 'fans * requestsEach / openingSeconds', within: 1.5 },
    { id: 'calmRate', unit: '/s', answer: 'calmRate', within: 1.5, becomes: { part: 'users', field: 'ratePerSecond' } },
    { id: 'holdRate', unit: '/s', answer: 'fans * requestsEach / openingSeconds * holdShare', within: 1.5 },
    { id: 'worst', unit: '/s', answer: 'fans * requestsEach / openingSeconds * surpriseFactor', within: 1.5 },
    { id: 'soldOut', unit: 's', answer: 'seats / (fans * requestsEach / openingSeconds * holdShare)', within: 2 },
    { id: 'writeShare', unit: '%', answer: '100 * holdShare', within: 1.5, becomes: { workload: 'writeShare' } },
  ],
  given: designOf(given),
  world: [
    { kind: 'worker', field: 'jobMs', value: 100 },
    { kind: 'database', field: 'stockPerRow', value: 0 },
  ],
  budgetUsd,
  cells,
  run,
  chaos: [
    {
      id: 'opening',
      at: at.opening,
      seconds: 60,
      strike: { target: { kinds: ['users'], pick: 'all', instance: 'all' }, fault: 'crowd', value: opening / calm },
    },
    { id: 'seats', at: at.opening, set: { target: { kinds: ['database'], pick: 'all' }, field: 'stockPerRow', value: 1 } },
    { id: 'primary', at: at.primary, strike: { target: { kinds: stores, pick: 'busiest', instance: 'one' }, fault: 'crash' } },
    {
      id: 'surprise',
      at: at.surprise,
      seconds: 30,
      strike: { target: { kinds: ['users'], pick: 'all', instance: 'all' }, fault: 'crowd', value: (4 * opening) / calm },
    },
    { id: 'poison', at: at.poison, strike: { target: { kinds: ['queue'], pick: 'all', instance: 'all' }, fault: 'poison', value: 2 } },
  ],
  rubric: [
    reachable(5),
    { id: 'waiting-room', group: 'functional', points: 5, goal: queuedFor('write', 0.9), over: 'steady' },
    { id: 'p99-hold', group: 'steady', points: 10, goal: within('p99Ms', 1000, 'write'), over: 'steady' },
    { id: 'p99-map', group: 'steady', points: 7, goal: within('p99Ms', 300, 'read'), over: 'steady' },
    { id: 'available', group: 'steady', points: 8, goal: answered(0.999, 0.99), over: 'steady' },
    { id: 'opening', group: 'chaos', points: 4, goal: within('p99Ms', 1000, 'write'), over: { chaos: 'opening' } },
    { id: 'map-in-failover', group: 'chaos', points: 4, goal: answered(0.999, 0.95, 'read'), over: { chaos: 'primary' } },
    {
      id: 'hold-after-failover',
      group: 'chaos',
      points: 5,
      goal: answered(0.99, 0.5, 'write', { from: run.warmUpSeconds + at.primary + 30, to: run.warmUpSeconds + at.surprise }),
      over: 'chaos',
    },
    { id: 'surprise', group: 'chaos', points: 6, goal: answered(0.99, 0.7), over: { chaos: 'surprise' } },
    {
      id: 'poison',
      group: 'chaos',
      points: 6,
      goal: { measure: { of: 'part', parts: queues, column: 'oldestSeconds', take: 'most' }, is: '<=', value: 10, zeroAt: 30 },
      over: { chaos: 'poison' },
    },
    ...neverLines(wrongs),
    {
      id: 'order',
      group: 'correctness',
      points: 5,
      goal: { measure: perJob('outOfOrder'), is: '<=', value: 0.01, zeroAt: 0.05 },
      over: 'all',
    },
    ...template(budgetUsd),
  ],
  fatal: fatalIf(wrongs),
  needs: [
    { id: 'program', parts: { kinds: programs } },
    { id: 'store', parts: database },
  ],
};
