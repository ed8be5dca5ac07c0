/** Percentiles of a bucket, from the sum of its frames' histograms. Failed requests count with the time until they failed. */

import { addSparse, bucketCount, quantileOf } from '../engine/histogram.ts';
import { leastFor } from '../statistics/enough.ts';

/** So far back a percentile may reach for the requests it needs, in simulated seconds. */
const mostBackSeconds = 30;

export interface Quantiles {
  /** Response times in seconds. */
  p50: number;
  p95: number;
  p99: number;
  /** Requests measured. */
  count: number;
}

const counts = new Float64Array(bucketCount);
const known = new WeakMap<Uint32Array, Quantiles | null>();

/** Null where no request was answered. Remembered per histogram, because four readers ask for each. */
export function quantilesOf(interval: { latency: Uint32Array }): Quantiles | null {
  const remembered = known.get(interval.latency);
  if (remembered !== undefined) return remembered;
  const made = quantilesOfPairs([interval.latency]);
  known.set(interval.latency, made);
  return made;
}

/** The same over several histograms at once. */
export function quantilesOfPairs(histograms: Iterable<Uint32Array>): Quantiles | null {
  counts.fill(0);
  let count = 0;
  for (const pairs of histograms) {
    addSparse(counts, pairs);
    for (let i = 1; i < pairs.length; i += 2) count += pairs[i];
  }
  if (count === 0) return null;
  return { p50: quantileOf(counts, 0.5, count), p95: quantileOf(counts, 0.95, count), p99: quantileOf(counts, 0.99, count), count };
}

const shares = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

export type QuantileName = keyof typeof shares;

/**
 * The histograms that a percentile of the newest requests up to interval `at` is read from: of that interval alone where it has enough of
 * them, else of as many before it as that takes. Null where nothing ended in the interval, or where it would reach back too far.
 */
export function enoughBack(
  list: readonly { start: number; end: number; latency: Uint32Array }[],
  at: number,
  name: QuantileName,
): readonly Uint32Array[] | null {
  const own = quantilesOf(list[at]);
  const least = leastFor(shares[name]);
  if (!own) return null;
  if (own.count >= least) return [list[at].latency];
  const histograms: Uint32Array[] = [];
  let count = 0;
  for (let i = at; i >= 0 && list[at].end - list[i].start <= mostBackSeconds; i--) {
    histograms.push(list[i].latency);
    count += quantilesOf(list[i])?.count ?? 0;
    if (count >= least) return histograms;
  }
  return null;
}

/** The percentile of these; null where there are none. */
export function quantileWithEnough(
  list: readonly { start: number; end: number; latency: Uint32Array }[],
  at: number,
  name: QuantileName,
): number | null {
  const back = enoughBack(list, at, name);
  return back && ((back.length === 1 ? quantilesOf(list[at]) : quantilesOfPairs(back))?.[name] ?? null);
}
