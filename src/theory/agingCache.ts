/**
 * A cache with bounded room whose entries also grow old and are removed by writes: Che's approximation with a time to live and
 * invalidation. For each key reads are Poisson with rate r, writes with rate w. From a miss that stores the entry, hits go on until
 * it is too old, is written, or rests longer than the characteristic time; their mean number H gives the hit ratio H / (1 + H).
 * Derived here from the renewal argument of Fofack, Nain, Neglia & Towsley (2012); its limits are Che's LRU, FIFO and the TTL cache,
 * which the tests hold it to.
 */

import { characteristicTime } from './caches.ts';
import { keysOf, type Popularity, sumOver } from './popularity.ts';

export interface AgingCache {
  popularity: Popularity;
  /** Entries. */
  capacity: number;
  policy: 'lru' | 'fifo';
  /** Seconds an entry lives after it was stored; Infinity = for ever. */
  ttlSeconds: number;
  /** Every hit makes the entry live anew. With FIFO only where there is room for every key. Left out: no. */
  renews?: boolean;
  readsPerSecond: number;
  /** Writes of keys with the same popularity, each of which removes its key's entry. */
  writesPerSecond: number;
}

/** (1 - exp(-rate time)) / rate, also at rate 0. */
const discounted = (rate: number, time: number): number => {
  if (rate * time < 1e-12) return time;
  return -Math.expm1(-rate * time) / rate;
};

const stepsPerUnit = 50;
const longestUnits = 200;

/**
 * LRU: mean hits after a miss, by stepping the renewal density u of reads none of which came later than the characteristic time
 * (here the unit of time) after the one before: u = r up to 1, then u(t) = r (1 - e^-r) - r e^-r J(t - 1), J its integral.
 */
function lruHits(reads: number, writes: number, ttl: number): number {
  const leaving = reads * Math.exp(-reads);
  // asked for so often that it never rests long enough, or so seldom that nothing matters
  if (ttl <= 1 || leaving < 1e-14) return reads * discounted(writes, reads > 1 ? ttl : Math.min(ttl, 1));
  const steps = Math.ceil(Math.min(ttl, longestUnits) * stepsPerUnit);
  const h = 1 / stepsPerUnit;
  const integral = new Float64Array(steps + 1);
  const density = new Float64Array(steps + 1).fill(reads, 0, stepsPerUnit + 1);
  const weight = discounted(writes, h);
  const after = -reads * Math.expm1(-reads);
  let hits = 0;
  for (let k = 1; k <= steps; k++) {
    if (k > stepsPerUnit) density[k] = Math.max(0, after - leaving * integral[k - stepsPerUnit]);
    const mean = ((k === stepsPerUnit + 1 ? after : density[k - 1]) + density[k]) / 2;
    const from = (k - 1) * h;
    integral[k] = integral[k - 1] + mean * h;
    hits += mean * Math.exp(-writes * from) * weight * Math.min(1, (ttl - from) / h);
  }
  const last = density[steps];
  if (ttl <= longestUnits || last <= 0) return hits;
  // long after the beginning the density falls like an exponential
  const fading = Math.log(density[steps - stepsPerUnit] / last);
  return hits + last * Math.exp(-writes * longestUnits) * discounted(writes + fading, ttl - longestUnits);
}

/** FIFO: an entry goes a fixed time after it was stored, however often it was read. */
const fifoHits = (reads: number, writes: number, life: number): number => reads * discounted(writes, life);

/** Share of time a key is inside, alive or only not yet thrown out. Rates per unit of `time`'s clock. */
function occupied({ policy, ttlSeconds }: AgingCache, reads: number, writes: number, time: number): number {
  // any read leaves the key inside, so it is there when the newest event was a read that is not too long ago
  if (policy === 'lru') return reads * discounted(reads + writes, time);
  const life = Math.min(ttlSeconds, time);
  // dead of age, but lying there until it is asked for, written or pushed out
  const lies = time > life ? Math.exp(-writes * life) * discounted(reads + writes, time - life) : 0;
  return (discounted(writes, life) + lies) / (discounted(writes, life) + 1 / reads);
}

const gridPoints = 160;

/** The share of reads that hit. */
export function agingHitRatio(cache: AgingCache): number {
  const { popularity, capacity, policy, ttlSeconds, readsPerSecond, writesPerSecond } = cache;
  const mayHit = sumOver(popularity, (share) => share);
  if (capacity <= 0 || mayHit === 0 || readsPerSecond <= 0) return 0;
  const time =
    capacity >= keysOf(popularity)
      ? Infinity
      : characteristicTime(popularity, capacity, (share, t) => occupied(cache, share * readsPerSecond, share * writesPerSecond, t));
  const perRead = writesPerSecond / readsPerSecond;
  const ratio = (hits: number) => (hits === Infinity ? 1 : hits / (1 + hits));
  // a hit when the read before was not longer ago than either limit, and nothing was written since
  if (cache.renews)
    return sumOver(
      popularity,
      (share) => share * share * readsPerSecond * discounted(share * (readsPerSecond + writesPerSecond), Math.min(time, ttlSeconds)),
    );
  if (policy === 'fifo' || time === Infinity) {
    const life = Math.min(time, ttlSeconds);
    return sumOver(popularity, (share) => {
      const reads = share * readsPerSecond;
      return share * ratio(life === Infinity && writesPerSecond === 0 ? Infinity : fifoHits(reads, reads * perRead, life));
    });
  }
  if (ttlSeconds === Infinity && writesPerSecond === 0)
    return sumOver(popularity, (share) => -share * Math.expm1(-share * readsPerSecond * time));
  // one curve over the logarithm of a key's reads per characteristic time serves all keys
  const rates = popularity.share.map((share) => share * readsPerSecond * time);
  const low = Math.log(rates.reduce((a, b) => Math.min(a, b)));
  const span = Math.log(rates.reduce((a, b) => Math.max(a, b))) - low;
  const curve = Array.from({ length: gridPoints + 1 }, (_, i) => {
    const reads = Math.exp(low + (span * i) / gridPoints);
    return ratio(lruHits(reads, reads * perRead, ttlSeconds / time));
  });
  return sumOver(popularity, (share) => {
    const at = span > 0 ? ((Math.log(share * readsPerSecond * time) - low) / span) * gridPoints : 0;
    const left = Math.min(gridPoints - 1, Math.max(0, Math.floor(at)));
    return share * (curve[left] + (at - left) * (curve[left + 1] - curve[left]));
  });
}
