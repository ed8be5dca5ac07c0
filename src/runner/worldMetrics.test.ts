/** What is made of worlds, with worlds made up by hand: every number here can be checked in the head. */

import { describe, expect, it } from 'vitest';
import { bucketOf, valueOf } from '../engine/histogram.ts';
import { meanInterval, sectioned } from '../statistics/interval.ts';
import { compareMetric } from './compareWorlds.ts';
import { createUseBook } from './used.ts';
import type { World } from './world.ts';
import { noCounts } from './worldBook.ts';
import { estimateMetric, mergeWorlds, valueIn } from './worldMetrics.ts';

/** Ten seconds of so many answered reads, all after the same time. */
function worldOf(
  number: number,
  seconds: number,
  answered: number,
  more: { writes?: number; failed?: number; stale?: number } = {},
): World {
  const { writes = 0, failed = 0, stale = 0 } = more;
  return {
    number,
    seed: String(number),
    framesHash: '',
    seconds: 10,
    lost: { writes: 0, messages: 0 },
    used: createUseBook({ nodes: [] }).close(),
    utilization: new Float64Array(0),
    classes: {
      static: noCounts(),
      feed: noCounts(),
      login: noCounts(),
      search: noCounts(),
      upload: noCounts(),
      read: { offered: answered + failed, completed: answered, failedBy: { refused: 0, timeout: failed, shed: 0, error: 0 }, limited: 0 },
      write: { ...noCounts(), offered: writes, completed: writes },
    },
    staleReads: stale,
    latency: Uint32Array.of(bucketOf(seconds), answered + writes),
    course: { stretchSeconds: 1, p99: new Float64Array(0), goodput: new Float64Array(0), failed: new Float64Array(0) },
  };
}

const near = (seconds: number) => valueOf(bucketOf(seconds));

describe('numbers of worlds', () => {
  const merged = mergeWorlds([worldOf(1, 0.1, 60, { writes: 20, failed: 40, stale: 6 }), worldOf(2, 0.3, 20)]);

  it('are shares of what was meant, of what was answered, and per second', () => {
    expect(valueIn(merged, 'goodput')).toBe(100 / 20);
    expect(valueIn(merged, 'failed')).toBe(40 / 140);
    expect(valueIn(merged, 'stale')).toBe(6 / 80);
    expect(valueIn(merged, 'mean')).toBeCloseTo(0.8 * near(0.1) + 0.2 * near(0.3), 12);
    expect(valueIn(mergeWorlds([]), 'p99')).toBeNaN();
  });

  it('that are times own up to the error of the histogram, others do not', () => {
    const alike = [1, 2, 3].map((number) => worldOf(number, 0.1, 300));
    expect(estimateMetric(alike, 'goodput').interval).toEqual({ value: 30, low: 30, high: 30 });
    const { value, interval } = estimateMetric(alike, 'p99');
    expect((interval?.high ?? 0) - (value ?? 0)).toBeCloseTo((value ?? 0) / 128, 12);
    expect((value ?? 0) - (interval?.low ?? 0)).toBeCloseTo((value ?? 0) / 128, 12);
  });

  it('that are shares stay between nothing and all', () => {
    const { interval } = estimateMetric(
      [0, 0, 90].map((failed, i) => worldOf(i + 1, 0.1, 100 - failed, { failed })),
      'failed',
    );
    expect(interval).toMatchObject({ low: 0 });
    const most = estimateMetric(
      [100, 100, 10].map((failed, i) => worldOf(i + 1, 0.1, 100 - failed, { failed })),
      'failed',
    );
    expect(most.interval?.high).toBe(1);
  });

  it('that take more than a world has are told of neighbours together, the last of them with what is left over', () => {
    // p99 takes 300; of 100 each, ten worlds are three, three and four
    const worlds = Array.from({ length: 10 }, (_, i) => worldOf(i + 1, 0.1 * (i + 1), 100));
    const sections = [worlds.slice(0, 3), worlds.slice(3, 6), worlds.slice(6)].map((some) => valueIn(mergeWorlds(some), 'p99'));
    const value = valueIn(mergeWorlds(worlds), 'p99');
    const expected = sectioned(value, sections);
    expect(estimateMetric(worlds, 'p99').interval?.high).toBeCloseTo((expected?.high ?? 0) + value / 128, 12);
  });
});

describe('a comparison of worlds', () => {
  const goodput = (counts: readonly number[]) => counts.map((count, i) => worldOf(i + 1, 0.1, count));
  const base = goodput([1000, 900, 1100, 1050, 950, 1000]);

  it('finds no difference where the interval of the pairs holds zero, whatever the mean says', () => {
    const found = compareMetric(base, goodput([1010, 880, 1125, 1035, 975, 990]), 'goodput');
    const interval = meanInterval([1, -2, 2.5, -1.5, 2.5, -1]);
    expect(found.paired?.difference.value).toBeCloseTo(interval?.value ?? 0, 12);
    expect(found.paired?.difference.low).toBeCloseTo(interval?.low ?? 0, 12);
    expect(found).toMatchObject({ verdict: 'not-real', bBetter: 3, aBetter: 3, worlds: 6 });
  });

  it('knows for which metric more is better', () => {
    const more = goodput([1010, 911, 1112, 1060, 961, 1012]);
    expect(compareMetric(base, more, 'goodput')).toMatchObject({ verdict: 'b-better', bBetter: 6, aBetter: 0 });
    expect(compareMetric(more, base, 'goodput')).toMatchObject({ verdict: 'a-better', bBetter: 0, aBetter: 6 });
    const slower = base.map(({ number }) => worldOf(number, 0.2, 1000));
    expect(compareMetric(base, slower, 'p50')).toMatchObject({ verdict: 'a-better', bBetter: 0, aBetter: 6 });
  });

  it('pairs by number, in whatever order the worlds come', () => {
    const other = goodput([1010, 880, 1125, 1035, 975, 990]);
    const shuffled = [3, 0, 5, 1, 4, 2].map((i) => other[i]);
    const there = compareMetric(base, other, 'goodput');
    expect(compareMetric([...base].reverse(), shuffled, 'goodput')).toEqual(there);
  });

  it('says nothing of a percentile when one of the worlds has too few requests for it', () => {
    const thin = [...base.slice(0, 5), worldOf(6, 0.1, 299)];
    const slow = base.map(({ number }) => worldOf(number, 0.2, 1000));
    expect(compareMetric(thin, slow, 'p99').verdict).toBe('too-little');
    expect(compareMetric(thin, slow, 'p95').verdict).toBe('a-better');
  });
});
