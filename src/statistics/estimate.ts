/**
 * What a run says, and how sure it is. Consecutive requests are not independent, so no interval is ever computed from them: a run
 * is cut into sections (long batches of time, or groups of replications), and the spread between sections is what counts.
 */

import { tQuantile } from './student.ts';

/** Fewer sections than this give no interval worth printing. */
export const leastSections = 20;

/** Above this, a section still remembers the one before: the run is too short for its own memory. */
export const mostCorrelation = 0.5;

/**
 * Sections that differ by less than this part of their mean differ by what the clock rounds (10 microseconds, read after ten minutes,
 * to 1e-8): nothing is left to chance, and whether they are alike is no question.
 */
const rounding = 1e-6;

/** Below this many standard errors (1 / sqrt(sections)), a correlation is what independent sections show, too. */
const noticed = 1.645;

export interface Estimate {
  value: number;
  /** The 99 % interval; equal to `value` where nothing is left to chance. */
  low: number;
  high: number;
  /** Why no interval can be given; null when one can. */
  refused: string | null;
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function sdOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/** Correlation of each value with the one before it; 0 for a constant. */
export function lagOne(values: readonly number[]): number {
  const mean = meanOf(values);
  let own = 0;
  let with1 = 0;
  values.forEach((value, i) => {
    own += (value - mean) ** 2;
    if (i > 0) with1 += (value - mean) * (values[i - 1] - mean);
  });
  return own > 0 ? with1 / own : 0;
}

/**
 * The estimate is that of the whole (`pooled`), its interval Student's t from the spread between sections. Correlation between
 * neighbours widens it as an AR(1) process would ask for where it is more than chance; too much of it refuses it.
 * @param sections the same measurement made on each section alone, in order of time
 */
export function estimate(pooled: number, sections: readonly number[]): Estimate {
  const told = (refused: string) => ({ value: pooled, low: pooled, high: pooled, refused });
  if (!Number.isFinite(pooled)) return told('nothing was measured');
  if (sections.length < leastSections) return told(`${sections.length} sections, at least ${leastSections} are needed`);
  if (sections.some((value) => !Number.isFinite(value))) return told('some sections measured nothing');
  const isCertain = sdOf(sections) <= rounding * Math.abs(pooled);
  const lag = isCertain ? 0 : lagOne(sections);
  if (lag > mostCorrelation) return told(`sections remember each other (correlation ${lag.toFixed(2)})`);
  const widening = lag > noticed / Math.sqrt(sections.length) ? Math.sqrt((1 + lag) / (1 - lag)) : 1;
  const half = (tQuantile(0.995, sections.length - 1) * sdOf(sections) * widening) / Math.sqrt(sections.length);
  return { value: pooled, low: pooled - half, high: pooled + half, refused: null };
}
