/**
 * Intervals from values that are independent of each other: one per replication (per world), or one per section of a long run that
 * has forgotten the section before. Never from consecutive requests, which remember each other.
 */

import { meanOf, sdOf } from './estimate.ts';
import { tQuantile } from './student.ts';

export interface Interval {
  value: number;
  low: number;
  high: number;
}

/** Fewer values than this give no interval: the spread of two is hardly known itself. */
export const leastReplications = 3;

/**
 * `value` with Student's interval from the spread of `sections`: for the mean over replications `value` is their mean; for a quantile
 * it is the quantile of everything merged, and `sections` are the quantiles of the parts ("sectioning": Asmussen and Glynn, Stochastic
 * Simulation, 2007, III.5a; Nakayama 2014), which keeps the small bias of the parts out of the middle.
 * @param value what is estimated, in any unit
 * @param sections the same measured on each part alone, independent, in the same unit
 * @param confidence of the two-sided interval, between 0 and 1
 * @returns null with fewer than `leastReplications` sections, or when something was not measured
 */
export function sectioned(value: number, sections: readonly number[], confidence = 0.95): Interval | null {
  if (sections.length < leastReplications) return null;
  if (![value, ...sections].every(Number.isFinite)) return null;
  const half = (tQuantile((1 + confidence) / 2, sections.length - 1) * sdOf(sections)) / Math.sqrt(sections.length);
  return { value, low: value - half, high: value + half };
}

/** The mean over replications with Student's interval (Law, Simulation Modeling and Analysis, eq. 4.12); null as in `sectioned`. */
export function meanInterval(values: readonly number[], confidence = 0.95): Interval | null {
  return sectioned(meanOf(values), values, confidence);
}

export interface Precision {
  /** Half width over value: 0.03 reads "known to +-3 %". Infinity for a value of 0 that has an interval. */
  relative: number;
  isConverged: boolean;
}

/**
 * Whether a value is known well enough to be shown without a badge ("not converged: +-x %"), by the stopping rule of JMT: half width
 * over value at most `target`.
 */
export function precisionOf({ value, low, high }: Interval, target = 0.05): Precision {
  const half = (high - low) / 2;
  const relative = half === 0 ? 0 : half / Math.abs(value);
  return { relative, isConverged: relative <= target };
}
