/** Service times and arrivals of a case as fields of the kinds. */

import type { Values } from '../../schema/fields.ts';
import type { Fields } from '../caseFile.ts';
import { Waiting } from '../parts.ts';
import type { Scale } from '../scale.ts';

export interface Service {
  /** Fields of a web server. */
  params: Values;
  /** Fields of the workload: two kinds of request give two service times. */
  workload: Values;
}

/** The durations of a service, for choosing a scale. */
export function timesOf(service: Fields): number[] {
  if (service.has('mean_ms')) return [service.positive('mean_ms')];
  if (service.has('mean_s')) return [service.positive('mean_s') * 1000];
  if (service.has('value_ms')) return [service.positive('value_ms')];
  if (service.has('means_ms')) return service.numbers('means_ms');
  if (service.has('values_ms')) return service.numbers('values_ms');
  return [];
}

/** The mean service time in milliseconds, for the check that a steady state exists. */
export function meanMs(service: Fields): number {
  const times = timesOf(service);
  if (times.length < 2) return times[0] ?? 0;
  const shares = service.numbers(service.has('p') ? 'p' : 'probs');
  return times.reduce((sum, time, i) => sum + time * (shares[i] ?? 0), 0);
}

function mixed(service: Fields, form: string, times: string, shares: string, { k }: Scale): Service {
  const means = service.numbers(times);
  const parts = service.numbers(shares);
  const sum = parts.reduce((total, share) => total + share, 0);
  if (means.length !== parts.length || Math.abs(sum - 1) > 1e-9) return service.wrong(shares, `one share per time, 1 together`, parts);
  if (means.length !== 2) throw new Waiting(`a service time mixed of ${means.length} parts`);
  return {
    params: { service: form, cpuStaticMs: means[0] / k, cpuDynamicMs: means[1] / k },
    workload: { staticShare: parts[0] * 100 },
  };
}

/** Files take one time and pages the other: two classes of requests are a mixture of two service times. */
export function serviceOf(service: Fields, scale: Scale): Service {
  const { k } = scale;
  const dist = service.text('dist');
  const cpuDynamicMs = (timesOf(service)[0] ?? 0) / k;
  switch (dist) {
    case 'exponential':
      return { params: { service: 'exponential', cpuDynamicMs }, workload: {} };
    case 'deterministic':
      return { params: { service: 'fixed', cpuDynamicMs }, workload: {} };
    case 'lognormal':
      return { params: { service: 'lognormal', cpuDynamicMs, serviceSpread: service.number('cv') }, workload: {} };
    case 'discrete':
      return mixed(service, 'fixed', 'values_ms', 'probs', scale);
    case 'hyperexponential':
      return mixed(service, 'exponential', 'means_ms', 'p', scale);
    default:
      throw new Waiting(`service times of the form ${dist}`);
  }
}

/** Requests per second of a Poisson process. */
export function poissonRate(parameters: Fields, name = 'arrivals'): number {
  if (Array.isArray(parameters.raw(name))) throw new Waiting('classes of priority');
  const arrivals = parameters.part(name);
  const process = arrivals.text('process');
  if (process !== 'poisson') throw new Waiting(`arrivals of the form ${process}`);
  return arrivals.positive('rate_per_s');
}

/** First come, first served, or the case waits. */
export function requireFifo(parameters: Fields): void {
  if (!parameters.has('discipline')) return;
  const discipline = parameters.text('discipline');
  if (discipline !== 'FIFO') throw new Waiting(`the discipline ${discipline}`);
}
