/** Open networks of M/M/c stations: a row of them, or any routing by chance (Jackson). */

import { markovStation, type StationMeans } from './station.ts';

export interface OpenStation {
  /** Arrivals from outside, per second. */
  outsidePerSecond: number;
  serviceSeconds: number;
  servers: number;
  /** Chance to go to each station next; what is missing to 1 leaves. */
  next: readonly number[];
}

export interface OpenNetwork {
  stations: readonly (StationMeans & { ratePerSecond: number })[];
  /** Mean time from entering to leaving the network, revisits included, in seconds. */
  response: number;
  inside: number;
}

/** Solves lambda_j = outside_j + sum_i lambda_i p_ij. @throws when requests never leave */
export function trafficRates(outside: readonly number[], next: readonly (readonly number[])[]): number[] {
  const n = outside.length;
  const rows = outside.map((rate, j) => [...outside.map((_, i) => (i === j ? 1 : 0) - (next[i][j] ?? 0)), rate]);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) if (Math.abs(rows[row][column]) > Math.abs(rows[pivot][column])) pivot = row;
    if (Math.abs(rows[pivot][column]) < 1e-12) throw new Error('requests never leave this network');
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let row = 0; row < n; row++) {
      if (row === column) continue;
      const factor = rows[row][column] / rows[column][column];
      for (let k = column; k <= n; k++) rows[row][k] -= factor * rows[column][k];
    }
  }
  return rows.map((row, j) => row[n] / row[j]);
}

/** Every station is as M/M/c on its own: Jackson (1957, 1963); Harchol-Balter (2013), ch. 17. null when one has no steady state. */
export function openNetwork(given: readonly OpenStation[]): OpenNetwork | null {
  const outside = given.map(({ outsidePerSecond }) => outsidePerSecond);
  const rates = trafficRates(
    outside,
    given.map(({ next }) => next),
  );
  const stations: (StationMeans & { ratePerSecond: number })[] = [];
  for (const [i, { serviceSeconds, servers }] of given.entries()) {
    const means = markovStation({ ratePerSecond: rates[i], serviceSeconds, servers });
    if (!means) return null;
    stations.push({ ...means, ratePerSecond: rates[i] });
  }
  const inside = stations.reduce((sum, station) => sum + station.inside, 0);
  return { stations, inside, response: inside / outside.reduce((sum, rate) => sum + rate, 0) };
}
