/** Response times of M/M/1 stations in a row: independent exponentials, one after the other (Reich 1957). */

import { type MarkovStation, markovStation, pointWhere, responseQuantile } from './station.ts';

/**
 * P(sum of independent exponentials > t), by uniformisation: the stages as a chain that steps at the fastest rate; all terms are
 * positive, so equal means need no special case.
 */
function sumTail(means: readonly number[], seconds: number): number {
  const fastest = 1 / Math.min(...means);
  const mean = fastest * seconds;
  let state: number[] = means.map((_, i) => (i === 0 ? 1 : 0));
  let log = -mean;
  let tail = 0;
  const most = Math.ceil(mean + 12 * Math.sqrt(mean) + 40);
  for (let step = 0; step <= most; step++) {
    if (step > 0) log += Math.log(mean / step);
    tail += Math.exp(log) * state.reduce((sum, share) => sum + share, 0);
    const before = state;
    state = before.map((share, i) => {
      const leaves = 1 / means[i] / fastest;
      const comes = i > 0 ? before[i - 1] / means[i - 1] / fastest : 0;
      return share * (1 - leaves) + comes;
    });
  }
  return tail;
}

/**
 * The q-quantile of the time through stations in a row, in seconds: one M/M/c, or M/M/1 stations that all get the same Poisson stream.
 * @returns null when one has no steady state, or when several stations have several servers (their times are not independent)
 */
export function rowQuantile(stations: readonly MarkovStation[], q: number): number | null {
  if (stations.length === 1) return responseQuantile(stations[0], q);
  if (stations.some(({ servers }) => servers > 1)) return null;
  const means: number[] = [];
  for (const station of stations) {
    const found = markovStation(station);
    if (!found) return null;
    means.push(found.response);
  }
  return pointWhere(
    (seconds) => sumTail(means, seconds),
    1 - q,
    means.reduce((sum, mean) => sum + mean, 0),
  );
}
