import { answered, fatalIf, neverLines, programAndStore, reachable, stores, template, type Wrong, within } from '../lines.ts';
import type { Prompt } from '../prompt.ts';
import { designOf, type Sketch } from '../sketch.ts';

/**
 * 100,000 drivers say every 4 s where they are, 25,000 a second, and 500 people a second look for one; a cell of this prompt has a fiftieth: 500
 * updates, 10 searches. Rows are cells of the map. A search reads the rows round it (a feed); a driver who comes back logs in.
 */
const cells = 50;
const updates = 100_000 / 4 / cells;
const matches = 500 / cells;
const logins = 50 / cells;
const total = updates + matches + logins;

export const given: Sketch = {
  title: 'Ride hailing',
  places: [{ id: 'in-us', label: 'Drivers and riders', region: 'us-east' }],
  nodes: [
    {
      id: 'users',
      kind: 'users',
      at: [0, 1],
      group: 'in-us',
      label: 'Drivers and riders',
      params: { ratePerSecond: total, patienceSeconds: 5, stormSpreadSeconds: 10 },
    },
  ],
  links: [],
  workload: {
    staticShare: 0,
    writeShare: (100 * updates) / total,
    feedShare: (100 * matches) / total,
    loginShare: (100 * logins) / total,
    keys: 5000,
    keySkew: 0.5,
  },
};

const budgetUsd = 3000;
const run = { warmUpSeconds: 30, steadySeconds: 60, chaosSeconds: 120 } as const;

/** What gives one driver to two riders: an assignment forgotten, or made at two primaries. */
const doubles: readonly Wrong[] = [
  ['lostWrites', [...stores, 'cache'], 7],
  ['divergedWrites', stores, 2],
  ['conflicts', stores, 2],
];

const fresh = (value: number) => ({ measure: { of: 'users', figure: 'staleShare' }, is: '<=', value, zeroAt: 4 * value }) as const;

export const rideHailing: Prompt = {
  id: 'ride-hailing',
  number: 9,
  facts: [
    { id: 'drivers', value: 100_000, unit: '', free: true },
    { id: 'updateSeconds', value: 4, unit: 's' },
    { id: 'matchRate', value: 500, unit: '/s', free: true },
    { id: 'stadiumShare', value: 0.2, unit: '' },
    { id: 'ageSeconds', value: 8, unit: 's' },
    { id: 'positionBytes', value: 100, unit: 'B' },
    { id: 'reconnectShare', value: 0.2, unit: '' },
    { id: 'reconnectSeconds', value: 10, unit: 's' },
  ],
  clarifications: [
    { id: 'updates', unlocks: ['updateSeconds', 'positionBytes'], worth: 0.25 },
    { id: 'age', unlocks: ['ageSeconds'], worth: 0.2 },
    { id: 'crowds', unlocks: ['stadiumShare'], worth: 0.2 },
    { id: 'network', unlocks: ['reconnectShare', 'reconnectSeconds'], worth: 0.15 },
    { id: 'twice', unlocks: [], worth: 0.2 },
  ],
  estimates: [
    { id: 'updateRate', unit: '/s', answer: 'drivers / updateSeconds', within: 1.3 },
    {
      id: 'writeShare',
      unit: '%',
      answer: '100 * (drivers / updateSeconds) / (drivers / updateSeconds + matchRate)',
      within: 1.1,
      becomes: { workload: 'writeShare' },
    },
    { id: 'positionsMB', unit: 'MB', answer: 'drivers * positionBytes / 1000000', within: 2 },
    { id: 'dayGB', unit: 'GB', answer: 'drivers / updateSeconds * positionBytes * 86400 / 1000000000', within: 2 },
    { id: 'hotRatio', unit: 'x', answer: 'stadiumShare * 4 + (1 - stadiumShare)', within: 1.3 },
    { id: 'stormRate', unit: '/s', answer: 'drivers * reconnectShare / reconnectSeconds', within: 1.5 },
  ],
  given: designOf(given),
  budgetUsd,
  cells,
  run,
  chaos: [
    {
      id: 'stadium',
      at: 60,
      seconds: 40,
      strike: { target: { kinds: ['users'], pick: 'all', instance: 'all' }, fault: 'hot-key', value: 20 },
    },
    { id: 'shard', at: 100, strike: { target: { kinds: stores, pick: 'busiest', instance: 'one' }, fault: 'crash' } },
    {
      id: 'network',
      at: 140,
      strike: { target: { kinds: ['users'], pick: 'all', instance: 'all' }, fault: 'storm', value: (100_000 * 0.2) / cells },
    },
  ],
  rubric: [
    reachable(),
    { id: 'p99-match', group: 'steady', points: 9, goal: within('p99Ms', 1000, 'feed'), over: 'steady' },
    { id: 'p99-update', group: 'steady', points: 6, goal: within('p99Ms', 300, 'write'), over: 'steady' },
    { id: 'fresh', group: 'steady', points: 5, goal: fresh(0.05), over: 'steady' },
    { id: 'available', group: 'steady', points: 5, goal: answered(0.9995, 0.995), over: 'steady' },
    { id: 'stadium', group: 'chaos', points: 6, goal: within('p95Ms', 1000, 'feed'), over: { chaos: 'stadium' } },
    {
      id: 'hot-ratio',
      group: 'chaos',
      points: 6,
      goal: {
        measure: { of: 'part', parts: { kinds: ['shard-router'] }, column: 'hotRatio', take: 'mean' },
        is: '<=',
        value: 2,
        zeroAt: 2.3,
      },
      over: { chaos: 'stadium' },
    },
    { id: 'shard', group: 'chaos', points: 7, goal: answered(0.9995, 0.98), over: { chaos: 'shard' } },
    { id: 'network', group: 'chaos', points: 6, goal: answered(0.99, 0.7), over: { chaos: 'network' } },
    ...neverLines(doubles),
    { id: 'fresh-in-chaos', group: 'correctness', points: 4, goal: fresh(0.05), over: 'chaos' },
    ...template(budgetUsd),
  ],
  fatal: fatalIf(doubles),
  needs: programAndStore,
};
