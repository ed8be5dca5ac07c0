/** Balancers over stations, by policy. */

import type { Fields } from '../caseFile.ts';
import type { Arm, Builder, Steady } from '../experiment.ts';
import { Beyond, balancer, chain, readsOnly, station, users, wire } from '../parts.ts';
import { scaleFor } from '../scale.ts';
import type { Window } from '../window.ts';
import { meanMs, poissonRate, requireFifo, serviceOf, timesOf } from './service.ts';
import { longestRun, nodeMetrics, requireStable, responseMetrics, waitMetrics } from './stations.ts';

/** Policies with a name of their own; `power_of_<d>` is read apart. */
const algorithms: Readonly<Record<string, string>> = {
  random: 'random',
  round_robin: 'round-robin',
  least_connections: 'least-connections',
  weighted_random: 'weighted-random',
  weighted_round_robin: 'weighted-round-robin',
};

const numerals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Fields of a load balancer. */
function policyOf(name: string): { algorithm: string; choices?: number } {
  const looks = /^power_of_(\w+)/.exec(name)?.[1];
  if (looks !== undefined) {
    const choices = numerals.includes(looks) ? numerals.indexOf(looks) + 1 : Number(looks);
    if (!(choices >= 1)) throw new Beyond(`the balancing policy ${name}`);
    return choices === 1 ? { algorithm: 'random' } : { algorithm: 'power-of-two', choices };
  }
  if (!Object.hasOwn(algorithms, name)) throw new Beyond(`the balancing policy ${name}`);
  return { algorithm: algorithms[name] };
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

/** Highest weight that a wire takes. */
const mostWeight = 1000;

/** Parts of the requests, one per backend; all alike where the policy does not look at weights. */
function weightsOf(parameters: Fields, algorithm: string, count: number): number[] {
  if (!algorithm.startsWith('weighted')) return new Array(count).fill(1);
  const weights = parameters.numbers('weights');
  const most = Math.max(...weights);
  if (weights.length !== count || !(most > 0)) return parameters.wrong('weights', `${count} numbers, not all 0`, weights);
  return most > mostWeight ? weights.map((weight) => (weight / most) * mostWeight) : weights;
}

/** Equal backends are instances of one node; unequal ones are nodes. */
export const balanced: Builder = (given) => {
  const { parameters } = given;
  requireFifo(parameters);
  const rate = poissonRate(parameters);
  const { algorithm, choices } = policyOf(parameters.text('policy'));
  const backends = backendsOf(parameters);
  const weights = weightsOf(parameters, algorithm, backends.length);
  const same = alike(backends) && weights.every((weight) => weight === weights[0]);
  const allWeights = weights.reduce((sum, weight) => sum + weight, 0);
  const blind = algorithm !== 'least-connections' && algorithm !== 'power-of-two';
  const capacity = backends.reduce((sum, { service, servers }) => sum + (servers * 1000) / meanMs(service), 0);
  requireStable(parameters.where, rate / capacity);
  const shareOf = (i: number) => (rate * weights[i]) / allWeights;
  for (const [i, { service, servers }] of backends.entries())
    if (blind) requireStable(parameters.where, (shareOf(i) * meanMs(service)) / 1000 / servers);
  const scale = scaleFor(
    backends.flatMap(({ service }) => timesOf(service)),
    longestRun(given) / rate,
  );
  const { k } = scale;
  const nodes = same ? [backends[0]] : backends;
  const built = nodes.map(({ service }) => serviceOf(service, scale));
  if (!same && built.some(({ workload }) => Object.keys(workload).length > 0))
    throw new Beyond('unequal backends with mixed service times');
  const parts = [
    users(rate * k),
    balancer(algorithm, choices === undefined ? {} : { choices }),
    ...nodes.map(({ servers }, i) => station({ vcpu: servers, instances: same ? backends.length : 1, ...built[i].params })),
  ];
  const toBackend = (_: Backend, i: number) => ({ from: 1, to: 2 + i, params: same ? {} : { weight: weights[i] } });
  const design = wire(parts, [{ from: 0, to: 1 }, ...nodes.map(toBackend)], {
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
    timeScale: k,
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
  const names: Readonly<Record<string, string>> = { 'least-connections': 'jsq', 'round-robin': 'rr' };
  const all = { ...readsOnly, ...workload };
  const policies: string[] = [];
  const arms: Arm[] = [];
  for (const policy of parameters.list('policies')) {
    const central = policy === 'central_queue';
    const { algorithm, choices } = central ? { algorithm: 'central' } : policyOf(String(policy));
    const design = central
      ? chain([users(rate * k), station({ vcpu: backends, ...params })], all)
      : chain(
          [users(rate * k), balancer(algorithm, choices === undefined ? {} : { choices }), station({ instances: backends, ...params })],
          all,
        );
    policies.push(choices === undefined ? (names[algorithm] ?? algorithm) : `po${choices}`);
    arms.push({ perSecond: rate * k, design });
  }
  return {
    form: 'steady',
    timeScale: k,
    arms,
    metrics: Object.fromEntries(
      policies.map((policy, i) => [`mean_response_${policy}_ms`, (windows: readonly Window[]) => windows[i].response(0) * 1000 * k]),
    ),
    rising: policies.map((policy) => `mean_response_${policy}_ms`),
  };
};
