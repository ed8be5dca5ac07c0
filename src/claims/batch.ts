/** Jobs by the clock, and where their results go (domain 2.22, 2.15, 2.16). */

import type { Readings } from '../engine/readings.ts';
import { between, type Claim, type Finding, near } from './claim.ts';
import { play } from './play.ts';

/** A hundred thousand jobs by the clock for workers that do a hundred a second. */
const nightly = (jitterSeconds: number, seconds: number): Readings =>
  play({
    title: 'A batch by the clock',
    seconds,
    nodes: [
      { id: 'clock', kind: 'scheduler', at: [0, 0], params: { jobs: 100_000, everySeconds: 3600, firstSeconds: 10, jitterSeconds } },
      { id: 'queue', kind: 'queue', at: [240, 0] },
      { id: 'worker', kind: 'worker', at: [480, 0], params: { instances: 1, concurrency: 10, jobMs: 100, service: 'fixed', prefetch: 0 } },
    ],
    links: [
      ['clock', 'queue', { delay: 'none', timeoutMs: 0 }],
      ['queue', 'worker', { delay: 'none', timeoutMs: 0 }],
    ],
  });

function spreadOut(): Finding[] {
  const burst = nightly(0, 1100);
  const spread = nightly(1800, 1850);
  const backlog = burst.series('queue', 'backlog');
  return [
    near('100,000 jobs at once: the last is done after', backlog.indexOf(0, 12) - 10, 1000, { share: 0.01 }, { unit: 's' }),
    near('spread over 30 minutes: jobs a second', spread.of('queue', 'published', { from: 20, to: 1800 }) / 1780, 55.6, { share: 0.02 }),
    between('… and most that ever wait', Math.max(...spread.series('queue', 'backlog')), 0, 20),
  ];
}

/** Photos stored at twice what one prefix takes. */
const photos = (prefixes: number): Readings =>
  play({
    title: 'Photos',
    seconds: 30,
    nodes: [
      { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 7000 } },
      {
        id: 'web',
        kind: 'web-server',
        at: [240, 0],
        params: { vcpu: 256, cpuDynamicMs: 0.01, cpuStaticMs: 0.01, threads: 10_000, readsPerRequest: 0 },
      },
      { id: 'photos', kind: 'object-storage', at: [480, 0], params: { prefixes } },
    ],
    links: [
      ['users', 'web', { retries: 0, timeoutMs: 0 }],
      ['web', 'photos', { timeoutMs: 0 }],
    ],
    workload: { staticShare: 0, writeShare: 0, uploadShare: 100 },
  });

function prefixLimits(): Finding[] {
  const one = photos(1);
  const many = photos(16);
  const rate = (run: Readings, metric: string) => run.of('photos', metric, { from: 5 }) / 25;
  return [
    near('one prefix: files stored', rate(one, 'writes'), 3500, { share: 0.02 }, { unit: '/s' }),
    near('… told to slow down (503)', rate(one, 'slowDowns'), 3500, { share: 0.03 }, { unit: '/s' }),
    near('16 prefixes: told to slow down', rate(many, 'slowDowns'), 0, { by: 0 }, { unit: '/s' }),
    near('time to answer, median', many.mean('photos', 'p50', { from: 5 }) * 1000, 30, { share: 0.03 }, { unit: 'ms' }),
    near('time to answer, p99', many.mean('photos', 'p99', { from: 5 }) * 1000, 200, { share: 0.1 }, { unit: 'ms' }),
  ];
}

export const batch: readonly Claim[] = [
  { id: 'P9', says: 'A batch by the clock is a backlog unless it is spread out', shownBy: 'nightly-batch', check: spreadOut },
  { id: 'S31', says: 'Results go to a storage that answers slowly and limits each prefix', shownBy: 'nightly-batch', check: prefixLimits },
];
