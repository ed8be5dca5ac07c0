/** Balancers over stations, by policy. */

import type { Fields } from '../caseFile.ts';
import type { Builder, Steady } from '../experiment.ts';
import { balancer, chain, readsOnly, station, users, Waiting, wire } from '../parts.ts';
import { scaleFor } from '../scale.ts';
import type { Window } from '../window.ts';
import { meanMs, poissonRate, requireFifo, serviceOf, timesOf } from './service.ts';
import { longestRun, nodeMetrics, requireStable, responseMetrics, waitMetrics } from './stations.ts';

const algorithms: Readonly<Record<string, string>> = {
  random: 'random',
  round_robin: 'round-robin',
  least_connections: 'least-connections',
  power_of_two: 'power-of-two',
  'power_of_two (2 distinct)': 'power-of-two',
  power_of_2: 'power-of-two',
};

function algorithmFor(policy: string): string {
  const algorithm = algorithms[policy];
  if (algorithm === undefined) throw new Waiting(`the balancing policy ${policy}`);
  return algorithm;
}

interface Backend {
  service: Fields;
  servers: number;
}

function backendsOf(parameters: Fields): Backend[] {
  const serversIn = (fields: Fields) => (fields.has('servers') ? fields.count('servers') : 1);
  if (Array.isArray(parameters.raw('backends')))
    return parameters.parts('backends').map((each) => ({ service: each.part('service'), servers: serversIn(each) }));
  const service = parameters.part('service');
  return Array.from({ length: parameters.count('backends') }, () => ({ service, servers: serversIn(parameters) }));
}

const alike = (backends: readonly Backend[]) =>
  backends.every(({ service, servers }) => servers === backends[0].servers && sameService(service, backends[0].service));

function sameService(one: Fields, other: Fields): boolean {
  return one.names().every((name) => JSON.stringify(one.raw(name)) === JSON.stringify(other.raw(name)));
}

/** Equal backends are instances of one node; unequal ones are nodes. */
export const balanced: Builder = (given) => {
  const { parameters } = given;
  requireFifo(parameters);
  const rate = poissonRate(parameters);
  const algorithm = algorithmFor(parameters.text('policy'));
  const backends = backendsOf(parameters);
  const same = alike(backends);
  const perBackend = rate / backends.length;
  const blind = algorithm === 'random' || algorithm === 'round-robin';
  const capacity = backends.reduce((sum, { service, servers }) => sum + (servers * 1000) / meanMs(service), 0);
  requireStable(parameters.where, rate / capacity);
  if (blind) for (const { service, servers } of backends) requireStable(parameters.where, (perBackend * meanMs(service)) / 1000 / servers);
  const scale = scaleFor(
    backends.flatMap(({ service }) => timesOf(service)),
    longestRun(given) / rate,
  );
  const { k } = scale;
  const nodes = same ? [backends[0]] : backends;
  const built = nodes.map(({ service }) => serviceOf(service, scale));
  if (!same && built.some(({ workload }) => Object.keys(workload).length > 0))
    throw new Waiting('unequal backends with mixed service times');
  const parts = [
    users(rate * k),
    balancer(algorithm),
    ...nodes.map(({ servers }, i) => station({ vcpu: servers, instances: same ? backends.length : 1, ...built[i].params })),
  ];
  const design = wire(parts, [{ from: 0, to: 1 }, ...nodes.map((_, i) => ({ from: 1, to: 2 + i }))], {
    ...readsOnly,
    ...built[0].workload,
  });
  const ms = 1000 * k;
  const fast = nodes.reduce((best, { service }, i) => (meanMs(service) < meanMs(nodes[best].service) ? i : best), 0);
  const slow = nodes.reduce((best, { service }, i) => (meanMs(service) > meanMs(nodes[best].service) ? i : best), 0);
  const metrics: Steady['metrics'] = {
    ...(same ? { ...waitMetrics(scale), ...nodeMetrics(2, backends.length) } : {}),
    ...responseMetrics(scale),
    // one backend's
    ...(same ? { mean_in_system: ([w]: readonly Window[]) => w.level(2, 'inside') / backends.length } : {}),
    mean_response_fast_ms: ([w]) => w.response(2 + fast) * ms,
    mean_response_slow_ms: ([w]) => w.response(2 + slow) * ms,
    ...Object.fromEntries(
      (same ? [] : nodes).map((_, i) => [`utilization_${i + 1}`, ([w]: readonly Window[]) => w.level(2 + i, 'utilization')]),
    ),
    ...Object.fromEntries(
      Object.keys(given.expected).flatMap((name) => {
        const least = /^frac_backends_ge_(\d+)$/.exec(name)?.[1];
        return least === undefined || !same ? [] : [[name, ([w]: readonly Window[]) => w.shareOfLooks(Number(least))]];
      }),
    ),
  };
  const looks = same && Object.keys(given.expected).some((name) => name.startsWith('frac_backends'));
  const everySeconds = meanMs(backends[0].service) / 1000 / k / 2;
  return {
    form: 'steady',
    arms: [
      { design, perSecond: rate * k, ...(same ? { listen: 2 } : {}), ...(looks ? { look: { node: 2, everySeconds, each: true } } : {}) },
    ],
    metrics,
  };
};

/** The same backends under several policies, each met by the same requests. */
export const ordered: Builder = (given) => {
  const { parameters } = given;
  const rate = poissonRate(parameters);
  const backends = parameters.count('backends');
  const service = parameters.part('service');
  requireStable(parameters.where, (rate * meanMs(service)) / 1000 / backends);
  const scale = scaleFor(timesOf(service), 0);
  const { k } = scale;
  const { params, workload } = serviceOf(service, scale);
  const names: Readonly<Record<string, string>> = {
    'least-connections': 'jsq',
    'power-of-two': 'po2',
    'round-robin': 'rr',
    random: 'random',
  };
  const policies = parameters.list('policies').map((policy) => (policy === 'central_queue' ? 'central' : algorithmFor(String(policy))));
  const arms = policies.map((policy) => ({
    perSecond: rate * k,
    design:
      policy === 'central'
        ? chain([users(rate * k), station({ vcpu: backends, ...params })], { ...readsOnly, ...workload })
        : chain([users(rate * k), balancer(policy), station({ instances: backends, ...params })], { ...readsOnly, ...workload }),
  }));
  return {
    form: 'steady',
    arms,
    metrics: Object.fromEntries(
      policies.map((policy, i) => [
        `mean_response_${names[policy] ?? policy}_ms`,
        (windows: readonly Window[]) => windows[i].response(0) * 1000 * k,
      ]),
    ),
    rising: policies.map((policy) => `mean_response_${names[policy] ?? policy}_ms`),
  };
};
