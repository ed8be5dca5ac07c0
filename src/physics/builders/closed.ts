/** Closed networks: so many people, who think and then go through a row of stations, over and over. */

import type { Values } from '../../schema/fields.ts';
import { CaseError, type Fields } from '../caseFile.ts';
import type { Builder } from '../experiment.ts';
import { Beyond, chain, readsOnly, station, users } from '../parts.ts';
import { type Scale, scaleFor } from '../scale.ts';
import type { Window } from '../window.ts';
import { meanMs, serviceOf, stagesOf, timesOf } from './service.ts';
import { longestRun, responseMetrics } from './stations.ts';

type Metrics = Record<string, (windows: readonly Window[]) => number>;

/** Requests that stand or are served at a web server: not those whose answer it waits for from others. */
export const present =
  (node: number, servers: number) =>
  (w: Window): number =>
    w.level(node, 'utilization') * servers + w.level(node, 'queue');

/** The names between two thoughts: `think -> web -> db -> think`. */
function rowOf(parameters: Fields): string[] {
  const routing = parameters.text('routing');
  const stops = routing.split('->').map((stop) => stop.trim());
  if (stops.length < 3 || stops[0] !== 'think' || stops.at(-1) !== 'think')
    return parameters.wrong('routing', 'of the form think -> a -> b -> think', routing);
  const row = stops.slice(1, -1);
  const stations = parameters.part('stations');
  for (const name of row) if (!stations.has(name)) throw new CaseError(`${parameters.where}.routing: there is no station "${name}"`);
  if (new Set(row).size !== row.length) throw new Beyond('a row that comes to one station twice');
  return row;
}

function thinking(think: Fields, { k }: Scale): Values {
  const dist = think.text('dist');
  const thinkSeconds = meanMs(think) / 1000 / k;
  switch (dist) {
    case 'exponential':
      return { thinkSeconds, thinkForm: 'exponential' };
    case 'deterministic':
      return { thinkSeconds, thinkForm: 'fixed' };
    case 'lognormal':
      return { thinkSeconds, thinkForm: 'lognormal', thinkSpread: think.number('cv') };
    case 'erlang':
      return { thinkSeconds, thinkForm: 'erlang', thinkSpread: 1 / Math.sqrt(stagesOf(think)) };
    default:
      throw new Beyond(`think times of the form ${dist}`);
  }
}

/** Machine repair and its like: a station takes whoever comes, and answers when the next ones have. */
export const closedRow: Builder = (given) => {
  const { parameters } = given;
  const people = parameters.count('users');
  const think = parameters.part('think_time');
  if (!(meanMs(think) > 0)) return think.wrong('mean_ms', 'above 0', meanMs(think));
  const names = rowOf(parameters);
  const stations = names.map((name) => parameters.part('stations').part(name));
  const services = stations.map((each) => each.part('service'));
  const servers = stations.map((each) => each.count('servers'));
  // no more than the people would ask for if nobody ever waited, and than the busiest station can do
  const demands = services.map((service) => meanMs(service) / 1000);
  if (!demands.every((seconds) => seconds > 0)) throw new CaseError(`${parameters.where}.stations: a service time is missing or 0`);
  const unhindered = people / (meanMs(think) / 1000 + demands.reduce((sum, seconds) => sum + seconds, 0));
  const perSecond = Math.min(unhindered, ...demands.map((seconds, i) => servers[i] / seconds));
  const scale = scaleFor(services.flatMap(timesOf), longestRun(given) / perSecond);
  const built = services.map((service) => serviceOf(service, scale));
  if (built.some(({ workload }) => Object.keys(workload).length > 0)) throw new Beyond('mixed service times in a row of stations');
  const part = users(0);
  const crowd = { ...part, params: { ...part.params, loop: 'closed', people, ...thinking(think, scale) } };
  const design = chain([crowd, ...built.map(({ params }, i) => station({ vcpu: servers[i], ...params }))], readsOnly);
  const metrics: Metrics = {
    ...responseMetrics(scale),
    throughput_per_s: ([w]) => w.perSecond(0, 'served') / scale.k,
  };
  names.forEach((name, i) => {
    metrics[`utilization_${name}`] = ([w]) => w.level(i + 1, 'utilization');
    metrics[`mean_in_${name}`] = ([w]) => present(i + 1, servers[i])(w);
    metrics[`throughput_${name}_per_s`] = ([w]) => w.perSecond(i + 1, 'completed') / scale.k;
  });
  return { form: 'steady', timeScale: scale.k, arms: [{ design, perSecond: perSecond * scale.k }], metrics };
};
