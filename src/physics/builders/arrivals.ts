/** Requests that do not come by a Poisson process: as fields of the users, and one station that takes them. */

import type { Values } from '../../schema/fields.ts';
import { CaseError, type Fields } from '../caseFile.ts';
import type { Builder } from '../experiment.ts';
import { Beyond, chain, type Part, readsOnly, station, users } from '../parts.ts';
import { type Scale, scaleFor } from '../scale.ts';
import { meanMs, requireFifo, serviceOf, stagesOf, timesOf } from './service.ts';
import { longestRun, nodeMetrics, requireStable, responseMetrics, waitMetrics } from './stations.ts';

interface Coming {
  /** Requests per second in the time of the case. */
  rate: number;
  /** Durations of the process in milliseconds that are fields of their own. */
  times: readonly number[];
  /** Fields of the users; durations in seconds, still in the time of the case. */
  params: Values;
  durations: Values;
}

const plain = (rate: number, params: Values): Coming => ({ rate, times: [], params, durations: {} });

/** Gaps of one form: the slow branch's share and the spread say what the two means do. */
function renewal(arrivals: Fields): Coming {
  const dist = arrivals.text('dist');
  const spread = (mean: number, params: Values) => plain(1000 / mean, { arrivals: 'renewal', gapForm: dist, ...params });
  switch (dist) {
    case 'hyperexponential': {
      const shares = arrivals.numbers('p');
      const means = arrivals.numbers('means_ms');
      const sum = shares.reduce((total, share) => total + share, 0);
      if (shares.length !== means.length || Math.abs(sum - 1) > 1e-9) return arrivals.wrong('p', 'one share per mean, 1 together', shares);
      if (means.length !== 2) throw new Beyond(`gaps mixed of ${means.length} parts`);
      const mean = shares[0] * means[0] + shares[1] * means[1];
      if (!(mean > 0)) return arrivals.wrong('means_ms', 'above 0 together', means);
      const second = 2 * (shares[0] * means[0] ** 2 + shares[1] * means[1] ** 2);
      const slow = means[0] > means[1] ? shares[0] : shares[1];
      const gapSpread = Math.sqrt(second / mean ** 2 - 1);
      return spread(mean, { gapSpread, gapSlowShare: slow * 100 });
    }
    case 'erlang':
      return spread(arrivals.positive('mean_ms'), { gapSpread: 1 / Math.sqrt(stagesOf(arrivals)) });
    case 'lognormal':
      return spread(arrivals.positive('mean_ms'), { gapSpread: arrivals.number('cv') });
    case 'exponential':
      return plain(1000 / arrivals.positive('mean_ms'), {});
    case 'deterministic':
      return plain(1000 / arrivals.positive('value_ms'), { arrivals: 'even' });
    default:
      throw new Beyond(`gaps of the form ${dist}`);
  }
}

/** Bursts are the state of the higher rate. */
function modulated(arrivals: Fields): Coming {
  const rates = arrivals.numbers('rates_per_s');
  const sojourns = arrivals.numbers('mean_sojourn_ms');
  if (rates.length !== 2) return arrivals.wrong('rates_per_s', 'two rates', rates);
  if (sojourns.length !== 2 || !sojourns.every((ms) => ms > 0)) return arrivals.wrong('mean_sojourn_ms', 'two times above 0', sojourns);
  const burst = rates[0] >= rates[1] ? 0 : 1;
  if (!(rates[burst] > 0)) return arrivals.wrong('rates_per_s', 'above 0 in one state', rates);
  return {
    rate: (rates[0] * sojourns[0] + rates[1] * sojourns[1]) / (sojourns[0] + sojourns[1]),
    times: sojourns,
    params: { arrivals: 'bursty', quietShare: (100 * rates[1 - burst]) / rates[burst] },
    durations: { burstSeconds: sojourns[burst] / 1000, quietSeconds: sojourns[1 - burst] / 1000 },
  };
}

/** How requests come, in the words of the file. Throws `CaseError` for what is wrong, `Waiting` for what the users cannot do. */
export function comingOf(arrivals: Fields): Coming {
  const process = arrivals.text('process');
  switch (process) {
    case 'poisson':
      return plain(arrivals.positive('rate_per_s'), {});
    case 'constant':
      return plain(1000 / arrivals.positive('interval_ms'), { arrivals: 'even' });
    case 'renewal':
      return renewal(arrivals);
    case 'mmpp2':
      return modulated(arrivals);
    case 'poisson_batch': {
      const batchSize = arrivals.count('batch_size');
      return plain(arrivals.positive('batch_rate_per_s') * batchSize, { arrivals: 'batches', batchSize });
    }
    default:
      throw new Beyond(`arrivals of the form ${process}`);
  }
}

/** People who come that way, in the time of the design. */
export function peopleOf({ rate, params, durations }: Coming, { k }: Scale): Part {
  const part = users(rate * k);
  const shorter = Object.fromEntries(Object.entries(durations).map(([name, seconds]) => [name, Number(seconds) / k]));
  return { ...part, params: { ...part.params, ...params, ...shorter } };
}

/** GI/M/1, MMPP/M/1, M[X]/M/1 and their like: one station, as many as come may wait. */
export const visitedStation: Builder = (given) => {
  const { parameters } = given;
  requireFifo(parameters);
  const coming = comingOf(parameters.part('arrivals'));
  const servers = parameters.count('servers');
  const service = parameters.part('service');
  if (timesOf(service).length === 0) throw new CaseError(`${service.where} says no time`);
  requireStable(parameters.where, (coming.rate * meanMs(service)) / 1000 / servers);
  const scale = scaleFor([...timesOf(service), ...coming.times], longestRun(given) / coming.rate);
  const { params, workload } = serviceOf(service, scale);
  const design = chain([peopleOf(coming, scale), station({ vcpu: servers, ...params })], { ...readsOnly, ...workload });
  return {
    form: 'steady',
    timeScale: scale.k,
    arms: [{ design, perSecond: coming.rate * scale.k, listen: 1 }],
    metrics: {
      ...responseMetrics(scale),
      ...waitMetrics(scale),
      ...nodeMetrics(1, 1),
      throughput_per_s: ([w]) => w.perSecond(1, 'completed') / scale.k,
    },
  };
};
