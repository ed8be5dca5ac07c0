/** Stations in a row, and one design against another. */

import { sdOf } from '../../statistics/estimate.ts';
import type { Builder, Steady } from '../experiment.ts';
import { Beyond, chain, readsOnly, station, users } from '../parts.ts';
import { scaleFor } from '../scale.ts';
import type { Window } from '../window.ts';
import { meanMs, poissonRate, serviceOf, timesOf } from './service.ts';
import { longestRun, requireStable, responseMetrics } from './stations.ts';

/** Web servers that each ask the next: a request has done with the first CPU when it reaches the second. */
export const tandem: Builder = (given) => {
  const { parameters } = given;
  const rate = poissonRate(parameters);
  if (parameters.text('routing') !== 'series') throw new Beyond(`the routing ${parameters.text('routing')}`);
  const stations = parameters.parts('stations');
  const services = stations.map((each) => each.part('service'));
  const servers = stations.map((each) => each.count('servers'));
  services.forEach((service, i) => {
    requireStable(stations[i].where, (rate * meanMs(service)) / 1000 / servers[i]);
  });
  const scale = scaleFor(services.flatMap(timesOf), longestRun(given) / rate);
  const built = services.map((service) => serviceOf(service, scale));
  if (built.some(({ workload }) => Object.keys(workload).length > 0)) throw new Beyond('mixed service times in a row of stations');
  const design = chain([users(rate * scale.k), ...built.map(({ params }, i) => station({ vcpu: servers[i], ...params }))]);
  const metrics: Record<string, (windows: readonly Window[]) => number> = responseMetrics(scale);
  stations.forEach((_, i) => {
    metrics[`utilization_${i + 1}`] = ([w]) => w.level(i + 1, 'utilization');
  });
  return { form: 'steady', timeScale: scale.k, arms: [{ design, perSecond: rate * scale.k }], metrics };
};

/** The same requests at two servers, and again each with luck of its own: how much the pairing is worth. */
export const paired: Builder = (given) => {
  const { parameters } = given;
  const rate = poissonRate(parameters);
  const services = [parameters.part('service_a'), parameters.part('service_b')];
  for (const service of services) requireStable(service.where, (rate * meanMs(service)) / 1000);
  const scale = scaleFor(services.flatMap(timesOf), longestRun(given) / rate);
  const ms = 1000 * scale.k;
  const arm = (i: number): Steady['arms'][number] => {
    const { params, workload } = serviceOf(services[i], scale);
    return { design: chain([users(rate * scale.k), station(params)], { ...readsOnly, ...workload }), perSecond: rate * scale.k };
  };
  const difference = (a: Window, b: Window) => (a.response(0) - b.response(0)) * ms;
  return {
    form: 'steady',
    timeScale: scale.k,
    arms: [arm(0), arm(1), { ...arm(1), otherLuck: true }],
    metrics: {
      mean_response_a_ms: ([a]) => a.response(0) * ms,
      mean_response_b_ms: ([, b]) => b.response(0) * ms,
      difference_ms: ([a, b]) => difference(a, b),
    },
    acrossSections: {
      variance_reduction_factor_min: (sections) =>
        (sdOf(sections.map(([a, , other]) => difference(a, other))) / sdOf(sections.map(([a, b]) => difference(a, b)))) ** 2,
    },
  };
};
