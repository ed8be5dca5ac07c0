/** Kinds of case with other values, forms and names than those of the reference file have, held against formulas. */

import { expect, it } from 'vitest';
import { readCase } from './caseFile.ts';
import { runCase } from './check.ts';

const poisson = (rate_per_s: number) => ({ process: 'poisson', rate_per_s });
const fixed = (value_ms: number) => ({ dist: 'deterministic', value_ms });
const exponential = (mean_ms: number) => ({ dist: 'exponential', mean_ms });

/** Erlang's loss formula (1917), by its recursion. */
function erlangB(servers: number, offered: number): number {
  let blocked = 1;
  for (let c = 1; c <= servers; c++) blocked = (offered * blocked) / (c + offered * blocked);
  return blocked;
}

/** Share that waits in GI/M/1 (Kendall 1953): the root of sigma = gaps'(mu (1 - sigma)), by iteration. */
function waitingShare(gaps: (s: number) => number, perSecond: number): number {
  let sigma = 0.5;
  for (let i = 0; i < 1000; i++) sigma = gaps(perSecond * (1 - sigma));
  return sigma;
}

/** Response of M/M/1 in milliseconds at quantile `q`. */
const mm1Quantile = (q: number, rate: number, perSecond: number) => (-1000 * Math.log(1 - q)) / (perSecond - rate);

const erlangGaps = waitingShare((s) => (160 / (160 + s)) ** 2, 100);

it.each<[string, string, object, Record<string, number>]>([
  [
    'quantiles by other names',
    'M/M/1',
    { arrivals: poisson(50), service: exponential(10), servers: 1 },
    { p25_response_ms: mm1Quantile(0.25, 50, 100), p90_response_ms: mm1Quantile(0.9, 50, 100) },
  ],
  [
    'more servers than the largest machine of the file',
    'M/G/c/c',
    { arrivals: poisson(2000), service: exponential(100), servers: 220, system_capacity: 220 },
    { utilization: (200 * (1 - erlangB(220, 200))) / 220, throughput_per_s: 2000 * (1 - erlangB(220, 200)) },
  ],
  [
    'stages by the name k',
    'GI/M/1',
    { arrivals: { process: 'renewal', dist: 'erlang', k: 2, mean_ms: 12.5 }, service: exponential(10), servers: 1 },
    { mean_response_ms: 10 / (1 - erlangGaps) },
  ],
  [
    // Pollaczek and Khinchine: half the wait of M/M/1
    'a far station of fixed service',
    'latency composition',
    { arrivals: poisson(50), rtt_ms: 7, service: fixed(10), servers: 1 },
    { mean_response_ms: 7 + 10 + 5 },
  ],
  [
    'a store of fixed service behind a cache',
    'latency composition',
    { arrivals: poisson(100), hit_ratio: 0.75, cache_latency: fixed(2), db: { service: fixed(20), servers: 1 } },
    { mean_response_ms: 2 + 0.25 * (20 + 10), utilization_db: 0.5 },
  ],
  [
    'regions of fixed service',
    'latency composition',
    {
      regions: [
        { rate_per_s: 50, rtt_ms: 20 },
        { rate_per_s: 25, rtt_ms: 80 },
      ],
      service: fixed(10),
    },
    { mean_response_ms: (2 * (20 + 15) + (80 + 10 + 10 / 6)) / 3 },
  ],
  [
    'an origin of fixed service behind an edge and its shield',
    'latency composition',
    { edge_hit: 0.5, shield_hit: 0.4, edge_ms: 5, shield_extra_ms: 20, origin_extra_ms: 50, origin_service: fixed(30) },
    { mean_response_ms: 5 + 0.5 * 20 + 0.3 * 80, origin_fraction: 0.3 },
  ],
  // nothing in these two is left to chance but when they come
  ['leaves that take equally long', 'scatter-gather', { fanout: 5, leaf: fixed(20), join: 'all' }, { mean_response_ms: 20 }],
  [
    // exponential: a copy after its mean halves what is left
    'copies of calls of exponential service',
    'hedging',
    { leaf: exponential(20), hedge_after_ms: 20 },
    { mean_response_ms: 20 * (1 - Math.exp(-1)) + 10 * Math.exp(-1), extra_requests_fraction: Math.exp(-1) },
  ],
  [
    // Pollaczek and Khinchine: E[S] = 15 ms, E[S^2] = 522 ms^2
    'a service of three fixed times',
    'M/G/1',
    {
      arrivals: poisson(35),
      service: { dist: 'discrete', values_ms: [2, 20, 60], probs: [0.5, 0.4, 0.1] },
      servers: 1,
    },
    { utilization: 0.525, mean_wait_ms: (35 * 522) / 1000 / 0.95, mean_response_ms: 15 + (35 * 522) / 1000 / 0.95 },
  ],
  [
    // E[S] = 13.5 ms, E[S^2] = 645 ms^2
    'a service mixed of four exponential ones',
    'M/G/1',
    {
      arrivals: poisson(20),
      service: { dist: 'hyperexponential', p: [0.4, 0.3, 0.2, 0.1], means_ms: [5, 10, 20, 45] },
      servers: 1,
    },
    { utilization: 0.27, mean_response_ms: 13.5 + (20 * 645) / 1000 / (2 * (1 - 0.27)) },
  ],
  [
    'servers without end that take equally long',
    'M/G/inf',
    { arrivals: poisson(100), service: fixed(400), servers: null },
    { mean_response_ms: 400 },
  ],
])('%s', (_, kind, parameters, expected) => {
  const given = {
    id: 'other-values',
    kind,
    parameters,
    expected: Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, { value, unit: '' }])),
    tolerance: Object.fromEntries(Object.keys(expected).map((name) => [name, 0.05])),
    suggested_run: { requests: 100_000, warmup_requests: 5000 },
  };
  const { verdict, reason } = runCase(readCase(given, 0), { quick: false });
  expect(`${verdict}: ${reason}`).toBe('passed: ');
});

/** Of three sessions dealt to three servers: all together in 3 of 27 ways, each alone in 6. */
const fullestOfThree = (3 * 3 + 18 * 2 + 6 * 1) / 27;
/** Three places on a circle at random: the parts are Dirichlet's, and the mean of the largest is 1/3 (1 + 1/2 + 1/3). */
const largestOfThree = 1 + 1 / 2 + 1 / 3;

it.each<[string, string, object, number, Record<string, number>]>([
  [
    'as many sessions as servers',
    'sticky sessions',
    { sessions: 3, servers: 3, assignment: 'uniform hash' },
    600,
    { imbalance_max_over_mean: fullestOfThree },
  ],
  [
    'three servers with a point each',
    'consistent hashing',
    { nodes: 3, virtual_nodes: 1, hash: 'uniform on circle' },
    1500,
    {
      imbalance_max_over_mean: largestOfThree,
      imbalance_min_over_mean: 1 / 3,
      share_sd_over_mean: Math.sqrt(2 / 4),
      fraction_moved_on_add: 1 / 4,
    },
  ],
])('%s', (_, kind, parameters, replications, expected) => {
  const given = {
    id: 'other-values',
    kind,
    parameters,
    expected: Object.fromEntries(Object.entries(expected).map(([name, value]) => [name, { value, unit: '' }])),
    tolerance: Object.fromEntries(Object.keys(expected).map((name) => [name, 0.08])),
    suggested_run: { replications },
  };
  const { verdict, reason } = runCase(readCase(given, 0), { quick: false });
  expect(`${verdict}: ${reason}`).toBe('passed: ');
});
