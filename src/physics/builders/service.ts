/** Service times and arrivals of a case as fields of the kinds. */

import { boundedParetoMean } from '../../engine/durations.ts';
import type { Values } from '../../schema/fields.ts';
import type { Fields } from '../caseFile.ts';
import { Beyond } from '../parts.ts';
import type { Scale } from '../scale.ts';

export interface Service {
  /** Fields of a web server. */
  params: Values;
  /** Fields of the workload, where kinds of request are needed for several service times; else empty. */
  workload: Values;
}

/** A duration in milliseconds under one of its names, e.g. `mean_ms` or `mean_s`. */
function timeMs(service: Fields, names: readonly string[]): number {
  for (const name of names) {
    if (service.has(`${name}_ms`)) return service.positive(`${name}_ms`);
    if (service.has(`${name}_s`)) return service.positive(`${name}_s`) * 1000;
  }
  return service.wrong(`${names[0]}_ms`, 'a time above 0', undefined);
}

/** A form as fields that do not change with the scale, and its mean in milliseconds. */
interface Form {
  mean: number;
  shape: Values;
  /** Of more than two branches: each is a kind of request with a time of its own, milliseconds and probability. */
  kinds?: readonly Branch[];
}

interface Branch {
  value: number;
  share: number;
}

/** Kinds of request that a server may have a time of its own for, beside reads, which are all that is left. */
const kindFields = [
  { time: 'cpuStaticMs', share: 'staticShare' },
  { time: 'cpuFeedMs', share: 'feedShare' },
  { time: 'cpuLoginMs', share: 'loginShare' },
] as const;

/**
 * Two branches: their spread and the share of the slow one say what the two times and their probabilities do. A few more are kinds of
 * request.
 * @param perBranch E[S^2] over the square of the mean within one branch: 2 for exponential ones, 1 for fixed ones
 */
function branches(service: Fields, times: string, shares: string, perBranch: number): Form | null {
  const values = service.numbers(times);
  const parts = service.numbers(shares);
  const sum = parts.reduce((total, share) => total + share, 0);
  if (values.length !== parts.length || Math.abs(sum - 1) > 1e-9) return service.wrong(shares, 'one share per time, 1 together', parts);
  const real = values.flatMap((value, i) => (parts[i] > 0 ? [{ value, share: parts[i] }] : []));
  const mean = real.reduce((total, { value, share }) => total + value * share, 0);
  if (!(mean > 0)) return service.wrong(times, 'above 0 together', values);
  if (real.length > kindFields.length + 1) throw new Beyond(`a service time mixed of ${real.length} parts`);
  if (real.length > 2) return { mean, shape: { service: perBranch === 2 ? 'exponential' : 'fixed' }, kinds: real };
  if (real.length < 2 || real[0].value === real[1].value) return { mean, shape: { service: perBranch === 2 ? 'exponential' : 'fixed' } };
  const second = perBranch * real.reduce((total, { value, share }) => total + share * value ** 2, 0);
  const slow = real[0].value > real[1].value ? real[0] : real[1];
  const serviceSpread = Math.sqrt(second / mean ** 2 - 1);
  return { mean, shape: { service: perBranch === 2 ? 'hyperexponential' : 'bimodal', serviceSpread, slowShare: slow.share * 100 } };
}

/** Stages of an Erlang distribution, under either of the names they go by. */
export const stagesOf = (fields: Fields): number => fields.count(fields.has('stages') ? 'stages' : 'k');

function formOf(service: Fields): Form | null {
  const dist = service.text('dist');
  switch (dist) {
    case 'exponential':
      return { mean: timeMs(service, ['mean']), shape: { service: 'exponential' } };
    case 'deterministic':
      return { mean: timeMs(service, ['value', 'mean']), shape: { service: 'fixed' } };
    case 'lognormal':
      return { mean: timeMs(service, ['mean']), shape: { service: 'lognormal', serviceSpread: service.number('cv') } };
    case 'erlang':
      return { mean: timeMs(service, ['mean']), shape: { service: 'erlang', serviceSpread: 1 / Math.sqrt(stagesOf(service)) } };
    case 'discrete':
      return branches(service, 'values_ms', 'probs', 1);
    case 'hyperexponential':
      return branches(service, 'means_ms', 'p', 2);
    case 'bounded_pareto': {
      const smallest = timeMs(service, ['min']);
      const largest = timeMs(service, ['max']);
      if (!(largest > smallest)) return service.wrong('max_ms', 'more than min_ms', largest);
      const tailIndex = service.positive('alpha');
      const tailRange = largest / smallest;
      return { mean: smallest * boundedParetoMean(tailIndex, tailRange), shape: { service: 'pareto', tailIndex, tailRange } };
    }
    default:
      return null;
  }
}

function knownForm(service: Fields): Form {
  return formOf(service) ?? service.wrong('dist', 'a distribution that is known', service.raw('dist'));
}

/** The mean service time in milliseconds. Throws a `CaseError` where the case says none. */
export const meanMs = (service: Fields): number => knownForm(service).mean;

/** The durations of a service, for choosing a scale: those of its fields that are a time. */
export function timesOf(service: Fields): number[] {
  const { mean, kinds } = knownForm(service);
  return kinds ? kinds.map(({ value }) => value) : [mean];
}

/** A service time in the time of the design. */
export function serviceOf(service: Fields, { k }: Scale): Service {
  const { mean, shape, kinds } = knownForm(service);
  if (!kinds) return { params: { ...shape, cpuDynamicMs: mean / k }, workload: {} };
  const [reads, ...others] = kinds;
  const fields = others.map((kind, i) => ({ ...kind, of: kindFields[i] }));
  return {
    params: { ...shape, cpuDynamicMs: reads.value / k, ...Object.fromEntries(fields.map(({ value, of }) => [of.time, value / k])) },
    workload: Object.fromEntries(fields.map(({ share, of }) => [of.share, share * 100])),
  };
}

/** As `serviceOf`, where all requests are of one kind. */
export function plainServiceOf(service: Fields, scale: Scale): Values {
  const { params, workload } = serviceOf(service, scale);
  if (Object.keys(workload).length > 0) throw new Beyond('more than two service times here');
  return params;
}

/** Requests per second of a Poisson process. */
export function poissonRate(parameters: Fields, name = 'arrivals'): number {
  if (Array.isArray(parameters.raw(name))) throw new Beyond('several classes of arrivals here');
  const arrivals = parameters.part(name);
  const process = arrivals.text('process');
  if (process !== 'poisson') throw new Beyond(`arrivals of the form ${process} here`);
  return arrivals.positive('rate_per_s');
}

/** Names that cases give the disciplines. */
const disciplines: Readonly<Record<string, string>> = {
  FIFO: 'fifo',
  FCFS: 'fifo',
  PS: 'sharing',
  LIFO: 'lifo',
  LCFS: 'lifo',
  'HOL non-preemptive': 'priority',
};

/** The discipline of a case as a web server's option; first come, first served where it names none. */
export function disciplineOf(parameters: Fields): string {
  if (!parameters.has('discipline')) return 'fifo';
  const name = parameters.text('discipline');
  if (!Object.hasOwn(disciplines, name)) throw new Beyond(`the discipline ${name}`);
  return disciplines[name];
}

/** First come, first served, or the case waits. */
export function requireFifo(parameters: Fields): void {
  const discipline = disciplineOf(parameters);
  if (discipline !== 'fifo') throw new Beyond(`the discipline ${parameters.text('discipline')} here`);
}
