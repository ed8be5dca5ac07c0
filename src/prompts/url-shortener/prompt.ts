import { answered, atMost, programAndStore, reachable, some, stores, template, within, withinFor } from '../lines.ts';
import type { Prompt } from '../prompt.ts';
import { designOf, type Sketch } from '../sketch.ts';

/**
 * Peak requests a second of all cells: (100 M redirects + 1 M creates) / 86,400 x 3 = 3507; a cell has an eighth of it. Of the links only
 * those are drawn that a cell's people ask for in some minutes: a cache that has run for weeks could not be told from a cold one otherwise.
 */
const cells = 8;
const perSecond = ((100e6 + 1e6) / 86_400) * 3;

const people = (id: string, group: string, row: number, label: string, share: number): Sketch['nodes'][number] => ({
  id,
  kind: 'users',
  at: [0, row],
  group,
  label,
  params: { ratePerSecond: Math.round((perSecond * share) / cells), patienceSeconds: 5 },
});

export const given: Sketch = {
  title: 'URL shortener',
  places: [
    { id: 'in-us', label: 'Users in the US', region: 'us-east' },
    { id: 'in-eu', label: 'Users in Europe', region: 'ireland' },
    { id: 'in-asia', label: 'Users in Asia', region: 'seoul' },
  ],
  nodes: [
    people('users-us', 'in-us', 0, 'US users', 0.5),
    people('users-eu', 'in-eu', 2, 'EU users', 0.25),
    people('users-asia', 'in-asia', 4, 'Asia users', 0.25),
  ],
  links: [],
  workload: { staticShare: 0, writeShare: 1, keys: 20_000, keySkew: 0.99 },
};

const budgetUsd = 6000;
const run = { warmUpSeconds: 60, steadySeconds: 90, chaosSeconds: 140 } as const;

export const urlShortener: Prompt = {
  id: 'url-shortener',
  number: 1,
  facts: [
    { id: 'redirectsPerDay', value: 100e6, unit: '/day', free: true },
    { id: 'createsPerDay', value: 1e6, unit: '/day' },
    { id: 'peakFactor', value: 3, unit: 'x' },
    { id: 'links', value: 10e6, unit: 'links' },
    { id: 'usShare', value: 0.5, unit: '' },
    { id: 'euShare', value: 0.25, unit: '' },
    { id: 'asiaShare', value: 0.25, unit: '' },
    { id: 'linkKB', value: 0.5, unit: 'KB' },
    { id: 'keepYears', value: 5, unit: 'years' },
    { id: 'recoverySeconds', value: 60, unit: 's' },
  ],
  clarifications: [
    { id: 'writes', unlocks: ['createsPerDay'], worth: 0.2 },
    { id: 'peak', unlocks: ['peakFactor'], worth: 0.2 },
    { id: 'where', unlocks: ['usShare', 'euShare', 'asiaShare'], worth: 0.2 },
    { id: 'links', unlocks: ['links', 'linkKB', 'keepYears'], worth: 0.15 },
    { id: 'loss', unlocks: ['recoverySeconds'], worth: 0.15 },
    { id: 'popularity', unlocks: [], worth: 0.1 },
  ],
  estimates: [
    { id: 'meanRedirects', unit: '/s', answer: 'redirectsPerDay / 86400', within: 1.5 },
    { id: 'peakRedirects', unit: '/s', answer: 'redirectsPerDay * peakFactor / 86400', within: 1.5 },
    {
      id: 'peakUs',
      unit: '/s',
      answer: '(redirectsPerDay + createsPerDay) * peakFactor * usShare / 86400',
      within: 1.5,
      becomes: { part: 'users-us', field: 'ratePerSecond' },
    },
    {
      id: 'writeShare',
      unit: '%',
      answer: '100 * createsPerDay / (createsPerDay + redirectsPerDay)',
      within: 2,
      becomes: { workload: 'writeShare' },
    },
    { id: 'storageGB', unit: 'GB', answer: 'createsPerDay * linkKB * 365 * keepYears / 1000000', within: 2 },
    { id: 'databaseReads', unit: '/s', answer: '0.2 * redirectsPerDay * peakFactor / 86400', within: 2 },
  ],
  given: designOf(given),
  budgetUsd,
  cells,
  run,
  chaos: [
    { id: 'flush', at: 90, strike: { target: { kinds: ['cache'], pick: 'all', instance: 'all' }, fault: 'flush' } },
    {
      id: 'hot-link',
      at: 120,
      seconds: 30,
      strike: { target: { kinds: ['users'], pick: 'all', instance: 'all' }, fault: 'hot-key', value: 40 },
    },
    { id: 'primary', at: 150, strike: { target: { kinds: stores, pick: 'busiest', instance: 'one' }, fault: 'crash' } },
  ],
  rubric: [
    reachable(),
    { id: 'p99-us', group: 'steady', points: 7, goal: withinFor('users-us', 100, 'read'), over: 'steady' },
    { id: 'p99-eu', group: 'steady', points: 5, goal: withinFor('users-eu', 200, 'read'), over: 'steady' },
    { id: 'p99-asia', group: 'steady', points: 5, goal: withinFor('users-asia', 200, 'read'), over: 'steady' },
    { id: 'available', group: 'steady', points: 5, goal: answered(0.9995, 0.995, 'read'), over: 'steady' },
    { id: 'p99-create', group: 'steady', points: 3, goal: within('p99Ms', 500, 'write'), over: 'steady' },
    { id: 'after-flush', group: 'chaos', points: 6, goal: within('p99Ms', 250, 'read'), over: { chaos: 'flush' } },
    { id: 'hot-link', group: 'chaos', points: 6, goal: within('p99Ms', 250, 'read'), over: { chaos: 'hot-link' } },
    { id: 'redirects-go-on', group: 'chaos', points: 6, goal: answered(0.9995, 0.99, 'read'), over: 'chaos' },
    {
      id: 'writes-back',
      group: 'chaos',
      points: 7,
      goal: answered(0.99, 0.5, 'write', { from: run.warmUpSeconds + 150 + 60 }),
      over: 'chaos',
    },
    { id: 'no-link-lost', group: 'correctness', points: 10, goal: atMost([...stores, 'cache'], 'lostWrites', 0), over: 'all' },
    {
      id: 'database-reads',
      group: 'correctness',
      points: 5,
      goal: {
        measure: {
          of: 'quotient',
          over: { of: 'part', parts: { kinds: stores }, column: 'reads', take: 'sum' },
          under: { of: 'users', figure: 'completed', class: 'read' },
        },
        is: '<=',
        value: 0.2,
        zeroAt: 0.3,
      },
      over: 'steady',
    },
    ...template(budgetUsd),
  ],
  fatal: [
    {
      id: 'link-lost',
      when: some([...stores, 'cache'], 'lostWrites'),
    },
  ],
  needs: programAndStore,
};
