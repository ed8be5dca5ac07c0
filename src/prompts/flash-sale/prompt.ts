import { answered, fatalIf, neverLines, programs, queuedFor, reachable, shareOf, stores, template, type Wrong, within } from '../lines.ts';
import type { Prompt } from '../prompt.ts';
import { designOf, type Sketch } from '../sketch.ts';

/**
 * A million people in the first minute, 1.2 requests each = 20,000 a second, then 1000; a cell has a twentieth of it and of the 10,000 pieces: 20
 * things, 25 of each. One request in ten is a checkout, so in that minute a dozen people want each piece. Before the sale nothing is a stock.
 */
const cells = 20;
const calmPerSecond = 1000 / cells;
const saleFactor = 20;
const things = 400 / cells;
const ofEach = 25;

export const given: Sketch = {
  title: 'Flash sale',
  places: [{ id: 'in-us', label: 'Shoppers', region: 'us-east' }],
  nodes: [
    {
      id: 'users',
      kind: 'users',
      at: [0, 1],
      group: 'in-us',
      label: 'Shoppers',
      params: { ratePerSecond: calmPerSecond, patienceSeconds: 6 },
    },
  ],
  links: [],
  workload: { staticShare: 0, writeShare: 10, keys: things, keySkew: 0.99 },
};

const budgetUsd = 5000;

const database = { kinds: ['database'] } as const;

/** What makes an order of which nobody knows any more, or two of one. */
const wrongs: readonly Wrong[] = [
  ['oversold', ['database'], 5],
  ['duplicates', ['worker'], 2],
  ['lostWrites', [...stores, 'cache'], 2],
];

export const flashSale: Prompt = {
  id: 'flash-sale',
  number: 6,
  facts: [
    { id: 'items', value: 10_000, unit: '', free: true },
    { id: 'ofEach', value: ofEach, unit: '', free: true },
    { id: 'shoppers', value: 1e6, unit: '', free: true },
    { id: 'saleSeconds', value: 60, unit: 's' },
    { id: 'requestsEach', value: 1.2, unit: '' },
    { id: 'checkoutShare', value: 0.1, unit: '' },
    { id: 'calmRate', value: 1000, unit: '/s' },
    { id: 'paymentMs', value: 800, unit: 'ms' },
    { id: 'answerSeconds', value: 5, unit: 's' },
  ],
  clarifications: [
    { id: 'crowd', unlocks: ['saleSeconds', 'requestsEach', 'calmRate'], worth: 0.25 },
    { id: 'buying', unlocks: ['checkoutShare'], worth: 0.2 },
    { id: 'payment', unlocks: ['paymentMs'], worth: 0.2 },
    { id: 'oversell', unlocks: [], worth: 0.2 },
    { id: 'answer', unlocks: ['answerSeconds'], worth: 0.15 },
  ],
  estimates: [
    { id: 'peak', unit: '/s', answer: 'shoppers * requestsEach / saleSeconds', within: 1.5 },
    { id: 'calm', unit: '/s', answer: 'calmRate', within: 1.5, becomes: { part: 'users', field: 'ratePerSecond' } },
    { id: 'checkouts', unit: '/s', answer: 'shoppers * requestsEach * checkoutShare / saleSeconds', within: 1.5 },
    { id: 'rivals', unit: '', answer: 'shoppers * requestsEach * checkoutShare / items', within: 1.5 },
    { id: 'payers', unit: '', answer: 'shoppers * requestsEach * checkoutShare / saleSeconds * paymentMs / 1000', within: 2 },
    { id: 'writeShare', unit: '%', answer: '100 * checkoutShare', within: 1.5, becomes: { workload: 'writeShare' } },
  ],
  given: designOf(given),
  world: [
    { kind: 'worker', field: 'jobMs', value: 800 },
    { kind: 'database', field: 'stockPerRow', value: 0 },
  ],
  budgetUsd,
  cells,
  run: { warmUpSeconds: 60, steadySeconds: 90, chaosSeconds: 140 },
  chaos: [
    {
      id: 'sale',
      at: 90,
      seconds: 60,
      strike: { target: { kinds: ['users'], pick: 'all', instance: 'all' }, fault: 'crowd', value: saleFactor },
    },
    { id: 'stock', at: 90, set: { target: { kinds: ['database'], pick: 'all' }, field: 'stockPerRow', value: ofEach } },
    { id: 'bots', at: 90, seconds: 60, users: { field: 'botShare', value: 40 } },
    { id: 'cache', at: 95, strike: { target: { kinds: ['cache'], pick: 'busiest', instance: 'one' }, fault: 'crash' } },
    {
      id: 'payment',
      at: 105,
      seconds: 60,
      strike: { target: { kinds: ['worker', 'service'], pick: 'all', instance: 'all' }, fault: 'errors', value: 30 },
    },
  ],
  rubric: [
    reachable(5),
    { id: 'orders-queued', group: 'functional', points: 5, goal: queuedFor('write'), over: 'steady' },
    { id: 'browse', group: 'steady', points: 9, goal: answered(0.999, 0.98, 'read'), over: 'steady' },
    { id: 'p99-browse', group: 'steady', points: 8, goal: within('p99Ms', 300, 'read'), over: 'steady' },
    { id: 'p99-checkout', group: 'steady', points: 8, goal: within('p99Ms', 2000, 'write'), over: 'steady' },
    { id: 'sale-checkout', group: 'chaos', points: 7, goal: within('p99Ms', 2000, 'write'), over: 'chaos' },
    { id: 'sale-answer', group: 'chaos', points: 6, goal: { ...within('p99Ms', 5000), zeroAt: 6000 }, over: 'chaos' },
    { id: 'sale-browse', group: 'chaos', points: 6, goal: answered(0.999, 0.98, 'read'), over: 'chaos' },
    {
      id: 'sold',
      group: 'chaos',
      points: 6,
      goal: {
        measure: { of: 'part', parts: database, column: 'piecesSold', take: 'sum' },
        is: '>=',
        value: 0.999 * things * ofEach,
        zeroAt: 0.95 * things * ofEach,
      },
      over: 'chaos',
    },
    ...neverLines(wrongs),
    {
      id: 'orders-kept',
      group: 'correctness',
      points: 6,
      goal: { measure: shareOf(['queue'], 'deadLetters', 'published'), is: '<=', value: 0.0001, zeroAt: 0.001 },
      over: 'all',
    },
    ...template(budgetUsd).map((line) => (line.id === 'headroom' ? { ...line, over: 'chaos' as const } : line)),
  ],
  fatal: fatalIf(wrongs),
  needs: [
    { id: 'program', parts: { kinds: programs } },
    { id: 'store', parts: database },
  ],
};
