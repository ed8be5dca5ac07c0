/** What may be said of merged counts; its own file, because the live figures need this and not the whole summary. */

import { quantileOf, sumOf } from '../engine/histogram.ts';
import { leastFor } from '../statistics/enough.ts';

/** Seconds; null when nothing was measured, or too little. Failures count at the end of the user's patience. */
export interface Percentiles {
  p50: number | null;
  p95: number | null;
  p99: number | null;
  p999: number | null;
}

export const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** A percentile far out needs many answers (R9 of the requirements): null below 300 for p99, below 3000 for p99.9. */
export function percentiles(counts: Float64Array): Percentiles {
  const count = sumOf(counts);
  const at = (q: number) => (count === 0 || (q >= 0.99 && count < leastFor(q)) ? null : quantileOf(counts, q, count));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), p999: at(0.999) };
}
