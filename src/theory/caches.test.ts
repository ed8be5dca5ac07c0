/** Values of the reference cases, each named by its case. */

import { describe, expect, it } from 'vitest';
import { agingHitRatio } from './agingCache.ts';
import { characteristicTime, fifoHitRatio, lruHitRatio, slidingTtlHitRatio, ttlHitRatio, ttlLiveEntries } from './caches.ts';
import { keysOf, sumOver, zipfPopularity } from './popularity.ts';

const one = zipfPopularity(1, 0);
const ten = zipfPopularity(10_000, 0.8);

function close(found: number, expected: number, within = 1e-6): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(within * Math.abs(expected));
}

describe('popularity', () => {
  it('zipf-sampler', () => {
    const { share } = zipfPopularity(1000, 1);
    close(share[0], 0.13359213049244015);
    close(
      share.slice(0, 100).reduce((sum, each) => sum + each, 0),
      0.6929928142500624,
    );
  });

  it('groups a million keys, and loses none', () => {
    const many = zipfPopularity(1_000_000, 0.99);
    expect(many.share.length).toBeLessThan(6000);
    expect(keysOf(many)).toBe(1_000_000);
    close(
      sumOver(many, (share) => share),
      1,
      1e-12,
    );
    // 1 / sum of r^-0.99, summed key by key
    let whole = 0;
    for (let rank = 1; rank <= 1_000_000; rank++) whole += rank ** -0.99;
    close(many.share[0], 1 / whole, 1e-6);
  });

  it('leaves out what a cache may not keep', () => {
    const even = zipfPopularity(100, 0, (rank) => rank % 2 === 0);
    expect(keysOf(even)).toBe(50);
    // rank 0 is the most popular
    close(zipfPopularity(3, 1, (rank) => rank === 0).share[0], 6 / 11);
    close(
      sumOver(even, (share) => share),
      0.5,
    );
  });
});

describe('Che', () => {
  it('cache-lru-che-10k-1k and 10k-100', () => {
    close(lruHitRatio(ten, 1000), 0.43665972223071775);
    close(
      characteristicTime(ten, 1000, (share, t) => -Math.expm1(-share * t)),
      1472.4795322065806,
    );
    close(lruHitRatio(zipfPopularity(10_000, 1), 100), 0.3905254854106503);
  });

  it('cache-fifo-che-10k-1k', () => close(fifoHitRatio(ten, 1000), 0.39417910063783174));

  it('cache-lru-exact-8-3: an approximation, and here a poor one', () => {
    const found = lruHitRatio(zipfPopularity(8, 1), 3);
    expect(Math.abs(found / 0.5356153359019605 - 1)).toBeLessThan(0.05);
  });

  it('hits always with room for all, and never without room', () => {
    expect(lruHitRatio(ten, 10_000)).toBeCloseTo(1, 9);
    expect(fifoHitRatio(ten, 20_000)).toBeCloseTo(1, 9);
    expect(lruHitRatio(ten, 0)).toBe(0);
    expect(fifoHitRatio(ten, 0)).toBe(0);
  });
});

describe('time to live', () => {
  it('cache-ttl-absolute and cache-ttl-sliding', () => {
    close(ttlHitRatio(one, 0.5, 10), 0.8333333333333334);
    close(slidingTtlHitRatio(one, 0.1, 10), 0.6321205588285577);
  });

  it('cache-ttl-zipf', () => {
    const keys = zipfPopularity(1000, 1);
    close(ttlHitRatio(keys, 100, 30), 0.832944627162706);
    close(ttlLiveEntries(keys, 100, 30), 501.16611851188173);
  });
});

describe('room, age and writes together', () => {
  const cache = { popularity: ten, capacity: 1000, policy: 'lru', ttlSeconds: Infinity, readsPerSecond: 50, writesPerSecond: 0 } as const;

  it('is Che without age and writes', () => {
    close(agingHitRatio(cache), 0.43665972223071775);
    close(agingHitRatio({ ...cache, policy: 'fifo' }), 0.39417910063783174);
    // an age that nothing reaches, by the long way round
    close(agingHitRatio({ ...cache, ttlSeconds: 1e9 }), 0.43665972223071775, 1e-4);
    close(agingHitRatio({ ...cache, policy: 'fifo', ttlSeconds: 1e9 }), 0.39417910063783174, 1e-5);
  });

  it('is the cache of cache-ttl-zipf with room for all, and nearly so when age comes long before want of room', () => {
    const ttl = { ...cache, popularity: zipfPopularity(1000, 1), readsPerSecond: 100, ttlSeconds: 30, capacity: 1000 };
    close(agingHitRatio(ttl), 0.832944627162706);
    close(agingHitRatio({ ...ttl, policy: 'fifo' }), 0.832944627162706);
    close(agingHitRatio({ ...ttl, capacity: 999 }), 0.832944627162706, 1e-3);
  });

  it('hits what was read and not written since, with room for all: r / (r + w)', () => {
    close(agingHitRatio({ ...cache, capacity: 10_000, writesPerSecond: 10 }), 50 / 60);
    close(agingHitRatio({ ...cache, capacity: 10_000, writesPerSecond: 10, policy: 'fifo' }), 50 / 60);
  });

  it('without any limit hits everything', () => {
    for (const policy of ['lru', 'fifo'] as const) expect(agingHitRatio({ ...cache, policy, capacity: 10_000 })).toBeCloseTo(1, 12);
  });

  it('renews, and is written: the next read comes before the next write and before the rest is too long', () => {
    // one key, 3 reads and 2 writes a second, 0.4 s: the first event of a process of rate 5 comes in time and is a read
    const key = { ...cache, popularity: one, capacity: 1, readsPerSecond: 3, writesPerSecond: 2, ttlSeconds: 0.4, renews: true };
    close(agingHitRatio(key), 0.6 * (1 - Math.exp(-2)));
  });

  it('renews: cache-ttl-sliding, and a rest as long as either limit', () => {
    close(agingHitRatio({ ...cache, popularity: one, capacity: 1, readsPerSecond: 0.1, ttlSeconds: 10, renews: true }), 0.6321205588285577);
    close(agingHitRatio({ ...cache, renews: true }), 0.43665972223071775);
    close(agingHitRatio({ ...cache, ttlSeconds: 1, renews: true }), slidingTtlHitRatio(ten, 50, 1));
  });

  it('hits nothing without room or readers', () => {
    expect(agingHitRatio({ ...cache, capacity: 0 })).toBe(0);
    expect(agingHitRatio({ ...cache, readsPerSecond: 0 })).toBe(0);
  });

  /** The same cache played key by key: a list in order of use, ages and removals, a linear generator for luck. */
  function played({
    capacity,
    policy,
    ttl,
    writes,
    requests,
  }: {
    capacity: number;
    policy: 'lru' | 'fifo';
    ttl: number;
    writes: number;
    requests: number;
  }): number {
    const keys = zipfPopularity(500, 0.9);
    const upTo = Array.from(keys.share);
    for (let i = 1; i < upTo.length; i++) upTo[i] += upTo[i - 1];
    let state = 12345;
    const luck = () => {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
      let mixed = Math.imul(state ^ (state >>> 13), 0x297a2d39);
      mixed ^= mixed >>> 16;
      return (mixed >>> 0) / 4294967296;
    };
    const stored = new Map<number, number>();
    let now = 0;
    let reads = 0;
    let hits = 0;
    for (let i = 0; i < requests; i++) {
      now -= Math.log(1 - luck()) / (1 + writes);
      const at = luck();
      let key = 0;
      while (upTo[key] < at && key < 499) key++;
      if (luck() * (1 + writes) < writes) {
        stored.delete(key);
        continue;
      }
      const since = stored.get(key);
      const hit = since !== undefined && now - since < ttl;
      const counts = i > requests / 5;
      if (counts) reads++;
      if (counts && hit) hits++;
      if (hit && policy === 'fifo') continue;
      stored.delete(key);
      stored.set(key, hit ? since : now);
      if (stored.size > capacity) stored.delete(stored.keys().next().value as number);
    }
    return hits / reads;
  }

  it.each([
    { policy: 'lru', capacity: 80, ttl: 300, writes: 0 },
    { policy: 'lru', capacity: 80, ttl: 300, writes: 0.15 },
    { policy: 'lru', capacity: 80, ttl: 100, writes: 0.05 },
    { policy: 'fifo', capacity: 80, ttl: 300, writes: 0.15 },
    { policy: 'fifo', capacity: 80, ttl: 60, writes: 0.05 },
  ] as const)('agrees with a cache that is played: %o', ({ policy, capacity, ttl, writes }) => {
    const predicted = agingHitRatio({
      popularity: zipfPopularity(500, 0.9),
      capacity,
      policy,
      ttlSeconds: ttl,
      readsPerSecond: 1,
      writesPerSecond: writes,
    });
    expect(Math.abs(predicted - played({ capacity, policy, ttl, writes, requests: 400_000 }))).toBeLessThan(0.004);
  });
});
