/** How long something takes: the forms of distribution that service times, delays and pauses can have, by mean and spread. */

import { exponential, normal, type Stream } from './luck.ts';
import { exp, log } from './math.ts';

/** The forms a duration can take, as the engine numbers them: the order of the specs' `service` and the wires' `delay` options. */
export const FORM = { lognormal: 0, exponential: 1, fixed: 2, none: 3 } as const;

/**
 * A duration of the given mean.
 * @param spread standard deviation over mean, used by the lognormal form only (sigma^2 = log(1 + spread^2))
 */
export function duration(stream: Stream, counter: number, salt: number, form: number, mean: number, spread: number): number {
  if (form === FORM.fixed || mean === 0) return mean;
  if (form === FORM.none) return 0;
  if (form === FORM.exponential) return mean * exponential(stream, counter, salt);
  if (spread === 0) return mean;
  const variance = logOfOnePlusSquare(spread);
  return mean * exp(Math.sqrt(variance) * normal(stream, counter, salt) - 0.5 * variance);
}

let knownSpread = -1;
let knownVariance = 0;
/** log(1 + s^2), remembered for the newest s: almost every call of a run uses one or two values. */
function logOfOnePlusSquare(spread: number): number {
  if (spread !== knownSpread) {
    knownSpread = spread;
    knownVariance = log(1 + spread * spread);
  }
  return knownVariance;
}
