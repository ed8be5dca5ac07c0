/** One station whose line is not the plain one: ranks, requests that leave it, servers that must start up, consumers that poll. */

import type { Values } from '../../schema/fields.ts';
import type { Fields, ReferenceCase } from '../caseFile.ts';
import type { Builder, Steady } from '../experiment.ts';
import { Beyond, chain, plainQueue, readsOnly, station, users } from '../parts.ts';
import { type Scale, scaleFor } from '../scale.ts';
import { disciplineOf, meanMs, plainServiceOf, poissonRate, requireFifo, timesOf } from './service.ts';
import { longestRun, type Metrics, nodeMetrics, quantiles, requireStable, responseMetrics, waitMetrics } from './stations.ts';

/** One web server that takes `rate` requests a second; `over` are its fields in the time of the design. */
function played(
  given: ReferenceCase,
  rate: number,
  over: (scale: Scale) => Values,
  workload: Values,
  more: (scale: Scale) => Metrics,
): Steady {
  const { parameters } = given;
  const service = parameters.part('service');
  const scale = scaleFor(timesOf(service), longestRun(given) / rate);
  const { k } = scale;
  const servers = parameters.count('servers');
  const params = { vcpu: servers, ...plainServiceOf(service, scale), ...over(scale) };
  return {
    form: 'steady',
    timeScale: k,
    arms: [{ design: chain([users(rate * k), station(params)], { ...readsOnly, ...workload }), perSecond: rate * k, listen: 1 }],
    metrics: {
      ...responseMetrics(scale),
      ...waitMetrics(scale),
      ...nodeMetrics(1),
      throughput_per_s: ([w]) => w.perSecond(1, 'completed') / k,
      ...more(scale),
    },
  };
}

const loadOf = (parameters: Fields, rate: number): number =>
  (rate * meanMs(parameters.part('service'))) / 1000 / parameters.count('servers');

/** Classes of the product in the order in which `servedFirst: writes` serves them, as the engine numbers them. */
const byRank = [2, 1, 0] as const;

/** M/M/c and M/G/1 whose classes have ranks; who is served is not interrupted. Rank 0 comes first. */
export const ranked: Builder = (given) => {
  const { parameters } = given;
  if (disciplineOf(parameters) !== 'priority') throw new Beyond(`ranks with the discipline ${String(parameters.raw('discipline'))}`);
  const classes = parameters.parts('arrivals').map((arrivals) => ({
    rank: arrivals.number('priority'),
    rate:
      arrivals.text('process') === 'poisson'
        ? arrivals.positive('rate_per_s')
        : arrivals.wrong('process', 'poisson', arrivals.raw('process')),
  }));
  const rankOrder = [...new Set(classes.map(({ rank }) => rank))].sort((a, b) => a - b);
  if (rankOrder.length < 2) return parameters.wrong('arrivals', 'classes of two ranks or more', parameters.raw('arrivals'));
  if (rankOrder.length > byRank.length) throw new Beyond(`${rankOrder.length} ranks`);
  const rateOf = (rank: number) => classes.reduce((sum, each) => (each.rank === rank ? sum + each.rate : sum), 0);
  const rates = rankOrder.map(rateOf);
  const rate = rates.reduce((sum, each) => sum + each, 0);
  requireStable(parameters.where, loadOf(parameters, rate));
  const shares = { writeShare: (100 * rates[0]) / rate, staticShare: rates.length > 2 ? (100 * rates[2]) / rate : 0 };
  const over = ({ k }: Scale) => ({ discipline: 'priority', servedFirst: 'writes', cpuStaticMs: meanMs(parameters.part('service')) / k });
  return played(given, rate, over, shares, ({ k }) => {
    const waitOf = (place: number): Metrics[string] => {
      const cls = byRank[place];
      return ([w]) => (w.waits.sums[cls] / w.waits.totals[cls]) * 1000 * k;
    };
    const middle: Metrics = rates.length > 2 ? { mean_wait_middle_ms: waitOf(1) } : {};
    return { mean_wait_high_ms: waitOf(0), ...middle, mean_wait_low_ms: waitOf(rates.length - 1) };
  });
};

/** How long those in line have patience, as fields of the web server. */
function patienceOf(parameters: Fields, { k }: Scale): Values {
  if (parameters.has('queue_timeout_ms')) return { queueTimeoutMs: parameters.positive('queue_timeout_ms') / k, queueTimeoutForm: 'fixed' };
  const patience = parameters.part('patience');
  const dist = patience.text('dist');
  if (dist === 'exponential') return { queueTimeoutMs: meanMs(patience) / k, queueTimeoutForm: 'exponential' };
  if (dist === 'deterministic') return { queueTimeoutMs: meanMs(patience) / k, queueTimeoutForm: 'fixed' };
  throw new Beyond(`patience of the form ${dist}`);
}

/** M/G/c+D and M/G/c+M (Erlang A): who has not been begun in time leaves. There is a steady state at any load. */
export const impatient: Builder = (given) => {
  const { parameters } = given;
  requireFifo(parameters);
  return played(
    given,
    poissonRate(parameters),
    (scale) => patienceOf(parameters, scale),
    {},
    ({ k }) => ({
      abandon_prob: ([w]) => w.total(1, 'leftLine') / w.total(1, 'arrived'),
      // of all who came, those who left included
      prob_wait: ([w]) => 1 - w.waits.none / (w.waits.total + w.waits.left),
      ...quantiles('response_ms', (share, w) => w.servedQuantile(share, 1) * 1000 * k),
      // of those who were served: the answers of those who left are taken out again
      mean_response_ms: ([w]) => ((w.total(1, 'meanResponse') - w.waits.leftSum) / w.total(1, 'completed')) * 1000 * k,
    }),
  );
};

/** M/G/c with setup: an instance where nobody is inside goes cold, at once or after `keep_warm_ms`. */
export const coldStarting: Builder = (given) => {
  const { parameters } = given;
  requireFifo(parameters);
  const rate = poissonRate(parameters);
  requireStable(parameters.where, loadOf(parameters, rate));
  const over = ({ k }: Scale) => ({
    coldStartMs: parameters.positive('cold_start_ms') / k,
    keepWarmSeconds: parameters.has('keep_warm_ms') ? parameters.number('keep_warm_ms') / 1000 / k : 0,
  });
  return played(given, rate, over, {}, () => ({
    prob_cold_start: ([w]) => w.total(1, 'coldStarts') / w.total(1, 'arrived'),
  }));
};

/** The queue lets nobody look more often. */
const shortestPollMs = 0.1;

/**
 * M/G/1 with vacations of one length: a consumer that found the queue empty sleeps. Requests leave a job each at a web server that
 * takes no time, so the queue sees them come as they came; what is heard is heard at the queue, from publishing on.
 */
export const polling: Builder = (given) => {
  const { parameters } = given;
  requireFifo(parameters);
  const rate = poissonRate(parameters);
  const consumers = parameters.count('servers');
  requireStable(parameters.where, loadOf(parameters, rate));
  const service = parameters.part('service');
  const scale = scaleFor(timesOf(service), longestRun(given) / rate);
  const { k } = scale;
  const pollMs = parameters.positive('empty_poll_interval_ms') / k;
  if (pollMs < shortestPollMs) throw new Beyond(`consumers that look again after less than ${shortestPollMs * k} ms`);
  const { cpuDynamicMs, ...shape } = plainServiceOf(service, scale);
  const design = chain(
    [
      users(rate * k),
      station({ service: 'none', jobShare: 100 }),
      { kind: 'queue', params: { ...plainQueue, pollMs } },
      { kind: 'worker', params: { instances: consumers, concurrency: 1, prefetch: 0, jobMs: cpuDynamicMs, ...shape } },
    ],
    { ...readsOnly, writeShare: 100 },
  );
  return {
    form: 'steady',
    timeScale: k,
    arms: [{ design, perSecond: rate * k, listen: 2 }],
    metrics: {
      ...waitMetrics(scale),
      mean_response_ms: ([w]) => (w.waits.endedSum / w.waits.ended) * 1000 * k,
      mean_in_queue: ([w]) => w.level(2, 'queue'),
      utilization: ([w]) => w.level(3, 'utilization') / consumers,
      throughput_per_s: ([w]) => w.total(2, 'acknowledged') / w.seconds / k,
    },
  };
};
