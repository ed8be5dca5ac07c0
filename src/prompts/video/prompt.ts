import { answered, atMost, jobsWithin, reachable, some, stores, templateButWorkers, within } from '../lines.ts';
import type { Prompt } from '../prompt.ts';
import { designOf, type Sketch } from '../sketch.ts';

/**
 * 500 people watch at 4 Mbit/s: a segment of 4 s and 2 MB each, 125 a second. A cell has a fifth of them. Who has waited 4 s for a segment has
 * nothing left to show: that is what patience means here, and a failed segment is a picture that stands still. Of uploads an hour is a minute in
 * the run, work and deadlines too: 50 an hour are 0.83 a second, ten minutes of transcoding 10 s.
 */
const cells = 5;
const segments = 500 / 4 / cells;
const uploads = 50 / 60 / cells;
const pages = 5 / cells;
const total = segments + uploads + pages;

const people = (id: string, group: string, row: number, label: string, share: number): Sketch['nodes'][number] => ({
  id,
  kind: 'users',
  at: [0, row],
  group,
  label,
  params: { ratePerSecond: total * share, patienceSeconds: 4 },
});

export const given: Sketch = {
  title: 'Video streaming',
  places: [
    { id: 'in-us', label: 'Viewers in the US', region: 'us-east' },
    { id: 'in-eu', label: 'Viewers in Europe', region: 'ireland' },
    { id: 'in-asia', label: 'Viewers in Asia', region: 'seoul' },
  ],
  nodes: [
    people('users-us', 'in-us', 0, 'US viewers', 0.4),
    people('users-eu', 'in-eu', 2, 'EU viewers', 0.3),
    people('users-asia', 'in-asia', 4, 'Asia viewers', 0.3),
  ],
  links: [],
  workload: {
    staticShare: (100 * segments) / total,
    uploadShare: (100 * uploads) / total,
    writeShare: 0,
    keys: 10_000,
    staticFiles: 100,
    staticSkew: 0.9,
  },
};

const budgetUsd = 18_000;
const edges = { kinds: ['cdn'] } as const;

export const video: Prompt = {
  id: 'video',
  number: 5,
  facts: [
    { id: 'viewers', value: 500, unit: '', free: true },
    { id: 'mbps', value: 4, unit: 'Mbit/s', free: true },
    { id: 'segmentSeconds', value: 4, unit: 's' },
    { id: 'meanShare', value: 0.5, unit: '' },
    { id: 'uploadsPerHour', value: 50, unit: '/h' },
    { id: 'transcodeMinutes', value: 10, unit: 'min' },
    { id: 'readyMinutes', value: 30, unit: 'min' },
    { id: 'byteHit', value: 0.95, unit: '' },
  ],
  clarifications: [
    { id: 'segments', unlocks: ['segmentSeconds'], worth: 0.2 },
    { id: 'day', unlocks: ['meanShare'], worth: 0.15 },
    { id: 'uploads', unlocks: ['uploadsPerHour', 'transcodeMinutes', 'readyMinutes'], worth: 0.25 },
    { id: 'origin', unlocks: ['byteHit'], worth: 0.2 },
    { id: 'outage', unlocks: [], worth: 0.2 },
  ],
  estimates: [
    { id: 'egressMbps', unit: 'Mbit/s', answer: 'viewers * mbps', within: 1.3 },
    { id: 'segmentRate', unit: '/s', answer: 'viewers / segmentSeconds', within: 1.5 },
    { id: 'segmentMB', unit: 'MB', answer: 'mbps * segmentSeconds / 8', within: 1.5 },
    { id: 'egressTB', unit: 'TB', answer: 'viewers * mbps * meanShare / 8 * 2592000 / 1000000', within: 1.5 },
    { id: 'originMbps', unit: 'Mbit/s', answer: 'viewers * mbps * (1 - byteHit)', within: 1.5 },
    { id: 'transcoders', unit: '', answer: 'uploadsPerHour / 60 * transcodeMinutes', within: 2 },
  ],
  given: designOf(given),
  world: [
    { kind: 'worker', field: 'jobMs', value: 10_000 },
    { kind: 'cdn', field: 'fileKB', value: 2000 },
    { kind: 'object-storage', field: 'objectKB', value: 2000 },
  ],
  budgetUsd,
  cells,
  run: { warmUpSeconds: 120, steadySeconds: 80, chaosSeconds: 170 },
  chaos: [
    { id: 'purge', at: 80, strike: { target: { kinds: ['cdn'], pick: 'all', instance: 'all' }, fault: 'purge' } },
    {
      id: 'origin',
      at: 130,
      seconds: 60,
      strike: { target: { kinds: ['object-storage', 'web-server'], pick: 'all', instance: 'all' }, fault: 'crash' },
    },
    { id: 'viral', at: 200, workload: { field: 'staticFiles', value: 400 } },
  ],
  rubric: [
    reachable(5),
    {
      id: 'stale-if-error',
      group: 'functional',
      points: 5,
      goal: { measure: { of: 'setting', parts: edges, field: 'staleIfErrorSeconds' }, is: '>=', value: 600 },
      over: 'all',
    },
    { id: 'start', group: 'steady', points: 5, goal: within('p95Ms', 2000, 'static'), over: 'steady' },
    { id: 'stands-still', group: 'steady', points: 6, goal: answered(0.995, 0.98, 'static'), over: 'steady' },
    {
      id: 'byte-hit',
      group: 'steady',
      points: 6,
      goal: { measure: { of: 'part', parts: edges, column: 'byteHitRatio', take: 'mean' }, is: '>=', value: 95, zeroAt: 85 },
      over: 'steady',
    },
    {
      id: 'origin-load',
      group: 'steady',
      points: 4,
      goal: {
        measure: { of: 'part', parts: edges, column: 'originMbps', take: 'mean' },
        is: '<=',
        value: 100 / cells / 3,
        zeroAt: (2 * 100) / cells / 3,
      },
      over: 'steady',
    },
    { id: 'transcoded', group: 'steady', points: 4, goal: jobsWithin('p95Seconds', 30, 'upload'), over: 'steady' },
    { id: 'after-purge', group: 'chaos', points: 7, goal: answered(0.995, 0.98, 'static'), over: { chaos: 'purge' } },
    { id: 'origin-down', group: 'chaos', points: 10, goal: answered(0.99, 0.9, 'static'), over: { chaos: 'origin' } },
    { id: 'viral', group: 'chaos', points: 8, goal: answered(0.995, 0.98, 'static'), over: { chaos: 'viral' } },
    { id: 'none-given-up', group: 'correctness', points: 5, goal: atMost(['queue'], 'deadLetters', 0), over: 'all' },
    { id: 'no-message-lost', group: 'correctness', points: 4, goal: atMost(['queue'], 'lostMessages', 0), over: 'all' },
    { id: 'no-row-lost', group: 'correctness', points: 3, goal: atMost([...stores, 'cache'], 'lostWrites', 0), over: 'all' },
    { id: 'not-twice', group: 'correctness', points: 3, goal: atMost(['worker'], 'duplicates', 0, 5), over: 'all' },
    ...templateButWorkers(budgetUsd),
  ],
  fatal: [
    { id: 'film-given-up', when: some(['queue'], 'deadLetters') },
    { id: 'film-lost', when: some(['queue'], 'lostMessages') },
  ],
  needs: [
    { id: 'files', parts: { kinds: ['object-storage'] } },
    { id: 'worker', parts: { kinds: ['worker'] } },
  ],
};
