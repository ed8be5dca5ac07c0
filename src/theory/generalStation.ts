/** Stations with Poisson arrivals and any service time: M/G/1 in two disciplines, M/G/infinity. */

import type { ServiceTime } from './serviceTime.ts';
import { meansFrom, type StationMeans } from './station.ts';

/**
 * M/G/1, first come first served. Mean wait = lambda E[S^2] / (2 (1 - rho)) (Pollaczek 1930, Khinchine 1932; Kleinrock 1, eq. 5.69);
 * Var[W] = lambda E[S^3] / (3 (1 - rho)) + E[W]^2 (Takacs 1962). M/D/1 is the case of a fixed time.
 * @returns null when there is no steady state; deviations in seconds
 */
export function generalStation(
  ratePerSecond: number,
  service: ServiceTime,
): (StationMeans & { waitDeviation: number; responseDeviation: number }) | null {
  const free = 1 - ratePerSecond * service.mean;
  if (!(free > 0)) return null;
  const wait = (ratePerSecond * service.second) / (2 * free);
  const waitVariance = (ratePerSecond * service.third) / (3 * free) + wait ** 2;
  return {
    ...meansFrom(wait, ratePerSecond, service.mean, 1),
    waitDeviation: Math.sqrt(waitVariance),
    responseDeviation: Math.sqrt(waitVariance + service.second - service.mean ** 2),
  };
}

/**
 * M/G/1 with its server shared equally by all inside: response = E[S] / (1 - rho), whatever the service time's form.
 * Kleinrock 2 (1976), sec. 4.4. Nobody waits: `wait` is what sharing adds to the service time, `waiting` is 0.
 */
export function sharedStation(ratePerSecond: number, meanSeconds: number): StationMeans | null {
  const load = ratePerSecond * meanSeconds;
  if (!(load < 1)) return null;
  const response = meanSeconds / (1 - load);
  return { utilization: load, wait: response - meanSeconds, response, waiting: 0, inside: ratePerSecond * response };
}

/** M/G/infinity: nobody waits, and the number inside is Poisson with this mean. Kleinrock 1, p. 101; Takacs (1962). */
export function endlessStation(ratePerSecond: number, meanSeconds: number): StationMeans {
  return { ...meansFrom(0, ratePerSecond, meanSeconds, 1), utilization: 0 };
}

/** Smallest k with P(N <= k) >= q of a Poisson number of the given mean. */
export function poissonQuantile(mean: number, q: number): number {
  let log = -mean;
  let below = Math.exp(log);
  let k = 0;
  while (below < q && k < 10 * mean + 1000) {
    k++;
    log += Math.log(mean / k);
    below += Math.exp(log);
  }
  return k;
}
