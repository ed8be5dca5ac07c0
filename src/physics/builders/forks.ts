/** Requests that make several calls at the same time and wait for the slowest of them, or for so many of them. */

import { CaseError, type Fields } from '../caseFile.ts';
import type { Builder } from '../experiment.ts';
import { Beyond, balancer, chain, type Part, readsOnly, station, users, wire } from '../parts.ts';
import { scaleFor } from '../scale.ts';
import type { Window } from '../window.ts';
import { meanMs, poissonRate, requireFifo, serviceOf, timesOf } from './service.ts';
import { longestRun, requireStable, responseMetrics } from './stations.ts';

/** Calls at once that a web server can make. */
const mostBranches = 100;
/** Servers of one leaf instance. */
const leafServers = 96;

/** Who makes the calls takes no time for it. */
function forking(parameters: Fields, name: string): Part {
  const fanOut = parameters.count(name);
  if (fanOut > mostBranches) throw new Beyond(`${fanOut} calls at once`);
  const join = parameters.raw('join');
  if (join !== undefined && join !== 'all' && typeof join !== 'number') throw new Beyond(`a join of the form ${JSON.stringify(join)}`);
  const fanQuorum = typeof join === 'number' ? parameters.count('join', 1, fanOut) : 0;
  return station({ service: 'none', vcpu: 128, fanOut, fanQuorum });
}

/** Each branch has a station of its own. */
export const forkJoin: Builder = (given) => {
  const { parameters } = given;
  const rate = poissonRate(parameters);
  const root = forking(parameters, 'fork');
  const branch = parameters.part('branch');
  requireFifo(branch);
  const servers = branch.count('servers');
  const service = branch.part('service');
  requireStable(branch.where, (rate * meanMs(service)) / 1000 / servers);
  const scale = scaleFor(timesOf(service), longestRun(given) / rate);
  const { params, workload } = serviceOf(service, scale);
  if (Object.keys(workload).length > 0) throw new Beyond('mixed service times in a fork');
  const branches = Array.from({ length: parameters.count('fork') }, () => station({ vcpu: servers, ...params }));
  const nodes = branches.map((_, i) => i + 2);
  const design = wire([users(rate * scale.k), root, ...branches], [{ from: 0, to: 1 }, ...nodes.map((to) => ({ from: 1, to }))], readsOnly);
  const sum = (read: (node: number) => number) => nodes.reduce((total, node) => total + read(node), 0);
  return {
    form: 'steady',
    timeScale: scale.k,
    arms: [{ design, perSecond: rate * scale.k }],
    metrics: {
      ...responseMetrics(scale),
      utilization: ([w]) => sum((node) => w.level(node, 'utilization')) / nodes.length,
      mean_branch_response_ms: ([w]) =>
        (sum((node) => w.total(node, 'meanResponse')) / sum((node) => w.total(node, 'completed'))) * 1000 * scale.k,
    },
  };
};

/** Above which the slowest hundredth of single leaves lie, in milliseconds: part of the question, so from the law of the leaf. */
function slowLeafMs(leaf: Fields): number {
  if (leaf.text('dist') !== 'exponential') throw new Beyond(`the 99 % quantile of a leaf of the form ${leaf.text('dist')}`);
  return meanMs(leaf) * Math.log(100);
}

/** Share of the users' requests that took longer, by the histogram. */
function shareAbove(w: Window, seconds: number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 40; step++) {
    const q = (low + high) / 2;
    if (w.quantile(q) < seconds) low = q;
    else high = q;
  }
  return 1 - (low + high) / 2;
}

/** Leaves of which there are always enough: nobody waits, only the slowest counts. */
export const scatterGather: Builder = (given) => {
  const { parameters } = given;
  const leaf = parameters.part('leaf');
  const root = forking(parameters, 'fanout');
  const fanOut = parameters.count('fanout');
  if (!(meanMs(leaf) > 0)) throw new CaseError(`${leaf.where} says no time`);
  // requests so far apart (twenty leaves) that four of them hardly ever meet
  const rate = 50 / meanMs(leaf);
  const scale = scaleFor(timesOf(leaf), longestRun(given) / rate);
  const { params, workload } = serviceOf(leaf, scale);
  if (Object.keys(workload).length > 0) throw new Beyond('mixed service times of leaves');
  const instances = Math.ceil((4 * fanOut) / leafServers) + 1;
  const design = chain([users(rate * scale.k), root, balancer('least-connections'), station({ vcpu: leafServers, instances, ...params })]);
  const ms = 1000 * scale.k;
  return {
    form: 'steady',
    timeScale: scale.k,
    arms: [{ design, perSecond: rate * scale.k }],
    metrics: {
      ...responseMetrics(scale),
      mean_branch_response_ms: ([w]) => w.response(3) * ms,
      ...('prob_slower_than_leaf_p99' in given.expected
        ? { prob_slower_than_leaf_p99: ([w]: readonly Window[]) => shareAbove(w, slowLeafMs(leaf) / ms) }
        : {}),
    },
  };
};
