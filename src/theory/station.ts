/** One station with Poisson arrivals, exponential service and endless room: M/M/1 and M/M/c. */

import { erlangC } from './erlang.ts';

/** What every station's formula tells. Times in seconds. */
export interface StationMeans {
  /** Busy share of the servers. */
  utilization: number;
  /** Mean time from arrival to the beginning of service, and to its end. */
  wait: number;
  response: number;
  /** Mean number waiting, and mean number inside. */
  waiting: number;
  inside: number;
}

export interface MarkovStation {
  ratePerSecond: number;
  serviceSeconds: number;
  servers: number;
}

/** A mean wait as all five means, by Little's law. */
export function meansFrom(wait: number, ratePerSecond: number, serviceSeconds: number, servers: number): StationMeans {
  const response = wait + serviceSeconds;
  return {
    utilization: (ratePerSecond * serviceSeconds) / servers,
    wait,
    response,
    waiting: ratePerSecond * wait,
    inside: ratePerSecond * response,
  };
}

/**
 * M/M/c. Mean wait = C / (c mu - lambda): Kleinrock 1 (1975), eq. 3.40; Harchol-Balter (2013), ch. 14.
 * @returns null when there is no steady state (as much work arrives as the servers can do, or more)
 */
export function markovStation({ ratePerSecond, serviceSeconds, servers }: MarkovStation): (StationMeans & { waitChance: number }) | null {
  const offered = ratePerSecond * serviceSeconds;
  if (!(offered < servers)) return null;
  const waitChance = erlangC(servers, offered);
  const wait = (waitChance * serviceSeconds) / (servers - offered);
  return { ...meansFrom(wait, ratePerSecond, serviceSeconds, servers), waitChance };
}

/**
 * P(response > t) of M/M/c, first come first served: nobody waits with chance 1 - C, else the wait is exponential with rate
 * c mu - lambda; service comes on top. Harchol-Balter (2013), ch. 14.
 */
export function responseTail(station: MarkovStation, waitChance: number, seconds: number): number {
  const service = 1 / station.serviceSeconds;
  const drain = station.servers * service - station.ratePerSecond;
  const served = Math.exp(-service * seconds);
  const gap = service - drain;
  // both rates equal (or nearly): the limit of the fraction below
  const waited =
    Math.abs(gap) < 1e-9 * service ? served * (1 + service * seconds) : (service * Math.exp(-drain * seconds) - drain * served) / gap;
  return (1 - waitChance) * served + waitChance * waited;
}

/** The q-quantile of the response time of M/M/c in seconds; null when there is no steady state. */
export function responseQuantile(station: MarkovStation, q: number): number | null {
  const means = markovStation(station);
  if (!means) return null;
  return pointWhere((seconds) => responseTail(station, means.waitChance, seconds), 1 - q, means.response);
}

/** The q-quantile of the wait of M/M/c in seconds: 0 for those who find a free server. */
export function waitQuantile(station: MarkovStation, q: number): number | null {
  const means = markovStation(station);
  if (!means) return null;
  const drain = station.servers / station.serviceSeconds - station.ratePerSecond;
  return Math.max(0, Math.log(means.waitChance / (1 - q)) / drain);
}

/** Where a falling function takes a value. @param scale a positive point of the right order of size */
export function pointWhere(tail: (at: number) => number, value: number, scale: number): number {
  let high = scale;
  while (tail(high) > value) high *= 2;
  let low = 0;
  for (let i = 0; i < 200 && high - low > 1e-14 * high; i++) {
    const middle = (low + high) / 2;
    if (tail(middle) > value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
