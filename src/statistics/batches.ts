/** A long run cut into batches whose means are nearly independent (Law, Simulation Modeling and Analysis, 9.5.3). */

import { lagOne, leastSections, meanOf } from './estimate.ts';
import { type Interval, meanInterval } from './interval.ts';

/** From many short batches to few long ones; never below the 20 that an interval needs. */
const choices = [80, 60, 40, 30, leastSections] as const;
/** Below this a batch has forgotten the one before well enough. */
export const mostLagOne = 0.2;

/** Means of `count` equal batches in order of time; what does not divide is left out at the beginning, where the run is youngest. */
export function batchMeans(values: readonly number[], count: number): readonly number[] {
  const size = Math.floor(values.length / count);
  const first = values.length - size * count;
  return Array.from({ length: count }, (_, i) => meanOf(values.slice(first + i * size, first + (i + 1) * size)));
}

export interface Batched {
  /** Null when even the longest batches remember each other, or there are too few values. */
  interval: Interval | null;
  batches: number;
  /** Correlation of neighbouring batch means. */
  lagOne: number;
}

/**
 * The mean of a steady run with its interval: as many batches as still look independent (lag-1 correlation below `mostLagOne`).
 * @param values one per equal stretch of simulated time, warm-up already left out
 */
export function batched(values: readonly number[], confidence = 0.95): Batched {
  let found: Batched = { interval: null, batches: 0, lagOne: Number.NaN };
  for (const batches of choices) {
    if (values.length < batches) continue;
    const means = batchMeans(values, batches);
    found = { interval: null, batches, lagOne: lagOne(means) };
    if (found.lagOne < mostLagOne) return { ...found, interval: meanInterval(means, confidence) };
  }
  return found;
}
