import { answered, atMost, jobsWithin, perJob, reachable, some, template } from '../lines.ts';
import type { Prompt } from '../prompt.ts';
import { designOf, type Sketch } from '../sketch.ts';

/**
 * A billion pages a month are 386 a second; 400 are asked for. A cell has a tenth: 40 addresses a second that were found, of 2000 hosts. A host is
 * the key: who fetches two pages of one host at the same time is impolite, and that shows as a page done after one that came later.
 */
const cells = 10;
const pages = 400 / cells;

export const given: Sketch = {
  title: 'Web crawler',
  places: [{ id: 'found', label: 'Addresses that were found', region: 'us-east' }],
  nodes: [
    {
      id: 'users',
      kind: 'users',
      at: [0, 1],
      group: 'found',
      label: 'Addresses found',
      params: { ratePerSecond: pages, patienceSeconds: 10 },
    },
  ],
  links: [],
  workload: { staticShare: 0, writeShare: 100, keys: 2000, keySkew: 0.2 },
};

const budgetUsd = 2700;
const workers = { kinds: ['worker'] } as const;
const queues = { kinds: ['queue'] } as const;
const run = { warmUpSeconds: 60, steadySeconds: 80, chaosSeconds: 180 } as const;
const at = { dns: 80, trap: 120, leader: 165, poison: 210 } as const;

const rate = (value: number, zeroAt: number, over?: { from: number; to?: number }) =>
  ({ measure: { of: 'part', parts: workers, column: 'jobsDone', take: 'mean', ...(over && { over }) }, is: '>=', value, zeroAt }) as const;

export const crawler: Prompt = {
  id: 'crawler',
  number: 10,
  facts: [
    { id: 'pagesPerMonth', value: 1e9, unit: '', free: true },
    { id: 'pageKB', value: 100, unit: 'KB' },
    { id: 'perHostSeconds', value: 1, unit: 's' },
    { id: 'fetchMs', value: 1000, unit: 'ms' },
    { id: 'linksPerPage', value: 10, unit: '' },
    { id: 'urlBytes', value: 100, unit: 'B' },
    { id: 'resumeMinutes', value: 5, unit: 'min' },
  ],
  clarifications: [
    { id: 'pages', unlocks: ['pageKB', 'linksPerPage', 'urlBytes'], worth: 0.25 },
    { id: 'polite', unlocks: ['perHostSeconds'], worth: 0.25 },
    { id: 'fetching', unlocks: ['fetchMs'], worth: 0.2 },
    { id: 'crash', unlocks: ['resumeMinutes'], worth: 0.15 },
    { id: 'traps', unlocks: [], worth: 0.15 },
  ],
  estimates: [
    { id: 'pageRate', unit: '/s', answer: 'pagesPerMonth / 2592000', within: 1.3 },
    { id: 'bandwidth', unit: 'MB/s', answer: 'pagesPerMonth / 2592000 * pageKB / 1000', within: 1.5 },
    { id: 'storedTB', unit: 'TB', answer: 'pagesPerMonth * pageKB / 1000000000', within: 1.5 },
    { id: 'fetchers', unit: '', answer: 'pagesPerMonth / 2592000 * fetchMs / 1000', within: 1.5 },
    { id: 'hostsAtOnce', unit: '', answer: 'pagesPerMonth / 2592000 * perHostSeconds', within: 1.5 },
    { id: 'seenGB', unit: 'GB', answer: 'pagesPerMonth * linksPerPage * urlBytes / 1000000000', within: 2 },
  ],
  given: designOf(given),
  world: [
    { kind: 'worker', field: 'jobMs', value: 1000 },
    { kind: 'object-storage', field: 'objectKB', value: 100 },
  ],
  budgetUsd,
  cells,
  run,
  chaos: [
    {
      id: 'dns',
      at: at.dns,
      seconds: 40,
      strike: { target: { kinds: ['worker'], pick: 'all', instance: 'all' }, fault: 'slow', value: 1.4 },
    },
    {
      id: 'trap',
      at: at.trap,
      seconds: 30,
      strike: { target: { kinds: ['users'], pick: 'all', instance: 'all' }, fault: 'hot-key', value: 30 },
    },
    { id: 'leader', at: at.leader, strike: { target: { kinds: ['queue'], pick: 'busiest', instance: 'one' }, fault: 'crash' } },
    { id: 'poison', at: at.poison, strike: { target: { kinds: ['queue'], pick: 'all', instance: 'all' }, fault: 'poison', value: 3 } },
  ],
  rubric: [
    reachable(5),
    {
      id: 'stored',
      group: 'functional',
      points: 5,
      goal: {
        measure: {
          of: 'quotient',
          over: { of: 'part', parts: { kinds: ['object-storage'] }, column: 'writes', take: 'sum' },
          under: { of: 'part', parts: workers, column: 'jobsDone', take: 'sum' },
        },
        is: '>=',
        value: 0.95,
        zeroAt: 0.5,
      },
      over: 'steady',
    },
    { id: 'rate', group: 'steady', points: 12, goal: rate(0.95 * pages, 0.7 * pages), over: 'steady' },
    { id: 'waiting', group: 'steady', points: 8, goal: jobsWithin('p99Seconds', 30, 'write'), over: 'steady' },
    { id: 'available', group: 'steady', points: 5, goal: answered(0.999, 0.99), over: 'steady' },
    { id: 'dns', group: 'chaos', points: 6, goal: rate(0.93 * pages, 0.6 * pages), over: { chaos: 'dns' } },
    { id: 'trap', group: 'chaos', points: 6, goal: jobsWithin('p50Seconds', 10, 'write', 30), over: { chaos: 'trap' } },
    {
      id: 'leader',
      group: 'chaos',
      points: 7,
      goal: rate(0.9 * pages, 0.5 * pages, { from: run.warmUpSeconds + at.leader + 15, to: run.warmUpSeconds + at.poison }),
      over: 'chaos',
    },
    { id: 'poison', group: 'chaos', points: 6, goal: rate(0.9 * pages, 0.5 * pages), over: { chaos: 'poison' } },
    {
      id: 'polite',
      group: 'correctness',
      points: 6,
      goal: { measure: perJob('outOfOrder'), is: '<=', value: 0.001, zeroAt: 0.005 },
      over: 'all',
    },
    {
      id: 'twice',
      group: 'correctness',
      points: 4,
      goal: { measure: perJob('duplicates'), is: '<=', value: 0.01, zeroAt: 0.05 },
      over: 'all',
    },
    { id: 'no-message-lost', group: 'correctness', points: 5, goal: atMost(['queue'], 'lostMessages', 0, 20), over: 'all' },
    ...template(budgetUsd),
  ],
  fatal: [
    { id: 'impolite', when: { measure: perJob('outOfOrder'), is: '>', value: 0.001 } },
    { id: 'address-lost', when: some(['queue'], 'lostMessages') },
  ],
  needs: [
    { id: 'queue', parts: queues },
    { id: 'worker', parts: workers },
    { id: 'files', parts: { kinds: ['object-storage'] } },
  ],
};
