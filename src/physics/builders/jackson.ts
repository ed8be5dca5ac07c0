/**
 * Networks with routing by chance, of web servers that ask each other. A station asks the next one at the end (a request that never
 * comes back to it), asks a helper before it computes again, or computes again without asking: what a Jackson network can be built
 * of where every request has one who waits for its answer.
 */

import { CaseError, type Fields } from '../caseFile.ts';
import type { Builder } from '../experiment.ts';
import { Beyond, type Part, readsOnly, station, users, type Wire, wire } from '../parts.ts';
import { scaleFor } from '../scale.ts';
import type { Window } from '../window.ts';
import { present } from './closed.ts';
import { meanMs, serviceOf, timesOf } from './service.ts';
import { longestRun, requireStable, responseMetrics } from './stations.ts';

interface Stop {
  name: string;
  outside: number;
  /** Chances of what comes after a service, by position; what is missing to 1 leaves. */
  next: readonly number[];
  /** Those of `next` that come straight back, and nobody else's. */
  helpers: readonly number[];
  servers: number;
  service: Fields;
}

const nearly = (a: number, b: number) => Math.abs(a - b) < 1e-9;

function chancesOf(routing: Fields, name: string, names: readonly string[]): number[] {
  const row = routing.has(name) ? routing.part(name) : null;
  for (const to of row?.names() ?? []) if (!names.includes(to)) throw new CaseError(`${row?.where}: there is no station "${to}"`);
  const next = names.map((to) => (row?.has(to) ? row.number(to, 0, 1) : 0));
  const sum = next.reduce((total, share) => total + share, 0);
  return sum <= 1 + 1e-9 ? next : routing.wrong(name, 'chances of at most 1 together', sum);
}

function stopsOf(parameters: Fields): Stop[] {
  const stations = parameters.part('stations');
  const names = stations.names();
  const outside = parameters.part('external_arrivals_per_s');
  const table = names.map((name) => chancesOf(parameters.part('routing'), name, names));
  return names.map((name, i) => {
    const isHelper = (j: number) =>
      j !== i &&
      table[i][j] > 0 &&
      table[j][i] > 0 &&
      nearly(table[j][i] + table[j][j], 1) &&
      table.every((row, from) => from === i || from === j || row[j] === 0);
    const part = stations.part(name);
    return {
      name,
      outside: outside.has(name) ? outside.number(name) : 0,
      next: table[i],
      helpers: names.flatMap((other, j) => (isHelper(j) && !(outside.has(other) && outside.number(other) > 0) ? [j] : [])),
      servers: part.count('servers'),
      service: part.part('service'),
    };
  });
}

/** Visits per second, by the traffic equations (Jackson 1957): only to see whether there is a steady state, and how long to run. */
function visitsOf(stops: readonly Stop[]): number[] {
  let visits = stops.map(({ outside }) => outside);
  for (let sweep = 0; sweep < 20_000; sweep++) {
    const after = stops.map(({ outside }, j) => outside + stops.reduce((sum, { next }, i) => sum + visits[i] * next[j], 0));
    const settled = after.every((rate, j) => Math.abs(rate - visits[j]) <= 1e-12 * rate);
    visits = after;
    if (settled) return visits;
  }
  return visits.map(() => Number.POSITIVE_INFINITY);
}

/** Whether any way of passing on leads back to where it began. */
function requireNoRound(stops: readonly Stop[], passedOn: (i: number) => readonly number[], where: string): void {
  const state = stops.map(() => 0);
  const visit = (i: number): void => {
    if (state[i] === 1) throw new Beyond(`${where}: a way that leads back over other stations than one's helpers`);
    if (state[i] === 2) return;
    state[i] = 1;
    passedOn(i).forEach(visit);
    state[i] = 2;
  };
  stops.forEach((_, i) => {
    visit(i);
  });
}

export const jackson: Builder = (given) => {
  const { parameters } = given;
  const stops = stopsOf(parameters);
  const isServant = (i: number) => stops.some(({ helpers }) => helpers.includes(i));
  const passedOn = (i: number) =>
    stops[i].next.flatMap((share, j) =>
      share > 0 && j !== i && !stops[i].helpers.includes(j) && !(isServant(i) && stops[j].helpers.includes(i)) ? [j] : [],
    );
  requireNoRound(stops, passedOn, parameters.where);
  const visits = visitsOf(stops);
  stops.forEach(({ name, service, servers }, i) => {
    if (!(meanMs(service) > 0)) throw new CaseError(`${service.where} says no time`);
    requireStable(`${parameters.where}.stations.${name}`, (visits[i] * meanMs(service)) / 1000 / servers);
  });
  const sources = stops.flatMap(({ outside }, i) => (outside > 0 ? [i] : []));
  if (sources.length === 0) throw new CaseError(`${parameters.where}.external_arrivals_per_s: nobody comes`);
  const perSecond = sources.reduce((sum, i) => sum + stops[i].outside, 0);
  const scale = scaleFor(
    stops.flatMap(({ service }) => timesOf(service)),
    longestRun(given) / perSecond,
  );
  const { k } = scale;

  const at = (i: number) => sources.length + i;
  const wires: Wire[] = sources.map((i, from) => ({ from, to: at(i) }));
  const parts: Part[] = sources.map((i) => users(stops[i].outside * k));
  stops.forEach(({ name, next, helpers, servers, service }, i) => {
    const helped = helpers.reduce((sum, j) => sum + next[j], 0);
    // a helper's way back is its answer
    const self = next[i];
    if (self > 0 && helped > 0) throw new Beyond(`station "${name}", which computes again with and without asking`);
    const passes = passedOn(i);
    const passed = passes.reduce((sum, j) => sum + next[j], 0);
    const again = self + helped;
    if (!(again < 1)) throw new CaseError(`${parameters.where}.routing.${name}: nobody ever leaves`);
    const { params, workload } = serviceOf(service, scale);
    if (Object.keys(workload).length > 0) throw new Beyond('mixed service times in a network of stations');
    const serviceShare = passes.length > 0 ? Math.min(100, (100 * passed) / (1 - again)) : 100;
    parts.push(station({ vcpu: servers, ...params, againShare: again * 100, serviceShare, choosing: 'weight' }));
    for (const j of helpers) wires.push({ from: at(i), to: at(j), params: { asked: 'between', weight: next[j] } });
    for (const j of passes) wires.push({ from: at(i), to: at(j), params: { asked: 'last', weight: next[j] } });
  });
  const sum = (read: (node: number) => number) => sources.reduce((total, _, node) => total + read(node), 0);
  const metrics: Record<string, (windows: readonly Window[]) => number> = {
    ...responseMetrics(scale),
    mean_response_ms: ([w]) => (sum((node) => w.total(node, 'meanResponse')) / sum((node) => w.total(node, 'completed'))) * 1000 * k,
    mean_in_system: ([w]) => sum((node) => w.level(node, 'inside')),
  };
  stops.forEach(({ name, servers }, i) => {
    metrics[`utilization_${name}`] = ([w]) => w.level(at(i), 'utilization');
    metrics[`mean_in_${name}`] = ([w]) => present(at(i), servers)(w);
    metrics[`throughput_${name}_per_s`] = ([w]) => (w.perSecond(at(i), 'completed') + w.perSecond(at(i), 'computedAgain')) / k;
  });
  const design = wire(parts, wires, readsOnly);
  return { form: 'steady', timeScale: k, arms: [{ design, perSecond: perSecond * k }], metrics };
};
