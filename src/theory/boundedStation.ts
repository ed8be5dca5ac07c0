/** Stations with room for so many and no more: who finds them full is turned away. */

import { erlangB } from './erlang.ts';
import type { MarkovStation, StationMeans } from './station.ts';

export interface BoundedMeans extends StationMeans {
  /** Share of arrivals turned away. */
  blocked: number;
  /** Requests served per second. */
  throughput: number;
}

/**
 * M/M/c/K: Poisson arrivals, exponential service, at most `room` inside. Steady state at any load. State probabilities from the
 * balance equations, each relative to the largest: Gross & Harris, Fundamentals of Queueing Theory, sec. 2.5. Times are of those let in.
 * @param room most that may be inside, those in service included; at least as many as there are servers
 */
export function boundedStation({ ratePerSecond, serviceSeconds, servers }: MarkovStation, room: number): BoundedMeans {
  const offered = ratePerSecond * serviceSeconds;
  // logarithms: with thousands of places the plain products leave the range of a number
  const weights = new Float64Array(room + 1);
  let log = 0;
  let most = 0;
  for (let n = 1; n <= room; n++) {
    log += Math.log(offered / Math.min(n, servers));
    weights[n] = log;
    most = Math.max(most, log);
  }
  let all = 0;
  let inside = 0;
  let waiting = 0;
  for (let n = 0; n <= room; n++) {
    weights[n] = Math.exp(weights[n] - most);
    all += weights[n];
    inside += n * weights[n];
    waiting += Math.max(0, n - servers) * weights[n];
  }
  const blocked = weights[room] / all;
  const throughput = ratePerSecond * (1 - blocked);
  return {
    utilization: (throughput * serviceSeconds) / servers,
    wait: waiting / all / throughput,
    response: inside / all / throughput,
    waiting: waiting / all,
    inside: inside / all,
    blocked,
    throughput,
  };
}

/**
 * M/G/c/c: no room to wait at all. Depends on the service time's mean alone (Sevastyanov 1957).
 * @param serviceSeconds the mean of any service time
 */
export function lossStation({ ratePerSecond, serviceSeconds, servers }: MarkovStation): BoundedMeans {
  const blocked = erlangB(servers, ratePerSecond * serviceSeconds);
  const throughput = ratePerSecond * (1 - blocked);
  const inside = throughput * serviceSeconds;
  return { utilization: inside / servers, wait: 0, response: serviceSeconds, waiting: 0, inside, blocked, throughput };
}
