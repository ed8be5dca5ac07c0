/** Caches under a popularity law: what they hit is what comes out, never what goes in. */

import { cacheSpec } from '../../nodes/cache/spec.ts';
import type { Builder, Steady } from '../experiment.ts';
import { Beyond, type Part, readsOnly, station, users, wire } from '../parts.ts';
import { scaleFor } from '../scale.ts';
import type { Window } from '../window.ts';
import { longestRun } from './stations.ts';

/** As short as the kinds can: a miss is filled within this and almost never meets another request. */
export const least = 0.01;

/** A store that answers at once, unless told otherwise. */
export const database = (over: Part['params']): Part => ({
  kind: 'database',
  params: { replicas: 0, service: 'fixed', cpuReadMs: least, vcpu: 96, queueLimit: 1_000_000, ...over },
});

const policies: readonly string[] = cacheSpec.fields.policy.options;

const hitRatio = ([w]: readonly Window[]) => w.total(2, 'hits') / (w.total(2, 'hits') + w.total(2, 'misses'));

/** Users, a web server, a cache it asks first and a database it asks next. */
function cached(rate: number, cache: Part['params'], keys: number, keySkew: number, db = database({})): Steady['arms'][number]['design'] {
  return wire(
    [
      users(rate),
      station({ vcpu: 96, service: 'fixed', cpuDynamicMs: least, readsPerRequest: 1 }),
      { kind: 'cache', params: { serviceMs: 0, ...cache } },
      db,
    ],
    [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 1, to: 3 },
    ],
    { ...readsOnly, keys, keySkew },
  );
}

/**
 * Requests until a cache is what it will be. A full one forgets its beginning soon; LFU has to learn the order of popularity, and
 * neighbours in that order differ by little: after 2 requests per key what it holds hits 5 % less than in its own steady state, after
 * 50 a quarter of a percent less (10,000 keys, room for 1000, Zipf 0.8).
 */
const warmupFor = (policy: string, keys: number, capacity: number): number =>
  Math.min(policy === 'lfu' ? 50 * keys : 5 * capacity, 10_000_000);

/** Replacement alone: entries never expire, and requests come so seldom that a fill is over before the next one. */
export const replacing: Builder = ({ parameters }) => {
  const policy = parameters.text('policy');
  if (!policies.includes(policy)) throw new Beyond(`the replacement policy ${policy}`);
  const rate = 5;
  const keys = parameters.count('keys');
  const capacity = parameters.count('capacity', 0);
  const design = cached(rate, { policy, capacityKeys: capacity, ttlSeconds: 0 }, keys, parameters.number('zipf_s'));
  return {
    form: 'steady',
    arms: [{ design, perSecond: rate, leastWarmup: warmupFor(policy, keys, capacity) }],
    metrics: { hit_ratio: hitRatio },
  };
};

/** Expiry alone: room for every key. */
export const expiring: Builder = (given) => {
  const { parameters } = given;
  const ttlRenews = parameters.raw('sliding') === true;
  const rate = parameters.positive('request_rate_per_s');
  const ttl = parameters.positive('ttl_s');
  const keys = parameters.has('keys') ? parameters.count('keys') : 1;
  const { k } = scaleFor([], longestRun(given) / rate);
  const cache = { policy: 'lru', capacityKeys: keys, ttlSeconds: ttl / k, ttlRenews };
  const design = cached(rate * k, cache, keys, parameters.has('zipf_s') ? parameters.number('zipf_s') : 0);
  return {
    form: 'steady',
    timeScale: k,
    arms: [{ design, perSecond: rate * k }],
    metrics: {
      hit_ratio: hitRatio,
      origin_rate_per_s: ([w]) => w.perSecond(3, 'arrived') / k,
      mean_live_entries: ([w]) => w.level(2, 'stored'),
    },
  };
};

/** One hot file on a CDN whose origin is half a refill away, with and without coalescing. */
export const stampede: Builder = (given) => {
  const { parameters } = given;
  const rate = parameters.positive('request_rate_per_s');
  const ttl = parameters.positive('ttl_s');
  const refillMs = parameters.positive('refill_ms');
  const { k } = scaleFor([refillMs], longestRun(given) / rate);
  // time at the origin is part of the refill
  const rttMs = refillMs / k - least;
  const arm = (coalesce: boolean): Steady['arms'][number] => ({
    perSecond: rate * k,
    cycleSeconds: (ttl + refillMs / 1000 + 1 / rate) / k,
    bursts: { node: 1, metric: 'originFetches', everySeconds: ttl / k / 8 },
    design: wire(
      [
        users(rate * k),
        { kind: 'cdn', params: { ttlSeconds: ttl / k, capacityFiles: 1, uncacheableShare: 0, coalesce, serviceMs: 0 } },
        station({ vcpu: 96, service: 'fixed', cpuStaticMs: least }),
      ],
      [
        { from: 0, to: 1 },
        { from: 1, to: 2, params: { delay: 'fixed', rttMs } },
      ],
      { ...readsOnly, staticShare: 100, staticFiles: 1, staticSkew: 0 },
    ),
  });
  const perExpiry = (w: Window) => w.total(1, 'originFetches') / w.bursts;
  return {
    form: 'steady',
    timeScale: k,
    arms: [arm(false), arm(true)],
    metrics: {
      hit_ratio: ([w]) => w.total(1, 'hits') / (w.total(1, 'hits') + w.total(1, 'misses')),
      origin_requests_per_expiry_uncoalesced: ([w]) => perExpiry(w),
      origin_requests_per_expiry_coalesced: ([, w]) => perExpiry(w),
      origin_rate_uncoalesced_per_s: ([w]) => w.perSecond(1, 'originFetches') / k,
      origin_rate_coalesced_per_s: ([, w]) => w.perSecond(1, 'originFetches') / k,
    },
  };
};

/** How often each key is asked for, counted where the requests are served. */
export const popularity: Builder = (given) => {
  const { parameters } = given;
  const keys = parameters.count('keys');
  const rate = 1000;
  const { k } = scaleFor([], longestRun(given) / rate);
  const design = wire(
    [users(rate * k), station({ vcpu: 96, service: 'fixed', cpuDynamicMs: least })],
    [{ from: 0, to: 1 }],
    // rows come after the files, and there is one of those
    { ...readsOnly, staticFiles: 1, keys, keySkew: parameters.number('zipf_s') },
  );
  const asks = ([w]: readonly Window[]) => w.keys.subarray(1);
  const sum = (counts: Float64Array) => counts.reduce((all, count) => all + count, 0);
  const top = Object.keys(given.expected).flatMap((name) => {
    const most = /^share_top(\d+)$/.exec(name)?.[1];
    return most === undefined
      ? []
      : [[name, (windows: readonly Window[]) => sum(asks(windows).subarray(0, Number(most))) / sum(asks(windows))]];
  });
  return {
    form: 'steady',
    timeScale: k,
    arms: [{ design, perSecond: rate * k, listen: 1, keys: keys + 1 }],
    metrics: {
      ...Object.fromEntries(top),
      mean_rank: (windows) => asks(windows).reduce((all, count, i) => all + count * (i + 1), 0) / sum(asks(windows)),
    },
  };
};
