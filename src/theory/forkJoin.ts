/** Requests that ask several others at once and wait for all of them. */

const harmonic = (n: number): number => Array.from({ length: n }, (_, i) => 1 / (i + 1)).reduce((sum, term) => sum + term, 0);

/** Mean of the longest of n independent exponential times: m H_n (Renyi 1953). @param meanSeconds of one */
export function longestOf(n: number, meanSeconds: number): number {
  return meanSeconds * harmonic(n);
}

/** The q-quantile of the longest of n independent exponential times. */
export function longestQuantile(n: number, meanSeconds: number, q: number): number {
  return -meanSeconds * Math.log1p(-(q ** (1 / n)));
}

/**
 * Mean response of a fork over n M/M/1 branches that all get every request.
 * n = 2 exactly: (12 - rho) / 8 / (mu - lambda) (Flatto & Hahn 1984). More: the scaling approximation of Nelson & Tantawi (1988),
 * between the bounds `low` (two branches; no queueing) and `high` (branches independent).
 * @returns null when there is no steady state
 */
export function forkJoin(
  n: number,
  ratePerSecond: number,
  serviceSeconds: number,
): { response: number; low: number; high: number; isExact: boolean } | null {
  const load = ratePerSecond * serviceSeconds;
  if (!(load < 1)) return null;
  const branch = serviceSeconds / (1 - load);
  if (n === 1) return { response: branch, low: branch, high: branch, isExact: true };
  const two = ((12 - load) / 8) * branch;
  const growth = harmonic(n) / harmonic(2);
  const response = (growth + (1 - growth) * ((4 * load) / 11)) * two;
  return { response, low: Math.max(two, longestOf(n, serviceSeconds)), high: longestOf(n, branch), isExact: n === 2 };
}
