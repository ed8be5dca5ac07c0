/** Latencies put together from several places: a cache before a store, a way before a server, regions, an edge and its shield. */

import type { Builder } from '../experiment.ts';
import { Beyond, type Part, readsOnly, station, users, wire } from '../parts.ts';
import { scaleFor } from '../scale.ts';
import type { Window } from '../window.ts';
import { database } from './caches.ts';
import { plainServiceOf, poissonRate, requireFifo, timesOf } from './service.ts';
import { longestRun, requireStable, responseMetrics } from './stations.ts';

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
  if (latency.text('dist') !== 'deterministic') throw new Beyond(`a cache latency of the form ${latency.text('dist')}`);
  const service = parameters.part('db').part('service');
  const [mean] = timesOf(service);
  const servers = parameters.part('db').count('servers');
  requireStable(parameters.where, (rate * (1 - share) * mean) / 1000 / servers);
  const scale = scaleFor([mean, latency.positive('value_ms')], longestRun(given) / rate);
  const { k } = scale;
  const keys = 1000;
  const { cpuDynamicMs: cpuReadMs, ...shape } = plainServiceOf(service, scale);
  const design = wire(
    [
      users(rate * k),
      station({ vcpu: 96, service: 'fixed', cpuDynamicMs: latency.positive('value_ms') / k, readsPerRequest: 1 }),
      { kind: 'cache', params: { policy: 'fifo', serviceMs: 0, capacityKeys: Math.round(share * keys), ttlSeconds: 0 } },
      database({ vcpu: servers, ...shape, cpuReadMs }),
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
    timeScale: k,
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
  const servers = parameters.count('servers');
  requireStable(parameters.where, (rate * mean) / 1000 / servers);
  const scale = scaleFor([mean, parameters.positive('rtt_ms')], longestRun(given) / rate);
  const design = wire(
    [users(rate * scale.k), station({ vcpu: servers, ...plainServiceOf(service, scale) })],
    [{ from: 0, to: 1, params: { delay: 'fixed', rttMs: parameters.positive('rtt_ms') / scale.k } }],
  );
  return { form: 'steady', timeScale: scale.k, arms: [{ design, perSecond: rate * scale.k }], metrics: responseMetrics(scale) };
};

/** Populations near and far, each with a server of its own. */
export const regions: Builder = (given) => {
  const { parameters } = given;
  const places = parameters.parts('regions').map((place) => ({ rate: place.positive('rate_per_s'), rtt: place.positive('rtt_ms') }));
  const service = parameters.part('service');
  const [mean] = timesOf(service);
  for (const { rate } of places) requireStable(parameters.where, (rate * mean) / 1000);
  const rate = places.reduce((sum, place) => sum + place.rate, 0);
  const scale = scaleFor([mean, ...places.map(({ rtt }) => rtt)], longestRun(given) / rate);
  const { k } = scale;
  const design = wire(
    places.flatMap((place) => [users(place.rate * k), station(plainServiceOf(service, scale))]),
    places.map(({ rtt }, i) => ({ from: 2 * i, to: 2 * i + 1, params: { delay: 'fixed', rttMs: rtt / k } })),
  );
  const answered = (w: Window, i: number) => w.total(2 * i, 'completed');
  return {
    form: 'steady',
    timeScale: k,
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

/** Files among which the shares of the two caches are cut. */
const files = 1000;

/**
 * An edge, a shield behind it, an origin. All files are equally popular. The edge holds the files it missed last (FIFO), the shield
 * those the edge missed last (LRU), and more of them: so each request finds its file at the edge, and each that does not finds it at
 * the shield, with the given probability, whatever happened before.
 */
export const shielded: Builder = (given) => {
  const { parameters } = given;
  const edgeHit = parameters.number('edge_hit', 0, 1);
  const shieldHit = parameters.number('shield_hit', 0, 1);
  const edgeMs = parameters.number('edge_ms');
  const shieldMs = parameters.number('shield_extra_ms');
  const originMs = parameters.number('origin_extra_ms');
  const service = parameters.part('origin_service');
  const [mean] = timesOf(service);
  // seldom: a fetch is over before its file is asked for again
  const rate = 300 / (edgeMs + shieldMs + originMs + mean);
  const { k } = scaleFor([mean, edgeMs, shieldMs, originMs], longestRun(given) / rate);
  const { cpuDynamicMs: cpuStaticMs, ...shape } = plainServiceOf(service, { k });
  const holds = (share: number, policy: string): Part => ({
    kind: 'cdn',
    params: { capacityFiles: Math.round(share * files), policy, ttlSeconds: 31_536_000, uncacheableShare: 0, serviceMs: 0 },
  });
  const design = wire(
    [
      users(rate * k),
      holds(edgeHit, 'fifo'),
      holds(edgeHit + (1 - edgeHit) * shieldHit, 'lru'),
      station({ vcpu: 96, ...shape, cpuStaticMs }),
    ],
    [edgeMs, shieldMs, originMs].map((rttMs, i) => ({ from: i, to: i + 1, params: far(rttMs / k) })),
    { ...readsOnly, staticShare: 100, staticFiles: files, staticSkew: 0 },
  );
  return {
    form: 'steady',
    timeScale: k,
    arms: [{ design, perSecond: rate * k, leastWarmup: 10 * files }],
    metrics: {
      ...responseMetrics({ k }),
      origin_fraction: ([w]) => w.total(3, 'arrived') / w.total(1, 'arrived'),
      overall_hit_ratio: ([w]) => (w.total(1, 'hits') + w.total(2, 'hits')) / w.total(1, 'arrived'),
    },
  };
};

/** A wire's round trip; on a wire with none, 0 would mean "as far as the regions say". */
const far = (rttMs: number): Part['params'] => (rttMs > 0 ? { delay: 'fixed', rttMs } : {});

/** `latency composition` is several things; which one the parameters say. */
export const composed: Builder = (given) => {
  const { parameters } = given;
  if (parameters.has('hit_ratio')) return cacheThenStore(given);
  if (parameters.has('regions')) return regions(given);
  if (parameters.has('rtt_ms')) return farStation(given);
  if (parameters.has('edge_hit')) return shielded(given);
  return parameters.wrong('rtt_ms', 'given, or hit_ratio, regions or edge_hit', undefined);
};
