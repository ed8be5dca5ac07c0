/** One station: M/M/1 to M/G/infinity, with and without room to wait. */

import type { Values } from '../../schema/fields.ts';
import { CaseError, type Fields, type ReferenceCase } from '../caseFile.ts';
import type { Builder, Steady } from '../experiment.ts';
import { Beyond, balancer, chain, readsOnly, station, users } from '../parts.ts';
import { type Scale, scaleFor } from '../scale.ts';
import type { Window } from '../window.ts';
import { disciplineOf, meanMs, poissonRate, serviceOf, timesOf } from './service.ts';

export type Metrics = Record<string, (windows: readonly Window[]) => number>;

/** Requests counted in the longest of a case's runs. */
export const longestRun = ({ full, quick }: ReferenceCase): number => Math.max(full.n + full.warmup, quick ? quick.n + quick.warmup : 0);

export function requireStable(where: string, load: number): void {
  if (!(load < 1)) throw new CaseError(`${where}: no steady state at a load of ${load.toPrecision(4)} of what the servers can do`);
}

/** Quantiles that a case may ask for, by the name they go by. */
const quantileNames = { p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p85: 0.85, p90: 0.9, p95: 0.95, p98: 0.98, p99: 0.99, p999: 0.999 };

/** @param what the metrics' name after `p95_`, @param of the value of a quantile in the metric's unit */
export function quantiles(what: string, of: (share: number, w: Window) => number): Metrics {
  return Object.fromEntries(Object.entries(quantileNames).map(([name, share]) => [`${name}_${what}`, ([w]) => of(share, w)]));
}

/** What users see: quantiles of their response time. */
export function responseMetrics(scale: Scale, usersAt = 0): Metrics {
  const ms = 1000 * scale.k;
  return {
    mean_response_ms: ([w]) => w.response(usersAt) * ms,
    sd_response_ms: ([w]) => w.moments().sd * ms,
    ...quantiles('response_ms', (share, w) => w.quantile(share) * ms),
  };
}

/** Waiting before service, as heard at the node that is listened to. */
export function waitMetrics(scale: Scale): Metrics {
  const ms = 1000 * scale.k;
  return {
    mean_wait_ms: ([w]) => w.meanWait() * ms,
    sd_wait_ms: ([w]) => w.sdWait() * ms,
    prob_wait: ([w]) => w.shareThatWaits(),
    ...quantiles('wait_ms', (share, w) => w.waitQuantile(share) * ms),
  };
}

/** How full a node is, over its `instances`. */
export function nodeMetrics(node: number, instances = 1): Metrics {
  return {
    utilization: ([w]) => w.level(node, 'utilization') / instances,
    mean_in_system: ([w]) => w.level(node, 'inside'),
    mean_in_queue: ([w]) => w.level(node, 'queue'),
  };
}

function oneStation(parameters: Fields, given: ReferenceCase, most: number | null): Steady {
  const discipline = disciplineOf(parameters);
  if (discipline === 'priority') throw new Beyond('ranks in a case of one class');
  const rate = poissonRate(parameters);
  const servers = parameters.count('servers');
  const service = parameters.part('service');
  if (most === null) requireStable(parameters.where, (rate * meanMs(service)) / 1000 / servers);
  const scale = scaleFor(timesOf(service), longestRun(given) / rate);
  const { k } = scale;
  const { params, workload } = serviceOf(service, scale);
  // whoever shares is in service, and needs a thread
  const inService = discipline === 'sharing' ? most : servers;
  const room: Values = most === null || inService === null ? {} : { threads: inService, queueLimit: most - inService };
  const design = chain([users(rate * k), station({ vcpu: servers, discipline, ...params, ...room })], { ...readsOnly, ...workload });
  return {
    form: 'steady',
    timeScale: k,
    arms: [{ design, perSecond: rate * k, listen: 1 }],
    metrics: {
      ...responseMetrics(scale),
      ...waitMetrics(scale),
      ...nodeMetrics(1),
      // of those who were let in
      mean_response_ms: ([w]) => w.response(1) * 1000 * k,
      blocking_prob: ([w]) => w.total(1, 'failed') / w.total(1, 'arrived'),
      throughput_per_s: ([w]) => w.perSecond(1, 'completed') / k,
      // heard where everybody is served at once
      ...(discipline === 'sharing' ? { mean_slowdown: ([w]: readonly Window[]) => w.waits.slowdownSum / w.waits.ended } : {}),
    },
  };
}

/** M/M/1, M/D/c, M/G/1, M/M/c: as many as come may wait. */
export const openStation: Builder = (given) => {
  if (given.parameters.has('queue_capacity')) throw new Beyond('a queue capacity apart from the system capacity');
  return oneStation(given.parameters, given, null);
};

/** M/M/c/K and M/G/c/c: who finds `system_capacity` requests inside is turned away. */
export const boundedStation: Builder = (given) => {
  const { parameters } = given;
  const most = parameters.count('system_capacity');
  if (most < parameters.count('servers')) return parameters.wrong('system_capacity', 'at least as many as there are servers', most);
  const built = oneStation(parameters, given, most);
  const ms = 1000 * scaleFor(timesOf(parameters.part('service')), longestRun(given) / poissonRate(parameters)).k;
  const served = quantiles('response_ms', (share, w) => w.servedQuantile(share, 1) * ms);
  return { ...built, metrics: { ...built.metrics, ...served } };
};

/** Most servers of one instance, and most instances of a node. */
const mostServers = 96;

/**
 * Servers without end: a fleet behind a balancer that always picks the least busy instance, so large that nobody ever waits
 * (ten standard deviations above the mean of the Poisson number that are busy).
 */
export function fleetFor(meanBusy: number): number {
  return Math.ceil((meanBusy + 10 * Math.sqrt(meanBusy) + 10) / mostServers);
}

/** M/G/infinity. */
export const endlessStation: Builder = (given) => {
  const { parameters } = given;
  const rate = poissonRate(parameters);
  const service = parameters.part('service');
  const scale = scaleFor(timesOf(service), longestRun(given) / rate);
  const { k } = scale;
  const { params, workload } = serviceOf(service, scale);
  const meanBusy = (rate * meanMs(service)) / 1000;
  const instances = fleetFor(meanBusy);
  const design = chain([users(rate * k), balancer('least-connections'), station({ vcpu: mostServers, instances, ...params })], {
    ...readsOnly,
    ...workload,
  });
  return {
    form: 'steady',
    timeScale: k,
    arms: [{ design, perSecond: rate * k, listen: 2, look: { node: 2, everySeconds: meanMs(service) / 1000 / k / 4, each: false } }],
    metrics: {
      ...responseMetrics(scale),
      ...waitMetrics(scale),
      mean_in_system: ([w]) => w.level(2, 'inside'),
      var_in_system: ([w]) => w.looksAt().variance,
      p99_concurrency: ([w]) => w.looksAt().p99,
    },
  };
};

/** The response time of a station where nobody waits is its service time: a sampler, seen from outside. */
export const sampler: Builder = (given) => {
  const { parameters } = given;
  const times = timesOf(parameters);
  const scale = scaleFor(times, 0);
  const { k } = scale;
  const { params, workload } = serviceOf(parameters, scale);
  // ten of the servers busy on average
  const rate = (10 * 1000 * k) / meanMs(parameters);
  const design = chain([users(rate), balancer('least-connections'), station({ vcpu: mostServers, instances: 2, ...params })], {
    ...readsOnly,
    ...workload,
  });
  const ms = 1000 * k;
  return {
    form: 'steady',
    timeScale: k,
    arms: [{ design, perSecond: rate }],
    metrics: {
      mean_ms: ([w]) => w.response(0) * ms,
      sd_ms: ([w]) => w.moments().sd * ms,
      ...quantiles('ms', (share, w) => w.quantile(share) * ms),
    },
  };
};
