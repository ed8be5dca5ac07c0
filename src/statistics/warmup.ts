/**
 * Where a run has forgotten that it began empty: MSER-5 (White 1997, "An effective truncation heuristic for bias reduction in
 * simulation output"; White, Cobb and Spratt 2000). It cuts where the standard error of what is left is smallest.
 */

import { meanOf } from './estimate.ts';

/** The five of MSER-5. */
const batch = 5;
/** Of so few batches the last ones are alike by luck, which would look like a tiny error. */
const leastLeft = 5;

export interface Truncation {
  /** Values at the beginning to leave out; at most half of them, a multiple of five. */
  cut: number;
  /** The best cut would lie in the second half: the run is too short to have settled, and no steady-state number should be shown. */
  isTooShort: boolean;
}

/**
 * @param values one per equal stretch of simulated time, oldest first, e.g. a frame's mean response or queue length
 * @returns a cut of 0 for fewer than 20 values
 */
export function mser5(values: readonly number[]): Truncation {
  const count = Math.floor(values.length / batch);
  if (count < 4) return { cut: 0, isTooShort: true };
  const means = Array.from({ length: count }, (_, i) => meanOf(values.slice(i * batch, (i + 1) * batch)));
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  // From the end, so that sums are kept and not made anew for every cut; centred, so that nothing cancels.
  const centre = meanOf(means);
  let sum = 0;
  let squares = 0;
  const errors = new Float64Array(count);
  for (let cut = count - 1; cut >= 0; cut--) {
    const value = means[cut] - centre;
    sum += value;
    squares += value * value;
    const left = count - cut;
    errors[cut] = Math.max(0, squares - (sum * sum) / left) / (left * left);
  }
  for (let cut = 0; cut <= count - leastLeft; cut++) {
    if (errors[cut] >= least) continue;
    least = errors[cut];
    best = cut;
  }
  const half = Math.floor(count / 2);
  return { cut: Math.min(best, half) * batch, isTooShort: best > half };
}
