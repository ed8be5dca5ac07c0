import { answered, atMost, jobsWithin, perJob, queuedFor, reachable, shareOf, templateButWorkers, within } from '../lines.ts';
import type { Prompt } from '../prompt.ts';
import { designOf, type Sketch } from '../sketch.ts';

/**
 * 10 M pushes are handed in within 10 minutes, 16,667 a second, beside 200 codes a second; a cell has a twentieth, and ten minutes of the story are
 * one in the run, with all its deadlines: 833 a second for 60 s, all delivered within 270 s (45 minutes), the provider out for 30 s (5 minutes).
 * Codes are sent as uploads and pushes as writes, so that routes can tell them apart. The provider is drawn as a storage: it takes so many a second, and
 * says "slow down" to the rest.
 */
const cells = 20;
const codes = 200 / cells;
const pushes = 10e6 / 600 / cells;
const providerPerSecond = 5000 / cells;
const share = (100 * pushes) / (pushes + codes);

export const given: Sketch = {
  title: 'Notifications',
  places: [
    { id: 'in-us', label: 'Senders', region: 'us-east' },
    { id: 'outside', label: 'Push provider', region: 'us-east' },
  ],
  nodes: [
    { id: 'users', kind: 'users', at: [0, 1], group: 'in-us', label: 'Senders', params: { ratePerSecond: codes, patienceSeconds: 6 } },
    {
      id: 'provider',
      kind: 'object-storage',
      at: [6, 1],
      group: 'outside',
      label: 'Push provider',
      params: { p50Ms: 80, p99Ms: 300, writeLimit: providerPerSecond, prefixes: 1, objectKB: 1, errorPercent: 2 },
    },
  ],
  links: [],
  workload: { staticShare: 0, writeShare: 0, uploadShare: 100, keys: 100_000, keySkew: 0 },
};

const budgetUsd = 6300;
const queues = { kinds: ['queue'] } as const;
const codesWithin5 = jobsWithin('p99Seconds', 5, 'upload');

export const notifications: Prompt = {
  id: 'notifications',
  number: 11,
  facts: [
    { id: 'pushes', value: 10e6, unit: '', free: true },
    { id: 'handInMinutes', value: 10, unit: 'min' },
    { id: 'codesRate', value: 200, unit: '/s', free: true },
    { id: 'providerRate', value: 5000, unit: '/s' },
    { id: 'doneMinutes', value: 45, unit: 'min' },
    { id: 'errorShare', value: 0.02, unit: '' },
    { id: 'outageMinutes', value: 5, unit: 'min' },
    { id: 'codeSeconds', value: 5, unit: 's' },
  ],
  clarifications: [
    { id: 'campaign', unlocks: ['handInMinutes', 'doneMinutes'], worth: 0.25 },
    { id: 'provider', unlocks: ['providerRate', 'errorShare', 'outageMinutes'], worth: 0.3 },
    { id: 'codes', unlocks: ['codeSeconds'], worth: 0.25 },
    { id: 'twice', unlocks: [], worth: 0.2 },
  ],
  estimates: [
    { id: 'handIn', unit: '/s', answer: 'pushes / (handInMinutes * 60)', within: 1.5 },
    { id: 'codes', unit: '/s', answer: 'codesRate', within: 1.5, becomes: { part: 'users', field: 'ratePerSecond' } },
    { id: 'drainMinutes', unit: 'min', answer: 'pushes / (providerRate - codesRate) / 60', within: 1.3 },
    { id: 'backlog', unit: '', answer: 'pushes - providerRate * handInMinutes * 60', within: 1.5 },
    { id: 'slack', unit: 'min', answer: 'doneMinutes - pushes / (providerRate - codesRate) / 60 - outageMinutes', within: 2 },
    { id: 'triedAgain', unit: '', answer: 'pushes * errorShare', within: 1.5 },
  ],
  given: designOf(given),
  world: [{ kind: 'worker', field: 'jobMs', value: 20 }],
  budgetUsd,
  cells,
  run: { warmUpSeconds: 30, steadySeconds: 60, chaosSeconds: 280 },
  chaos: [
    {
      id: 'campaign',
      at: 60,
      seconds: 60,
      strike: { target: { kinds: ['users'], pick: 'all', instance: 'all' }, fault: 'crowd', value: (pushes + codes) / codes },
    },
    { id: 'campaign-codes', at: 60, seconds: 60, workload: { field: 'uploadShare', value: 100 - share } },
    { id: 'campaign-pushes', at: 60, seconds: 60, workload: { field: 'writeShare', value: share } },
    { id: 'redeploy', at: 100, seconds: 5, strike: { target: { kinds: ['worker'], pick: 'busiest', instance: 'all' }, fault: 'crash' } },
    { id: 'outage', at: 160, seconds: 30, strike: { target: { kinds: ['object-storage'], pick: 'all', instance: 'all' }, fault: 'crash' } },
  ],
  rubric: [
    reachable(5),
    { id: 'queued', group: 'functional', points: 5, goal: queuedFor(), over: 'all' },
    { id: 'code-accepted', group: 'steady', points: 7, goal: within('p99Ms', 500, 'upload'), over: 'steady' },
    { id: 'code-delivered', group: 'steady', points: 12, goal: codesWithin5, over: 'steady' },
    { id: 'available', group: 'steady', points: 6, goal: answered(0.999, 0.99), over: 'steady' },
    { id: 'code-in-campaign', group: 'chaos', points: 15, goal: codesWithin5, over: { chaos: 'campaign' } },
    { id: 'accepted', group: 'chaos', points: 3, goal: answered(0.999, 0.95), over: 'chaos' },
    {
      id: 'done',
      group: 'chaos',
      points: 7,
      goal: { measure: shareOf(['queue'], 'acknowledged', 'published'), is: '>=', value: 0.999, zeroAt: 0.9 },
      over: 'chaos',
    },
    {
      id: 'duplicates',
      group: 'correctness',
      points: 5,
      goal: { measure: perJob('duplicates'), is: '<=', value: 0.001, zeroAt: 0.01 },
      over: 'all',
    },
    { id: 'none-given-up', group: 'correctness', points: 6, goal: atMost(['queue'], 'deadLetters', 0, 50), over: 'all' },
    { id: 'none-lost', group: 'correctness', points: 4, goal: atMost(['queue'], 'lostMessages', 0), over: 'all' },
    ...templateButWorkers(budgetUsd),
  ],
  fatal: [{ id: 'behind-campaign', when: { measure: codesWithin5.measure, is: '>', value: 60 } }],
  needs: [
    { id: 'queue', parts: queues },
    { id: 'worker', parts: { kinds: ['worker'] } },
    { id: 'provider', parts: 'provider' },
  ],
};
