/**
 * What a run says, and how sure it is. Consecutive requests are not independent, so no interval is ever computed from them: a run
 * is cut into sections (long batches of time, or groups of replications), and the spread between sections is what counts.
 */

/** Fewer sections than this give no interval worth printing. */
export const leastSections = 20;

/** Above this, a section still remembers the one before: the run is too short for its own memory. */
export const mostCorrelation = 0.5;

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

/** log of the gamma function (Lanczos, g = 7). */
function logGamma(x: number): number {
  const terms = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  let sum = terms[0];
  for (let i = 1; i < terms.length; i++) sum += terms[i] / (x - 1 + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Regularised incomplete beta function by its continued fraction (Lentz). */
function betaShare(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaShare(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x)) / a;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d);
    c = 1 + even / c;
    fraction *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d);
    c = 1 + odd / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return front * fraction;
}

/** Quantile of Student's t for a probability above one half. */
export function tQuantile(probability: number, freedom: number): number {
  const below = (t: number) => 1 - betaShare(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
  let low = 0;
  let high = 1;
  while (below(high) < probability) high *= 2;
  for (let i = 0; i < 200 && high - low > 1e-12 * high; i++) {
    const middle = (low + high) / 2;
    if (below(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
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
  const lag = lagOne(sections);
  if (lag > mostCorrelation) return told(`sections remember each other (correlation ${lag.toFixed(2)})`);
  const widening = lag > noticed / Math.sqrt(sections.length) ? Math.sqrt((1 + lag) / (1 - lag)) : 1;
  const half = (tQuantile(0.995, sections.length - 1) * sdOf(sections) * widening) / Math.sqrt(sections.length);
  return { value: pooled, low: pooled - half, high: pooled + half, refused: null };
}
