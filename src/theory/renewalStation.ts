/** GI/M/1: arrivals whose pauses are independent but not exponential, one server with exponential service. */

import { meansFrom, type StationMeans } from './station.ts';

/** Laplace transform E[exp(-s A)] of the pause between two arrivals. */
export type PauseTransform = (s: number) => number;

/** A steady beat. */
export const constantPause =
  (seconds: number): PauseTransform =>
  (s) =>
    Math.exp(-s * seconds);

/** Every k-th of a Poisson stream: what one of k servers gets of it in turn (Erlang-k). @param ratePerSecond of the whole stream */
export const everyKth =
  (k: number, ratePerSecond: number): PauseTransform =>
  (s) =>
    (ratePerSecond / (ratePerSecond + s)) ** k;

/** A mixture of exponentials. Means in seconds. */
export const mixedPause =
  (parts: readonly { share: number; mean: number }[]): PauseTransform =>
  (s) =>
    parts.reduce((sum, { share, mean }) => sum + share / (1 + s * mean), 0);

/**
 * sigma = A*(mu (1 - sigma)); an arrival waits with chance sigma; response is exponential with mean 1 / (mu (1 - sigma)).
 * Kleinrock 1 (1975), ch. 6, eqs. 6.15 and 6.28 to 6.30.
 * @param ratePerSecond 1 over the mean pause
 * @returns null when there is no steady state
 */
export function renewalStation(
  pause: PauseTransform,
  ratePerSecond: number,
  serviceSeconds: number,
): (StationMeans & { waitChance: number }) | null {
  if (!(ratePerSecond * serviceSeconds < 1)) return null;
  const service = 1 / serviceSeconds;
  // below the root A* lies above the diagonal, between root and 1 below it
  let low = 0;
  let high = 1;
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (pause(service * (1 - middle)) > middle) low = middle;
    else high = middle;
  }
  const waitChance = (low + high) / 2;
  const wait = (waitChance * serviceSeconds) / (1 - waitChance);
  return { ...meansFrom(wait, ratePerSecond, serviceSeconds, 1), waitChance };
}

/** The q-quantile of the response time in seconds. @param response its mean */
export function exponentialQuantile(response: number, q: number): number {
  return -response * Math.log(1 - q);
}
