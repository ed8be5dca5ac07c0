import { answered, atMost, jobFor, jobsWithin, programAndStore, reachable, some, stores, template, within } from '../lines.ts';
import type { Prompt } from '../prompt.ts';
import { designOf, type Sketch } from '../sketch.ts';

/**
 * Peak of all cells: 10 M people x 20 feeds and 0.2 posts a day / 86,400 x 1.5 = 3472 feeds and 35 posts a second; a cell has a tenth. What
 * a post costs its followers is one job of the fan-out (200 rows put into timelines in one go). A celebrity has 5000 times as many followers:
 * five of their posts in a minute are 25,000 such jobs, 42 a second in a cell, which is why the share of posts rises from 1 to 12 % then.
 */
const cells = 10;
const perSecond = ((10e6 * (20 + 0.2)) / 86_400) * 1.5;

export const given: Sketch = {
  title: 'News feed',
  places: [{ id: 'in-us', label: 'Readers', region: 'us-east' }],
  nodes: [
    {
      id: 'users',
      kind: 'users',
      at: [0, 1],
      group: 'in-us',
      label: 'Readers',
      params: { ratePerSecond: Math.round(perSecond / cells), patienceSeconds: 5 },
    },
  ],
  links: [],
  workload: { staticShare: 0, writeShare: 1, feedShare: 99, keys: 100_000, keySkew: 0.99 },
};

const budgetUsd = 9000;

const keepers = { kinds: [...stores, 'cache'] } as const;

export const newsFeed: Prompt = {
  id: 'news-feed',
  number: 2,
  facts: [
    { id: 'dau', value: 10e6, unit: '/day', free: true },
    { id: 'feedsPerUserDay', value: 20, unit: '' },
    { id: 'postsPerUserDay', value: 0.2, unit: '' },
    { id: 'peakFactor', value: 1.5, unit: 'x' },
    { id: 'followers', value: 200, unit: '' },
    { id: 'celebrityFollowers', value: 1e6, unit: '' },
    { id: 'celebrityPosts', value: 5, unit: '/min' },
    { id: 'visibleSeconds', value: 10, unit: 's' },
  ],
  clarifications: [
    { id: 'use', unlocks: ['feedsPerUserDay', 'postsPerUserDay'], worth: 0.25 },
    { id: 'peak', unlocks: ['peakFactor'], worth: 0.15 },
    { id: 'followers', unlocks: ['followers'], worth: 0.2 },
    { id: 'celebrities', unlocks: ['celebrityFollowers', 'celebrityPosts'], worth: 0.2 },
    { id: 'fresh', unlocks: ['visibleSeconds'], worth: 0.2 },
  ],
  estimates: [
    { id: 'peakFeeds', unit: '/s', answer: 'dau * feedsPerUserDay * peakFactor / 86400', within: 1.5 },
    { id: 'peakPosts', unit: '/s', answer: 'dau * postsPerUserDay * peakFactor / 86400', within: 1.5 },
    {
      id: 'peakAll',
      unit: '/s',
      answer: 'dau * (feedsPerUserDay + postsPerUserDay) * peakFactor / 86400',
      within: 1.5,
      becomes: { part: 'users', field: 'ratePerSecond' },
    },
    {
      id: 'postShare',
      unit: '%',
      answer: '100 * postsPerUserDay / (postsPerUserDay + feedsPerUserDay)',
      within: 2,
      becomes: { workload: 'writeShare' },
    },
    { id: 'fanOut', unit: '/s', answer: 'dau * postsPerUserDay * peakFactor / 86400 * followers', within: 2 },
    { id: 'celebrityFanOut', unit: '/s', answer: 'celebrityFollowers * celebrityPosts / 60', within: 2 },
  ],
  given: designOf(given),
  world: [{ kind: 'worker', field: 'jobMs', value: 200 }],
  budgetUsd,
  cells,
  run: { warmUpSeconds: 60, steadySeconds: 80, chaosSeconds: 150 },
  chaos: [
    { id: 'celebrity', at: 80, seconds: 40, workload: { field: 'writeShare', value: 12 } },
    { id: 'celebrity-share', at: 80, seconds: 40, workload: { field: 'feedShare', value: 88 } },
    {
      id: 'celebrity-read',
      at: 80,
      seconds: 40,
      strike: { target: { kinds: ['users'], pick: 'all', instance: 'all' }, fault: 'hot-key', value: 30 },
    },
    { id: 'shard', at: 130, strike: { target: { kinds: stores, pick: 'busiest', instance: 'one' }, fault: 'crash' } },
    { id: 'workers', at: 165, seconds: 65, strike: { target: { kinds: ['worker'], pick: 'busiest', instance: 'all' }, fault: 'crash' } },
  ],
  rubric: [
    reachable(5),
    {
      id: 'fan-out',
      group: 'functional',
      points: 5,
      goal: jobFor('write'),
      over: 'steady',
    },
    { id: 'p99-feed', group: 'steady', points: 11, goal: within('p99Ms', 300, 'feed'), over: 'steady' },
    { id: 'available', group: 'steady', points: 7, goal: answered(0.999, 0.99), over: 'steady' },
    { id: 'visible', group: 'steady', points: 7, goal: jobsWithin('p95Seconds', 10, 'write'), over: 'steady' },
    { id: 'celebrity-feed', group: 'chaos', points: 6, goal: within('p99Ms', 300, 'feed'), over: { chaos: 'celebrity' } },
    {
      id: 'backlog-age',
      group: 'chaos',
      points: 6,
      goal: {
        measure: { of: 'part', parts: { kinds: ['queue'] }, column: 'oldestSeconds', take: 'most' },
        is: '<=',
        value: 60,
        zeroAt: 120,
      },
      over: 'chaos',
    },
    { id: 'shard-loss', group: 'chaos', points: 7, goal: answered(0.999, 0.95, 'feed'), over: { chaos: 'shard' } },
    { id: 'worker-outage', group: 'chaos', points: 6, goal: answered(0.999, 0.95), over: { chaos: 'workers' } },
    { id: 'no-post-lost', group: 'correctness', points: 5, goal: atMost(keepers.kinds, 'lostWrites', 0), over: 'all' },
    { id: 'no-message-lost', group: 'correctness', points: 2, goal: atMost(['queue'], 'lostMessages', 0), over: 'all' },
    { id: 'none-given-up', group: 'correctness', points: 2, goal: atMost(['queue'], 'deadLetters', 0), over: 'all' },
    {
      id: 'hot-ratio',
      group: 'correctness',
      points: 6,
      goal: {
        measure: { of: 'part', parts: { kinds: ['shard-router'] }, column: 'hotRatio', take: 'mean' },
        is: '<=',
        value: 1.5,
        zeroAt: 1.8,
      },
      over: { chaos: 'celebrity' },
    },
    ...template(budgetUsd),
  ],
  fatal: [{ id: 'post-lost', when: some(keepers.kinds, 'lostWrites') }],
  needs: programAndStore,
};
