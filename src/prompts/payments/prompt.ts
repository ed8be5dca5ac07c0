import {
  answered,
  fatalIf,
  jobsWithin,
  neverLines,
  programAndStore,
  queuedFor,
  reachable,
  stores,
  template,
  type Wrong,
  within,
} from '../lines.ts';
import type { Prompt } from '../prompt.ts';
import { designOf, type Sketch } from '../sketch.ts';

/** 500 payments a second at the peak and as many questions how they went; a cell has a fifth. The provider is the work of a worker: 400 ms, 99 % within 1.2 s. */
const cells = 5;
const payments = 500 / cells;

export const given: Sketch = {
  title: 'Payments',
  places: [{ id: 'in-us', label: 'Shops', region: 'us-east' }],
  nodes: [
    { id: 'users', kind: 'users', at: [0, 2], group: 'in-us', label: 'Shops', params: { ratePerSecond: 2 * payments, patienceSeconds: 8 } },
  ],
  links: [],
  workload: { staticShare: 0, writeShare: 50, keys: 100_000, keySkew: 0.5 },
};

const budgetUsd = 4200;
const run = { warmUpSeconds: 60, steadySeconds: 60, chaosSeconds: 170 } as const;
/** Seconds of the graded stretch. */
const at = { primary: 60, retries: 120, region: 150 } as const;
const since = (seconds: number, to?: number) => ({
  from: run.warmUpSeconds + seconds,
  ...(to !== undefined && { to: run.warmUpSeconds + to }),
});

/** What takes money twice, or takes it and forgets. */
const wrongs: readonly Wrong[] = [
  ['duplicates', ['worker'], 6],
  ['lostWrites', [...stores, 'cache'], 5],
  ['divergedWrites', stores, 2],
  ['conflicts', stores, 2],
];

export const paymentsPrompt: Prompt = {
  id: 'payments',
  number: 12,
  facts: [
    { id: 'tps', value: 500, unit: '/s', free: true },
    { id: 'questionsEach', value: 1, unit: '' },
    { id: 'providerMeanMs', value: 400, unit: 'ms' },
    { id: 'providerErrors', value: 0.01, unit: '' },
    { id: 'retryShare', value: 0.05, unit: '' },
    { id: 'rtoSeconds', value: 120, unit: 's' },
    { id: 'ledgerRows', value: 2, unit: '' },
    { id: 'busyHours', value: 4, unit: 'h' },
  ],
  clarifications: [
    { id: 'questions', unlocks: ['questionsEach', 'busyHours'], worth: 0.15 },
    { id: 'provider', unlocks: ['providerMeanMs', 'providerErrors'], worth: 0.25 },
    { id: 'retries', unlocks: ['retryShare'], worth: 0.25 },
    { id: 'outage', unlocks: ['rtoSeconds'], worth: 0.2 },
    { id: 'ledger', unlocks: ['ledgerRows'], worth: 0.15 },
  ],
  estimates: [
    {
      id: 'requests',
      unit: '/s',
      answer: 'tps * (1 + questionsEach)',
      within: 1.3,
      becomes: { part: 'users', field: 'ratePerSecond' },
    },
    {
      id: 'writeShare',
      unit: '%',
      answer: '100 / (1 + questionsEach)',
      within: 1.3,
      becomes: { workload: 'writeShare' },
    },
    { id: 'underWay', unit: '', answer: 'tps * providerMeanMs / 1000', within: 1.5 },
    { id: 'ledgerWrites', unit: '/s', answer: 'tps * ledgerRows', within: 1.5 },
    { id: 'repeated', unit: '/s', answer: 'tps * retryShare', within: 1.5 },
    { id: 'perDay', unit: '/day', answer: 'tps * busyHours * 3600', within: 2 },
  ],
  given: designOf(given),
  world: [
    { kind: 'worker', field: 'jobMs', value: 400 },
    { kind: 'worker', field: 'errorPercent', value: 1 },
    { kind: 'worker', field: 'unheardPercent', value: 0.1 },
    { kind: 'worker', field: 'unheardSeconds', value: 5 },
  ],
  budgetUsd,
  cells,
  run,
  chaos: [
    { id: 'primary', at: at.primary, strike: { target: { kinds: stores, pick: 'busiest', instance: 'one' }, fault: 'crash' } },
    {
      id: 'retries',
      at: at.retries,
      seconds: 30,
      wires: {
        from: { kinds: ['web-server', 'service', 'queue'] },
        to: { kinds: ['database', 'nosql', 'queue', 'worker'] },
        fault: 'loss',
        value: 2.5,
      },
    },
    { id: 'region', at: at.region, place: { pick: 'busiest', act: 'lose' } },
  ],
  rubric: [
    reachable(5),
    { id: 'queued', group: 'functional', points: 5, goal: queuedFor('write'), over: 'steady' },
    { id: 'p99', group: 'steady', points: 8, goal: within('p99Ms', 1500, 'write'), over: 'steady' },
    { id: 'settled', group: 'steady', points: 7, goal: jobsWithin('p99Seconds', 2, 'write'), over: 'steady' },
    { id: 'available', group: 'steady', points: 10, goal: answered(0.9999, 0.999), over: 'steady' },
    { id: 'failover-questions', group: 'chaos', points: 4, goal: answered(0.999, 0.9, 'read'), over: { chaos: 'primary' } },
    {
      id: 'failover-back',
      group: 'chaos',
      points: 7,
      goal: answered(0.999, 0.9, 'write', since(at.primary + 30, at.retries)),
      over: { chaos: 'primary' },
    },
    { id: 'retries', group: 'chaos', points: 6, goal: answered(0.999, 0.95), over: { chaos: 'retries' } },
    {
      id: 'region-back',
      group: 'chaos',
      points: 8,
      goal: answered(0.995, 0.5, undefined, since(at.region + 40)),
      over: { chaos: 'region' },
    },
    ...neverLines(wrongs),
    ...template(budgetUsd),
  ],
  fatal: fatalIf(wrongs.slice(0, 3)),
  needs: [...programAndStore, { id: 'worker', parts: { kinds: ['worker'] } }],
};
