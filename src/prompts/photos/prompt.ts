import { answered, atMost, jobFor, jobsWithin, programAndStore, reachable, some, stores, template, within, withinFor } from '../lines.ts';
import type { Prompt } from '../prompt.ts';
import { designOf, type Sketch } from '../sketch.ts';

/**
 * A day: 100 M thumbnails, 10 M pages of photos, 2 M likes, 400,000 uploads; at the peak 1.65 times the mean. A cell has a quarter of it. Only those
 * photos are drawn that a cell's people look at in some minutes.
 */
const cells = 4;
const perDay = { view: 100e6, page: 10e6, like: 2e6, upload: 0.4e6 } as const;
const total = perDay.view + perDay.page + perDay.like + perDay.upload;
const perSecond = (total * 1.65) / 86_400 / cells;
const percent = (count: number): number => Math.round((100_000 * count) / total) / 1000;

const people = (id: string, group: string, row: number, label: string, share: number): Sketch['nodes'][number] => ({
  id,
  kind: 'users',
  at: [0, row],
  group,
  label,
  params: { ratePerSecond: Math.round(perSecond * share), patienceSeconds: 6 },
});

export const given: Sketch = {
  title: 'Photo sharing',
  places: [
    { id: 'in-us', label: 'Users in the US', region: 'us-east' },
    { id: 'in-eu', label: 'Users in Europe', region: 'ireland' },
    { id: 'in-asia', label: 'Users in Asia', region: 'seoul' },
  ],
  nodes: [
    people('users-us', 'in-us', 0, 'US users', 0.4),
    people('users-eu', 'in-eu', 2, 'EU users', 0.3),
    people('users-asia', 'in-asia', 4, 'Asia users', 0.3),
  ],
  links: [],
  workload: {
    staticShare: percent(perDay.view),
    writeShare: percent(perDay.like),
    uploadShare: percent(perDay.upload),
    keys: 20_000,
    keySkew: 0.99,
    staticFiles: 1500,
    staticSkew: 0.8,
  },
};

const budgetUsd = 16_000;
const run = { warmUpSeconds: 60, steadySeconds: 90, chaosSeconds: 180 } as const;
const at = { workers: 90, slowDown: 150, likes: 180 } as const;

export const photos: Prompt = {
  id: 'photos',
  number: 8,
  facts: [
    { id: 'dau', value: 2e6, unit: '/day', free: true },
    { id: 'uploadsPerDay', value: 400_000, unit: '/day' },
    { id: 'uploadMB', value: 2, unit: 'MB' },
    { id: 'viewsPerDay', value: 100e6, unit: '/day' },
    { id: 'thumbnailKB', value: 60, unit: 'KB' },
    { id: 'likesPerDay', value: 2e6, unit: '/day' },
    { id: 'pagesPerDay', value: 10e6, unit: '/day' },
    { id: 'peakFactor', value: 1.65, unit: 'x' },
    { id: 'resizeSeconds', value: 2, unit: 's' },
  ],
  clarifications: [
    { id: 'views', unlocks: ['viewsPerDay', 'thumbnailKB', 'pagesPerDay'], worth: 0.25 },
    { id: 'uploads', unlocks: ['uploadsPerDay', 'uploadMB', 'resizeSeconds'], worth: 0.25 },
    { id: 'likes', unlocks: ['likesPerDay'], worth: 0.15 },
    { id: 'peak', unlocks: ['peakFactor'], worth: 0.15 },
    { id: 'loss', unlocks: [], worth: 0.2 },
  ],
  estimates: [
    { id: 'peakViews', unit: '/s', answer: 'viewsPerDay * peakFactor / 86400', within: 1.5 },
    { id: 'peakUploads', unit: '/s', answer: 'uploadsPerDay * peakFactor / 86400', within: 1.5 },
    { id: 'egressTB', unit: 'TB', answer: 'viewsPerDay * thumbnailKB * 30 / 1000000000', within: 1.5 },
    { id: 'storedTB', unit: 'TB', answer: 'uploadsPerDay * uploadMB * 30 / 1000000', within: 1.5 },
    { id: 'resizers', unit: '', answer: 'uploadsPerDay * peakFactor / 86400 * resizeSeconds', within: 2 },
    {
      id: 'uploadShare',
      unit: '%',
      answer: '100 * uploadsPerDay / (viewsPerDay + pagesPerDay + likesPerDay + uploadsPerDay)',
      within: 2,
      becomes: { workload: 'uploadShare' },
    },
  ],
  given: designOf(given),
  world: [
    { kind: 'worker', field: 'jobMs', value: 2000 },
    { kind: 'cdn', field: 'fileKB', value: 60 },
    { kind: 'object-storage', field: 'objectKB', value: 2000 },
  ],
  budgetUsd,
  cells,
  run,
  chaos: [
    {
      id: 'workers',
      at: at.workers,
      seconds: 60,
      strike: { target: { kinds: ['worker'], pick: 'busiest', instance: 'all' }, fault: 'crash' },
    },
    {
      id: 'slow-down',
      at: at.slowDown,
      seconds: 30,
      set: { target: { kinds: ['object-storage'], pick: 'all' }, field: 'writeLimit', value: 1 },
    },
    {
      id: 'likes',
      at: at.likes,
      seconds: 30,
      strike: { target: { kinds: ['users'], pick: 'all', instance: 'all' }, fault: 'hot-key', value: 60 },
    },
    { id: 'likes-share', at: at.likes, seconds: 30, workload: { field: 'writeShare', value: 10 * percent(perDay.like) } },
    {
      id: 'likes-views',
      at: at.likes,
      seconds: 30,
      workload: { field: 'staticShare', value: percent(perDay.view) - 10 * percent(perDay.like) },
    },
  ],
  rubric: [
    reachable(5),
    {
      id: 'resized-later',
      group: 'functional',
      points: 5,
      goal: jobFor('upload', 0.9),
      over: 'steady',
    },
    { id: 'p99-view-us', group: 'steady', points: 3, goal: withinFor('users-us', 200, 'static'), over: 'steady' },
    { id: 'p99-view-eu', group: 'steady', points: 3, goal: withinFor('users-eu', 200, 'static'), over: 'steady' },
    { id: 'p99-view-asia', group: 'steady', points: 3, goal: withinFor('users-asia', 200, 'static'), over: 'steady' },
    { id: 'p99-upload', group: 'steady', points: 6, goal: within('p99Ms', 1000, 'upload'), over: 'all' },
    { id: 'thumbnail', group: 'steady', points: 5, goal: jobsWithin('p95Seconds', 30, 'upload'), over: 'steady' },
    { id: 'available', group: 'steady', points: 5, goal: answered(0.999, 0.99), over: 'steady' },
    { id: 'workers-uploads', group: 'chaos', points: 5, goal: answered(0.999, 0.95, 'upload'), over: { chaos: 'workers' } },
    {
      id: 'workers-thumbnails',
      group: 'chaos',
      points: 6,
      goal: {
        measure: { of: 'part', parts: { kinds: ['queue'] }, column: 'oldestSeconds', take: 'most' },
        is: '<=',
        value: 30,
        zeroAt: 60,
      },
      over: 'chaos',
    },
    { id: 'slow-down', group: 'chaos', points: 7, goal: answered(0.99, 0.7, 'upload'), over: { chaos: 'slow-down' } },
    { id: 'like-storm', group: 'chaos', points: 7, goal: within('p99Ms', 1000, 'write'), over: { chaos: 'likes' } },
    { id: 'none-given-up', group: 'correctness', points: 5, goal: atMost(['queue'], 'deadLetters', 0), over: 'all' },
    { id: 'no-message-lost', group: 'correctness', points: 3, goal: atMost(['queue'], 'lostMessages', 0), over: 'all' },
    { id: 'no-row-lost', group: 'correctness', points: 3, goal: atMost([...stores, 'cache'], 'lostWrites', 0), over: 'all' },
    {
      id: 'like-count',
      group: 'correctness',
      points: 4,
      goal: {
        measure: { of: 'users', figure: 'staleShare', over: { from: run.warmUpSeconds + at.likes + 60 } },
        is: '<=',
        value: 0.01,
        zeroAt: 0.05,
      },
      over: 'chaos',
    },
    ...template(budgetUsd),
  ],
  fatal: [
    { id: 'photo-given-up', when: some(['queue'], 'deadLetters') },
    { id: 'photo-lost', when: some(['queue'], 'lostMessages') },
    { id: 'row-lost', when: some([...stores, 'cache'], 'lostWrites') },
  ],
  needs: [...programAndStore, { id: 'files', parts: { kinds: ['object-storage'] } }],
};
