/**
 * What a run measured of one part, with its interval: frames cut into sections, the warm-up left out. Only a stretch in which nothing
 * was changed counts: whoever calls passes the frames since the last change.
 */

import type { Frame, FrameLayout } from '../../engine/frame.ts';
import { addSparse, bucketCount, quantileOf, sumOf } from '../../engine/histogram.ts';
import { leastFor } from '../../statistics/enough.ts';
import { estimate, lagOne, leastSections } from '../../statistics/estimate.ts';
import { precisionOf } from '../../statistics/interval.ts';
import { mser5 } from '../../statistics/warmup.ts';
import { columnsOf, type Sums, sumsOf } from './frameSums.ts';
import type { MetricName } from './reading.ts';

export type Measured =
  /** Fewer stretches or answers than any interval needs. */
  | { state: 'few' }
  /** The part has not settled, or its stretches still remember each other. */
  | { state: 'unsettled'; value: number }
  /** With the 99 % interval; `relative` is its half width over the value. */
  | { state: 'known'; value: number; low: number; high: number; relative: number; isConverged: boolean };

/** @param ofServed whether those turned away at once, which took no time, are left out of the mean response */
function read(metric: MetricName, sums: Sums, ofServed: boolean): number {
  switch (metric) {
    case 'utilization':
      return sums.busy / sums.instanceSeconds;
    case 'waiting':
      return sums.waiting / sums.seconds;
    case 'inside':
      return sums.inside / sums.seconds;
    case 'response':
      return sums.took / (ofServed ? sums.completed : sums.completed + sums.failed);
    case 'refused':
      return sums.failed / sums.arrived;
    case 'hitRatio':
      return sums.hits / (sums.hits + sums.misses);
    case 'throughput':
      return sums.completed / sums.seconds;
    default:
      return Number.NaN;
  }
}

const quantiles: Readonly<Partial<Record<MetricName, number>>> = { p50: 0.5, p95: 0.95, p99: 0.99 };

/** Fewer and longer stretches until neighbours no longer remember each other. */
const sectionCounts = [30, leastSections] as const;
/** A percentile of a short stretch is that of its worst moment: few long ones. */
const quantileSectionCounts = [leastSections] as const;
/** Neighbours this alike ask for longer stretches. */
const alike = 0.2;

/** In `count` stretches of equally many frames; what does not divide is left out at the beginning. */
function cut(frames: readonly Frame[], count: number): (readonly Frame[])[] {
  const size = Math.floor(frames.length / count);
  const first = frames.length - size * count;
  return Array.from({ length: count }, (_, i) => frames.slice(first + i * size, first + (i + 1) * size));
}

function histogramOf(frames: readonly Frame[]): Float64Array {
  const counts = new Float64Array(bucketCount);
  for (const { latency } of frames) addSparse(counts, latency);
  return counts;
}

/** @param sections the same measured on each stretch, by how many stretches there are; asked for only as far as needed */
function estimated(whole: number, frames: number, counts: readonly number[], sections: (count: number) => readonly number[]): Measured {
  for (const count of counts) {
    if (frames < count) continue;
    const values = sections(count);
    if (count > leastSections && (values.some((value) => !Number.isFinite(value)) || lagOne(values) > alike)) continue;
    const { value, low, high, refused } = estimate(whole, values);
    if (refused !== null) return Number.isFinite(value) ? { state: 'unsettled', value } : { state: 'few' };
    const { relative, isConverged } = precisionOf({ value, low, high });
    return { state: 'known', value, low, high, relative, isConverged };
  }
  return { state: 'few' };
}

/** Computed once for several metrics. */
function once<T>(make: (count: number) => T): (count: number) => T {
  const known = new Map<number, T>();
  return (count) => {
    const found = known.get(count) ?? make(count);
    known.set(count, found);
    return found;
  };
}

export interface Measurement {
  metrics: ReadonlyMap<MetricName, Measured>;
  /** Means of the counted stretch for the laws that hold in any design; null before there is one. */
  laws: { arrivedPerSecond: number; response: number; inside: number; utilization: number } | null;
  /** Simulated seconds that were counted, and from when. */
  seconds: number;
  from: number;
}

/**
 * @param frames since the last change, oldest first
 * @param node its position in the plan
 * @param wanted what to measure; percentiles are those of all users
 */
export function measureNode(frames: readonly Frame[], layout: FrameLayout, node: number, wanted: readonly MetricName[]): Measurement {
  const columns = columnsOf(layout, node);
  const warm = mser5(frames.map((frame) => sumsOf([frame], columns).inside));
  const counted = frames.slice(warm.cut);
  const sums = sumsOf(counted, columns);
  const sections = once((count) => cut(counted, count).map((section) => sumsOf(section, columns)));
  const histograms = once((count) => cut(counted, count).map(histogramOf));
  const ofServed = wanted.includes('refused');
  const isEnough = counted.length >= leastSections;
  const metrics = new Map<MetricName, Measured>();
  for (const metric of wanted) {
    const q = quantiles[metric];
    let found: Measured = { state: 'few' };
    if (isEnough && q === undefined) {
      const of = (count: number) => sections(count).map((each) => read(metric, each, ofServed));
      found = estimated(read(metric, sums, ofServed), counted.length, sectionCounts, of);
    } else if (isEnough && q !== undefined) {
      const [all] = histograms(1);
      const count = sumOf(all);
      const of = (sectionCount: number) => histograms(sectionCount).map((each) => quantileOf(each, q));
      if (count >= leastFor(q)) found = estimated(quantileOf(all, q, count), counted.length, quantileSectionCounts, of);
    }
    metrics.set(metric, warm.isTooShort && found.state === 'known' ? { state: 'unsettled', value: found.value } : found);
  }
  const laws =
    sums.completed > 0 && sums.seconds > 0
      ? {
          arrivedPerSecond: sums.arrived / sums.seconds,
          response: read('response', sums, false),
          inside: sums.inside / sums.seconds,
          utilization: read('utilization', sums, false),
        }
      : null;
  return { metrics, laws, seconds: sums.seconds, from: counted[0]?.start ?? 0 };
}
