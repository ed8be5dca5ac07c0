/** Service times by what the formulas need of them: their first three moments. */

export interface ServiceTime {
  /** Seconds. */
  mean: number;
  /** E[S^2] in seconds squared. */
  second: number;
  /** E[S^3] in seconds cubed. */
  third: number;
}

/** @param mean in seconds */
export function exponentialTime(mean: number): ServiceTime {
  return { mean, second: 2 * mean ** 2, third: 6 * mean ** 3 };
}

/** Always the same. @param mean in seconds */
export function fixedTime(mean: number): ServiceTime {
  return { mean, second: mean ** 2, third: mean ** 3 };
}

/**
 * Lognormal by mean and spread: E[S^k] = mean^k (1 + spread^2)^(k(k-1)/2).
 * @param mean in seconds
 * @param spread standard deviation over mean
 */
export function lognormalTime(mean: number, spread: number): ServiceTime {
  const widening = 1 + spread ** 2;
  return { mean, second: mean ** 2 * widening, third: mean ** 3 * widening ** 3 };
}

/**
 * Sum of k exponential stages: E[S^2] = mean^2 (1 + 1/k), E[S^3] = mean^3 (1 + 1/k) (1 + 2/k).
 * @param mean in seconds
 * @param stages Infinity = always the same
 */
export function erlangTime(mean: number, stages: number): ServiceTime {
  return { mean, second: mean ** 2 * (1 + 1 / stages), third: mean ** 3 * (1 + 1 / stages) * (1 + 2 / stages) };
}

/**
 * Bounded Pareto between a smallest value and `range` times it: E[X^k] is a ratio of integrals of x^(k-index-1).
 * @param mean in seconds
 * @param index exponent of the tail
 * @param range largest over smallest
 */
export function boundedParetoTime(mean: number, index: number, range: number): ServiceTime {
  const integral = (power: number) => (Math.abs(power) < 1e-9 ? Math.log(range) : (range ** power - 1) / power);
  const moment = (k: number) => integral(k - index) / integral(-index);
  const smallest = mean / moment(1);
  return { mean, second: smallest ** 2 * moment(2), third: smallest ** 3 * moment(3) };
}

/** Each request is of one of several kinds. @param parts shares are weights: they need not add up to 1 */
export function mixedTime(parts: readonly { share: number; time: ServiceTime }[]): ServiceTime {
  const whole = parts.reduce((sum, { share }) => sum + share, 0);
  const moment = (of: keyof ServiceTime) => parts.reduce((sum, { share, time }) => sum + share * time[of], 0) / whole;
  return { mean: moment('mean'), second: moment('second'), third: moment('third') };
}

/** Standard deviation over mean. */
export function spreadOf({ mean, second }: ServiceTime): number {
  return mean > 0 ? Math.sqrt(Math.max(0, second / mean ** 2 - 1)) : 0;
}
