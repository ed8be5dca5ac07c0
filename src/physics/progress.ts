/** What a case has measured so far, while it is still being played. For eyes: nothing is judged by it. */

import { type Estimate, sdOf } from '../statistics/estimate.ts';
import { tQuantile } from '../statistics/student.ts';

export interface Progress {
  /** Sections or replications played, of how many. */
  done: number;
  of: number;
  /** By metric. Only made when somebody asks: reading everything at every step would cost more than the playing of a short case. */
  found(): Record<string, Estimate>;
}

export interface Findings {
  found: Record<string, Estimate>;
  /** How many times as long as the case foresaw it was played. */
  lengths: number;
}

/** Says how far it has come between stretches of work, and in the end what it found. */
export type Measuring = Generator<Progress, Findings>;

/** Whether every metric is known as well as it must be. Asks for widths only: where a value lies must never decide how long a run is. */
export type IsKnown = (found: Readonly<Record<string, Estimate>>) => boolean;

/** Fewer sections than this have no spread worth drawing. */
const leastForBar = 3;

/**
 * As `estimate` of statistics/estimate.ts, but from as few as three sections and without asking whether they remember each other:
 * the bar that shrinks while a case runs.
 * @param value measured over everything so far
 * @param sections the same measured on each section alone
 */
export function estimateSoFar(value: number, sections: readonly number[]): Estimate {
  const known = sections.filter(Number.isFinite);
  if (!Number.isFinite(value) || known.length < leastForBar) return { value, low: value, high: value, refused: 'too early to say' };
  const half = (tQuantile(0.995, known.length - 1) * sdOf(known)) / Math.sqrt(known.length);
  return { value, low: value - half, high: value + half, refused: null };
}
