/**
 * Hit ratios of caches when each request asks for a key independently of all before (the independent reference model).
 * Times are counted in requests: a key of share p is asked for at rate p.
 */

import { keysOf, type Popularity, sumOver } from './popularity.ts';

/**
 * The characteristic time T of Che's approximation: what a key may rest before it is thrown out, so long that on average just
 * `capacity` keys are inside. @param occupied chance that a key of this share is inside, rising in T
 * @returns Infinity when there is room for every key
 */
export function characteristicTime(popularity: Popularity, capacity: number, occupied: (share: number, time: number) => number): number {
  if (capacity >= keysOf(popularity)) return Infinity;
  const inside = (time: number) => sumOver(popularity, (share) => occupied(share, time));
  let high = Math.max(1, capacity);
  while (inside(high) < capacity) {
    high *= 2;
    // never that full, e.g. because keys are removed faster than they are asked for
    if (high > 1e15) return Infinity;
  }
  let low = 0;
  for (let i = 0; i < 100 && high - low > 1e-11 * high; i++) {
    const middle = (low + high) / 2;
    if (inside(middle) < capacity) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Least recently used: hits = sum p (1 - exp(-p T)) (Che, Tung & Wang 2002). An approximation, typically within 1 % (Fricker, Robert &
 * Roberts 2012); poor for caches of a handful of keys.
 */
export function lruHitRatio(popularity: Popularity, capacity: number): number {
  if (capacity <= 0) return 0;
  const time = characteristicTime(popularity, capacity, (share, t) => -Math.expm1(-share * t));
  return time === Infinity ? sumOver(popularity, (share) => share) : sumOver(popularity, (share) => -share * Math.expm1(-share * time));
}

/**
 * First in, first out, and replacement at random, which hit alike: hits = sum p (p T) / (1 + p T), the approximation of Martina,
 * Garetto & Leonardi (2014).
 */
export function fifoHitRatio(popularity: Popularity, capacity: number): number {
  if (capacity <= 0) return 0;
  const time = characteristicTime(popularity, capacity, (share, t) => (share * t) / (1 + share * t));
  return time === Infinity
    ? sumOver(popularity, (share) => share)
    : sumOver(popularity, (share) => (share * share * time) / (1 + share * time));
}

/**
 * Room for all, and entries that live for a while after they were stored: each key misses once and then hits rate x ttl times.
 * Exact with Poisson requests. Renewal argument: Jung, Berger & Balakrishnan (2003).
 * @param ratePerSecond of all requests
 */
export function ttlHitRatio(popularity: Popularity, ratePerSecond: number, ttlSeconds: number): number {
  return sumOver(popularity, (share) => {
    const asked = share * ratePerSecond * ttlSeconds;
    return (share * asked) / (1 + asked);
  });
}

/** The same where every hit makes the entry live anew: a hit when the pause before was shorter than the time to live. */
export function slidingTtlHitRatio(popularity: Popularity, ratePerSecond: number, ttlSeconds: number): number {
  return sumOver(popularity, (share) => -share * Math.expm1(-share * ratePerSecond * ttlSeconds));
}

/** Mean number of entries that are alive with a time to live and room for all. */
export function ttlLiveEntries(popularity: Popularity, ratePerSecond: number, ttlSeconds: number): number {
  return sumOver(popularity, (share) => {
    const asked = share * ratePerSecond * ttlSeconds;
    return asked / (1 + asked);
  });
}
