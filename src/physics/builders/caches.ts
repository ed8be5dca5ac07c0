/** Caches under a popularity law: what they hit is what comes out, never what goes in. */

import type { Builder, Steady } from '../experiment.ts';
import { type Part, readsOnly, station, users, Waiting, wire } from '../parts.ts';
import { scaleFor } from '../scale.ts';
import type { Window } from '../window.ts';
import { poissonRate, requireFifo, timesOf } from './service.ts';
import { longestRun, requireStable, responseMetrics } from './stations.ts';

/** As short as the kinds can: a miss is filled within this and almost never meets another request. */
const least = 0.01;

const database = (over: Part['params']): Part => ({
  kind: 'database',
  params: { replicas: 0, service: 'fixed', cpuReadMs: least, vcpu: 96, queueLimit: 1_000_000, ...over },
});

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

/** Replacement alone: entries never expire, and requests come so seldom that a fill is over before the next one. */
export const replacing: Builder = ({ parameters }) => {
  const policy = parameters.text('policy');
  if (policy !== 'lru' && policy !== 'fifo') throw new Waiting(`the replacement policy ${policy}`);
  const rate = 5;
  const cache = { policy, capacityKeys: parameters.count('capacity', 0), ttlSeconds: 0 };
  const design = cached(rate, cache, parameters.count('keys'), parameters.number('zipf_s'));
  return { form: 'steady', arms: [{ design, perSecond: rate }], metrics: { hit_ratio: hitRatio } };
};

/** Expiry alone: room for every key. */
export const expiring: Builder = (given) => {
  const { parameters } = given;
  if (parameters.raw('sliding') === true) throw new Waiting('sliding expiration');
  const rate = parameters.positive('request_rate_per_s');
  const ttl = parameters.positive('ttl_s');
  const keys = parameters.has('keys') ? parameters.count('keys') : 1;
  const { k } = scaleFor([], longestRun(given) / rate);
  const cache = { policy: 'lru', capacityKeys: keys, ttlSeconds: ttl / k };
  const design = cached(rate * k, cache, keys, parameters.has('zipf_s') ? parameters.number('zipf_s') : 0);
  return {
    form: 'steady',
    arms: [{ design, perSecond: rate * k }],
    metrics: {
      hit_ratio: hitRatio,
      origin_rate_per_s: ([w]) => w.perSecond(3, 'arrived') / k,
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

/**
 * A hit with a given probability, each independent of the others: all keys equally popular, and room for that share of them.
 * Whatever the cache holds, the next request finds its row with just that probability.
 */
export const cacheThenStore: Builder = (given) => {
  const { parameters } = given;
  requireFifo(parameters);
  const rate = poissonRate(parameters);
  const share = parameters.number('hit_ratio', 0, 1);
  const latency = parameters.part('cache_latency');
  if (latency.text('dist') !== 'deterministic') throw new Waiting(`a cache latency of the form ${latency.text('dist')}`);
  const service = parameters.part('db').part('service');
  if (service.text('dist') !== 'exponential') throw new Waiting(`a database's service of the form ${service.text('dist')}`);
  const [mean] = timesOf(service);
  const servers = parameters.part('db').count('servers');
  requireStable(parameters.where, (rate * (1 - share) * mean) / 1000 / servers);
  const scale = scaleFor([mean, latency.positive('value_ms')], longestRun(given) / rate);
  const { k } = scale;
  const keys = 1000;
  const design = wire(
    [
      users(rate * k),
      station({ vcpu: 96, service: 'fixed', cpuDynamicMs: latency.positive('value_ms') / k, readsPerRequest: 1 }),
      { kind: 'cache', params: { policy: 'fifo', serviceMs: 0, capacityKeys: Math.round(share * keys), ttlSeconds: 0 } },
      database({ vcpu: servers, service: 'exponential', cpuReadMs: mean / k }),
    ],
    [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 1, to: 3 },
    ],
    { ...readsOnly, keys, keySkew: 0 },
  );
  return {
    form: 'steady',
    arms: [{ design, perSecond: rate * k }],
    metrics: {
      ...responseMetrics(scale),
      utilization_db: ([w]) => w.levelAt(3, 0, 'utilization'),
      db_rate_per_s: ([w]) => w.perSecond(3, 'arrived') / k,
    },
  };
};

/** A constant way there and back, then a station. */
export const farStation: Builder = (given) => {
  const { parameters } = given;
  const rate = poissonRate(parameters);
  const service = parameters.part('service');
  const [mean] = timesOf(service);
  if (service.text('dist') !== 'exponential') throw new Waiting(`a far station of the form ${service.text('dist')}`);
  const servers = parameters.count('servers');
  requireStable(parameters.where, (rate * mean) / 1000 / servers);
  const scale = scaleFor([mean, parameters.positive('rtt_ms')], longestRun(given) / rate);
  const design = wire(
    [users(rate * scale.k), station({ vcpu: servers, cpuDynamicMs: mean / scale.k })],
    [{ from: 0, to: 1, params: { delay: 'fixed', rttMs: parameters.positive('rtt_ms') / scale.k } }],
  );
  return { form: 'steady', arms: [{ design, perSecond: rate * scale.k }], metrics: responseMetrics(scale) };
};

/** Populations near and far, each with a server of its own. */
export const regions: Builder = (given) => {
  const { parameters } = given;
  const places = parameters.parts('regions').map((place) => ({ rate: place.positive('rate_per_s'), rtt: place.positive('rtt_ms') }));
  const service = parameters.part('service');
  const [mean] = timesOf(service);
  if (service.text('dist') !== 'exponential') throw new Waiting(`regions with a service of the form ${service.text('dist')}`);
  for (const { rate } of places) requireStable(parameters.where, (rate * mean) / 1000);
  const rate = places.reduce((sum, place) => sum + place.rate, 0);
  const scale = scaleFor([mean, ...places.map(({ rtt }) => rtt)], longestRun(given) / rate);
  const { k } = scale;
  const design = wire(
    places.flatMap((place) => [users(place.rate * k), station({ cpuDynamicMs: mean / k })]),
    places.map(({ rtt }, i) => ({ from: 2 * i, to: 2 * i + 1, params: { delay: 'fixed', rttMs: rtt / k } })),
  );
  const answered = (w: Window, i: number) => w.total(2 * i, 'completed');
  return {
    form: 'steady',
    arms: [{ design, perSecond: rate * k }],
    metrics: {
      ...responseMetrics(scale),
      mean_response_ms: ([w]) => {
        const all = places.reduce((sum, _, i) => sum + answered(w, i), 0);
        return (places.reduce((sum, _, i) => sum + answered(w, i) * w.response(2 * i), 0) / all) * 1000 * k;
      },
    },
  };
};

/** `latency composition` is several things; which one the parameters say. */
export const composed: Builder = (given) => {
  const { parameters } = given;
  if (parameters.has('hit_ratio')) return cacheThenStore(given);
  if (parameters.has('regions')) return regions(given);
  if (parameters.has('rtt_ms')) return farStation(given);
  if (parameters.has('edge_hit')) throw new Waiting('a second cache level behind the edge');
  return parameters.wrong('rtt_ms', 'given, or hit_ratio, regions or edge_hit', undefined);
};
