/** What an edge near the users spares them and the origin. */

import type { Drawing } from '../library/template.ts';
import { atMost, between, type Claim, exactly, near, shareWithin } from './claim.ts';
import { play } from './play.ts';

type CdnParams = NonNullable<Extract<Drawing['nodes'][number], { kind: 'cdn' }>['params']>;

const fixed = { retries: 0, timeoutMs: 0, delay: 'fixed' } as const;

interface Far {
  ratePerSecond: number;
  /** null = users are wired straight to the origin. */
  cdn: CdnParams | null;
  workload: Drawing['workload'];
  seconds: number;
  /** The same users in the eastern US, too. */
  alsoNear?: boolean;
}

/** Users in Seoul of a server in the eastern US that costs next to nothing. */
const far = ({ ratePerSecond, cdn, workload, seconds, alsoNear = false }: Far): Drawing => {
  const populations = alsoNear ? ['users', 'near'] : ['users'];
  return {
    title: 'Far users',
    seconds,
    groups: [
      { id: 'g1', label: 'Korea', region: 'seoul', at: [-40, 0], size: [248, 176] },
      { id: 'g2', label: 'US East', region: 'us-east', at: [560, 0], size: [400, 400] },
    ],
    nodes: [
      { id: 'users', kind: 'users', at: [0, 60], group: 'g1', params: { ratePerSecond, patienceSeconds: 60 } },
      ...(alsoNear
        ? [{ id: 'near', kind: 'users', at: [600, 240], group: 'g2', params: { ratePerSecond, patienceSeconds: 60 } } as const]
        : []),
      ...(cdn ? [{ id: 'cdn', kind: 'cdn', at: [300, 300], params: { serviceMs: 0, fileSpread: 0, ...cdn } } as const] : []),
      {
        id: 'web',
        kind: 'web-server',
        at: [700, 60],
        group: 'g2',
        params: { vcpu: 1024, service: 'fixed', cpuStaticMs: 0.01, cpuDynamicMs: 0.01, threads: 10_000, queueLimit: 1_000_000 },
      },
    ],
    links: [...populations.map((from) => [from, cdn ? 'cdn' : 'web', fixed] as const), ...(cdn ? [['cdn', 'web', fixed] as const] : [])],
    workload: { writeShare: 0, ...workload },
  };
};

/** 4,630 files a second, of 20,000 that are equally wanted; a twentieth of them must not be kept. */
const files = { staticShare: 100, staticFiles: 20_000, staticSkew: 0 };
const rate = 4630;
/** By then every file has been fetched. */
const filled = 60;

const originShare = (run: ReturnType<typeof play>): number =>
  run.of('cdn', 'originFetches', { from: filled }) / run.of('cdn', 'arrived', { from: filled });

const onlyPosts = { staticShare: 0, writeShare: 100, keys: 1 };
const posts = (run: ReturnType<typeof play>): number => run.of('cdn', 'pageHits') + run.of('cdn', 'hits');

export const cdn: readonly Claim[] = [
  {
    id: 'S04',
    says: 'Static content goes to a CDN: a twentieth of the traffic reaches the origin, and far users get files from nearby',
    shownBy: 'far-users',
    check: () => {
      const kept = play(
        far({ ratePerSecond: rate, cdn: { uncacheableShare: 5, capacityFiles: 100_000 }, workload: files, seconds: filled + 60 }),
      );
      const bare = play(far({ ratePerSecond: rate, cdn: { ttlSeconds: 0, coalesce: false }, workload: files, seconds: 20 }));
      const straight = play(far({ ratePerSecond: rate, cdn: null, workload: files, seconds: 20 }));
      // which files must not be kept is drawn file by file
      const within = (unit: number) => ({ by: 3 * Math.sqrt((0.05 * 0.95) / files.staticFiles) * unit });
      const millis = (run: typeof kept, from: number) => run.mean('users', 'meanResponse', { from }) * 1000;
      return [
        near('hit ratio of the edge in Seoul', 1 - originShare(kept), 0.95, within(1)),
        near('files from the origin', kept.of('cdn', 'originFetches', { from: filled }) / 60, 232, within(rate), { unit: '/s' }),
        near('… in bandwidth', kept.mean('cdn', 'originMbps', { from: filled }), 56, within(1111), { unit: 'Mbit/s' }),
        near('with an edge that keeps nothing', bare.mean('cdn', 'originMbps', { from: 5 }), 1111, { share: 0.02 }, { unit: 'Mbit/s' }),
        near('mean response in Seoul from the edge', millis(kept, filled), 19, within(178), { unit: 'ms' }),
        near('… from an edge that keeps nothing', millis(bare, 5), 188, { share: 0.01 }, { unit: 'ms' }),
        near(
          '… straight from the origin',
          millis(straight, 5),
          178,
          { share: 0.01 },
          {
            unit: 'ms',
            derivation:
              'the 188 ms stated are 10 to an edge and 178 from there; straight from Seoul to the origin it is 178, last miles included',
          },
        ),
      ];
    },
  },
  {
    id: 'S05',
    says: 'Dynamic pages can be kept at the edge for a second: at most one fetch a second per edge, nothing older, and never a POST',
    shownBy: 'far-users',
    check: () => {
      const seconds = 120;
      const workload = { staticShare: 0, keys: 1, writeShare: 20 };
      const run = play(far({ ratePerSecond: 625, cdn: { pageTtlSeconds: 1 }, workload, seconds, alsoNear: true }));
      const reads = run.total('offered.read') / 2 / seconds;
      const perEdge = [0, 1].map((instance) => run.of('cdn', 'originFetches', { instance }) / seconds);
      return [
        near('reads of the page at each edge', reads, 500, { share: 0.02 }, { unit: '/s' }),
        ...perEdge.map((fetches, i) => between(`fetches of it by edge ${i + 1}`, fetches, 0.5, 1, { unit: '/s' })),
        atMost('oldest copy served', Math.max(...run.series('cdn', 'copyAge', 0), ...run.series('cdn', 'copyAge', 1)), 1, { unit: 's' }),
        atMost(
          'writes that have not reached the origin: those on their way at the end',
          run.total('offered.write') + run.of('cdn', 'originFetches') - run.of('web', 'arrived'),
          125 * 2 * 0.2,
        ),
        exactly(
          'POSTs answered from a copy',
          posts(play(far({ ratePerSecond: 500, cdn: { pageTtlSeconds: 1 }, workload: onlyPosts, seconds: 20 }))),
          0,
        ),
      ];
    },
  },
  {
    id: 'S72',
    says: 'Static files via the CDN: the origin sees at most a twentieth of them',
    shownBy: 'far-users',
    check: () => {
      const popular = { staticShare: 100, staticFiles: 2000, staticSkew: 0.8 };
      const run = play(
        far({ ratePerSecond: 1000, cdn: { uncacheableShare: 2, capacityFiles: 2000 }, workload: popular, seconds: filled + 60 }),
      );
      return [
        atMost('share of files that the origin sends', originShare(run), 0.05),
        near('… of the bytes', 1 - run.mean('cdn', 'byteHitRatio', { from: filled }) / 100, originShare(run), shareWithin(0.05, 60_000)),
      ];
    },
  },
];
