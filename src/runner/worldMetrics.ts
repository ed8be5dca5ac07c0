/**
 * What worlds come to: the numbers of one, of all of them merged, and how sure those are. Histograms are added and never averaged;
 * intervals come from the spread between worlds, which are independent of each other, never from requests, which are not.
 */

import { addSparse, bucketCount, quantileOf, sumOf, valueOf } from '../engine/histogram.ts';
import { failureReasons, readClasses, requestClasses } from '../engine/plan.ts';
import { leastFor } from '../statistics/enough.ts';
import { type Interval, sectioned } from '../statistics/interval.ts';
import type { World } from './world.ts';
import { type ClassCounts, noCounts } from './worldBook.ts';

interface Metric {
  unit: 'seconds' | 'per-second' | 'share' | 'count';
  better: 'less' | 'more';
  /** Of a percentile: which. */
  quantile?: number;
}

export const metrics = {
  mean: { unit: 'seconds', better: 'less' },
  p50: { unit: 'seconds', better: 'less', quantile: 0.5 },
  p95: { unit: 'seconds', better: 'less', quantile: 0.95 },
  p99: { unit: 'seconds', better: 'less', quantile: 0.99 },
  p999: { unit: 'seconds', better: 'less', quantile: 0.999 },
  /** Requests answered per second. */
  goodput: { unit: 'per-second', better: 'more' },
  /** Of all requests meant, those over a limit left out. */
  failed: { unit: 'share', better: 'less' },
  /** Of the reads that were answered. */
  stale: { unit: 'share', better: 'less' },
  /** Writes that were acknowledged and are gone, per world. */
  lostWrites: { unit: 'count', better: 'less' },
} as const satisfies Record<string, Metric>;
export type MetricName = keyof typeof metrics;
export const metricNames = Object.keys(metrics) as readonly MetricName[];

const quantileOfMetric = (name: MetricName): number | null => (metrics[name] as Metric).quantile ?? null;

/** A bucket's half width: a response time of a histogram is known to +-0.78 %, which an interval has to own up to. */
const sketchError = 1 / 128;

export interface Merged {
  worlds: number;
  /** Simulated, of all worlds together. */
  seconds: number;
  all: ClassCounts;
  staleReads: number;
  answeredReads: number;
  lostWrites: number;
  /** One count per bucket, of all classes. */
  latency: Float64Array;
}

const failuresOf = ({ failedBy }: ClassCounts): number => failureReasons.reduce((sum, reason) => sum + failedBy[reason], 0);

/** Worlds as if they were one long run: every counter and every bucket added. */
export function mergeWorlds(worlds: readonly Pick<World, 'seconds' | 'classes' | 'staleReads' | 'latency' | 'lost'>[]): Merged {
  const merged: Merged = {
    worlds: worlds.length,
    seconds: 0,
    all: noCounts(),
    staleReads: 0,
    answeredReads: 0,
    lostWrites: 0,
    latency: new Float64Array(bucketCount),
  };
  for (const { seconds, classes, staleReads, latency, lost } of worlds) {
    merged.seconds += seconds;
    merged.lostWrites += lost.writes;
    merged.staleReads += staleReads;
    for (const name of readClasses) merged.answeredReads += classes[name].completed;
    for (const name of requestClasses) {
      merged.all.offered += classes[name].offered;
      merged.all.completed += classes[name].completed;
      merged.all.limited += classes[name].limited;
      for (const reason of failureReasons) merged.all.failedBy[reason] += classes[name].failedBy[reason];
    }
    addSparse(merged.latency, latency);
  }
  return merged;
}

/** NaN where there was nothing to measure. Seconds, per second, a number, or a share from 0 to 1. */
export function valueIn({ worlds, seconds, all, staleReads, answeredReads, lostWrites, latency }: Merged, name: MetricName): number {
  const ended = sumOf(latency);
  const quantile = quantileOfMetric(name);
  if (quantile !== null) return ended > 0 ? quantileOf(latency, quantile, ended) : Number.NaN;
  if (name === 'mean') return latency.reduce((sum, count, bucket) => (count > 0 ? sum + count * valueOf(bucket) : sum), 0) / ended;
  if (name === 'goodput') return all.completed / seconds;
  if (name === 'lostWrites') return lostWrites / worlds;
  if (name === 'failed') return failuresOf(all) / (all.offered - all.limited);
  return staleReads / answeredReads;
}

export interface MetricEstimate {
  /** Of all worlds merged; null where there is nothing, or too little, to measure. */
  value: number | null;
  interval: Interval | null;
  /** A percentile of fewer completed requests than it needs. */
  isTooLittle: boolean;
}

/** Whether this has the completed requests that a percentile needs; every other metric needs none. */
export function hasEnough(merged: Merged, name: MetricName): boolean {
  const quantile = quantileOfMetric(name);
  return quantile === null || merged.all.completed >= leastFor(quantile);
}

/** Worlds in groups of neighbours, each with enough data for the metric; what is left at the end joins the last. */
function sectionsOf(worlds: readonly World[], name: MetricName): Merged[] {
  const groups: World[][] = [];
  let open: World[] = [];
  for (const world of worlds) {
    open.push(world);
    if (!hasEnough(mergeWorlds(open), name)) continue;
    groups.push(open);
    open = [];
  }
  const last = groups.at(-1);
  if (last) last.push(...open);
  return groups.map(mergeWorlds);
}

/** A metric over all worlds with its interval between them; response times own up to the histogram's error. */
export function estimateMetric(worlds: readonly World[], name: MetricName, confidence = 0.95): MetricEstimate {
  const merged = mergeWorlds(worlds);
  if (!hasEnough(merged, name)) return { value: null, interval: null, isTooLittle: true };
  const value = valueIn(merged, name);
  if (!Number.isFinite(value)) return { value: null, interval: null, isTooLittle: false };
  const sections = sectionsOf(worlds, name).map((section) => valueIn(section, name));
  const found = sectioned(value, sections, confidence);
  if (!found) return { value, interval: null, isTooLittle: false };
  const error = metrics[name].unit === 'seconds' ? sketchError * value : 0;
  const low = Math.max(0, found.low - error);
  const high = metrics[name].unit === 'share' ? Math.min(1, found.high) : found.high + error;
  return { value, interval: { value, low, high }, isTooLittle: false };
}
