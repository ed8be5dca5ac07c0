/**
 * What a run measured of one part, with its interval: frames cut into sections, the warm-up left out. Only a stretch in which nothing
 * was changed counts: whoever calls passes the frames since the last change.
 */

import type { Frame, FrameLayout } from '../../engine/frame.ts';
import { addSparse, bucketCount, quantileOf } from '../../engine/histogram.ts';
import { nodeColumns } from '../../runner/columns.ts';
import { leastFor } from '../../statistics/enough.ts';
import { estimate, lagOne, leastSections } from '../../statistics/estimate.ts';
import { precisionOf } from '../../statistics/interval.ts';
import { mser5 } from '../../statistics/warmup.ts';
import type { MetricName } from './reading.ts';

export type Measured =
  /** Fewer stretches or answers than any interval needs. */
  | { state: 'few' }
  /** The part has not settled, or its stretches still remember each other. */
  | { state: 'unsettled'; value: number }
  /** With the 99 % interval; `relative` is its half width over the value. */
  | { state: 'known'; value: number; low: number; high: number; relative: number; isConverged: boolean };

/** Sums over a stretch of frames. */
interface Sums {
  seconds: number;
  arrived: number;
  completed: number;
  failed: number;
  /** Over instances that are there: busy share times seconds, and their seconds. */
  busy: number;
  instanceSeconds: number;
  waiting: number;
  inside: number;
  /** Seconds that all answers took together. */
  took: number;
  hits: number;
  misses: number;
}

type Columns = Readonly<
  Record<'arrived' | 'completed' | 'failed' | 'utilization' | 'queue' | 'inside' | 'meanResponse' | 'hits' | 'misses', number[]>
>;

const columnNames = ['arrived', 'completed', 'failed', 'utilization', 'queue', 'inside', 'meanResponse', 'hits', 'misses'] as const;

function sumsOf(frames: readonly Frame[], columns: Columns): Sums {
  const sums: Sums = {
    seconds: 0,
    arrived: 0,
    completed: 0,
    failed: 0,
    busy: 0,
    instanceSeconds: 0,
    waiting: 0,
    inside: 0,
    took: 0,
    hits: 0,
    misses: 0,
  };
  for (const { start, end, values } of frames) {
    const seconds = end - start;
    const total = (at: readonly number[]) => at.reduce((sum, column) => sum + Math.max(0, values[column]), 0);
    const completed = total(columns.completed);
    const failed = total(columns.failed);
    sums.seconds += seconds;
    sums.arrived += total(columns.arrived);
    sums.completed += completed;
    sums.failed += failed;
    sums.busy += total(columns.utilization) * seconds;
    sums.instanceSeconds += columns.utilization.filter((column) => values[column] >= 0).length * seconds;
    sums.waiting += total(columns.queue) * seconds;
    sums.inside += total(columns.inside) * seconds;
    sums.took += total(columns.meanResponse) * (completed + failed);
    sums.hits += total(columns.hits);
    sums.misses += total(columns.misses);
  }
  return sums;
}

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

function quantileIn(frames: readonly Frame[], q: number): { value: number; count: number } {
  const counts = new Float64Array(bucketCount);
  for (const { latency } of frames) addSparse(counts, latency);
  const count = counts.reduce((sum, each) => sum + each, 0);
  return { value: count > 0 ? quantileOf(counts, q, count) : Number.NaN, count };
}

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

function estimated(
  frames: readonly Frame[],
  whole: number,
  counts: readonly number[],
  of: (section: readonly Frame[]) => number,
): Measured {
  for (const count of counts) {
    if (frames.length < count) continue;
    const sections = cut(frames, count).map(of);
    if (count > leastSections && (sections.some((value) => !Number.isFinite(value)) || lagOne(sections) > alike)) continue;
    const { value, low, high, refused } = estimate(whole, sections);
    if (refused !== null) return Number.isFinite(value) ? { state: 'unsettled', value } : { state: 'few' };
    const { relative, isConverged } = precisionOf({ value, low, high });
    return { state: 'known', value, low, high, relative, isConverged };
  }
  return { state: 'few' };
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
  const columns = Object.fromEntries(columnNames.map((name) => [name, nodeColumns(layout, node, name)])) as unknown as Columns;
  const inside = frames.map((frame) => columns.inside.reduce((sum, column) => sum + Math.max(0, frame.values[column]), 0));
  const warm = mser5(inside);
  const counted = frames.slice(warm.cut);
  const sums = sumsOf(counted, columns);
  const ofServed = wanted.includes('refused');
  const metrics = new Map<MetricName, Measured>();
  for (const metric of wanted) {
    const q = quantiles[metric];
    const whole = q === undefined ? { value: read(metric, sums, ofServed), count: Infinity } : quantileIn(counted, q);
    const enough = counted.length >= leastSections && whole.count >= (q === undefined ? 0 : leastFor(q));
    const of = (section: readonly Frame[]) =>
      q === undefined ? read(metric, sumsOf(section, columns), ofServed) : quantileIn(section, q).value;
    const found: Measured = enough
      ? estimated(counted, whole.value, q === undefined ? sectionCounts : quantileSectionCounts, of)
      : { state: 'few' };
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
