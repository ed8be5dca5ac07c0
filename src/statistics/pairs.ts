/**
 * Two designs in the same worlds: world i gives both the same users, keys and service times (common random numbers), so what is
 * compared is the difference within each world. Law, Simulation Modeling and Analysis, 10.2.1 and 11.2.
 */

import { sdOf } from './estimate.ts';
import { type Interval, meanInterval } from './interval.ts';

export interface PairedDifference {
  /** Mean of B - A over the worlds, with its interval. */
  difference: Interval;
  /** Whether the interval leaves zero out: without that, nobody can say that there is a difference. */
  isReal: boolean;
  /**
   * Var(A) + Var(B) over Var(B - A): how many times more worlds independent luck would have needed for the same interval. Null when
   * no difference varies at all (then there is nothing left to reduce) or nothing varies.
   */
  varianceGain: number | null;
}

/**
 * @param a one value per world
 * @param b the same worlds in the same order, in the same unit
 * @returns null when the worlds are fewer than an interval needs, not the same number, or one of them measured nothing
 */
export function pairedDifference(a: readonly number[], b: readonly number[], confidence = 0.95): PairedDifference | null {
  if (a.length !== b.length) return null;
  const differences = b.map((value, world) => value - a[world]);
  const difference = meanInterval(differences, confidence);
  if (!difference) return null;
  const left = sdOf(differences) ** 2;
  return {
    difference,
    isReal: difference.low > 0 || difference.high < 0,
    varianceGain: left > 0 ? (sdOf(a) ** 2 + sdOf(b) ** 2) / left : null,
  };
}

export interface Signs {
  /** Worlds in which B is above A, below it, and exactly equal. */
  above: number;
  below: number;
  equal: number;
  /** Chance of signs as uneven as these, either way, if neither were better: the exact sign test, ties left out. 1 without a sign. */
  p: number;
}

/** Counts worlds. Asks nothing of the shape of the distributions, and so still holds where a mean is ruled by a few wild worlds. */
export function signsOf(a: readonly number[], b: readonly number[]): Signs {
  const above = b.filter((value, world) => value > a[world]).length;
  const below = b.filter((value, world) => value < a[world]).length;
  return { above, below, equal: a.length - above - below, p: signTest(above, below) };
}

/** Two-sided exact p of a sign test: twice the smaller tail of a binomial with one half (Conover, Practical Nonparametric Statistics, 3.4). */
export function signTest(above: number, below: number): number {
  const n = above + below;
  const fewer = Math.min(above, below);
  if (n === 0) return 1;
  // From 2^-n on by the ratio of neighbours; n is at most some hundred worlds, far from underflow.
  let share = 0.5 ** n;
  let tail = share;
  for (let k = 1; k <= fewer; k++) {
    share *= (n - k + 1) / k;
    tail += share;
  }
  return Math.min(1, 2 * tail);
}
