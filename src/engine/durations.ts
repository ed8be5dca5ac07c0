/** How long something takes: the forms of distribution that service times, delays and pauses can have, by mean and spread. */

import { drawExponential, drawNormal, exponential, normal, type Stream, uniform } from './luck.ts';
import { exp, expInPlace, log } from './math.ts';
import { Real } from './real.ts';

/**
 * The forms a duration can take, as the engine numbers them: the order of the specs' `service` and, for the first four, of the
 * wires' `delay` options. New ones only at the end: designs keep names, plans keep these numbers.
 */
export const FORM = {
  lognormal: 0,
  exponential: 1,
  fixed: 2,
  none: 3,
  erlang: 4,
  hyperexponential: 5,
  bimodal: 6,
  pareto: 7,
} as const;

/** Where in `net.params` a kind keeps the form of its service and what the forms need (`schema/serviceFields.ts`). */
export interface Shape {
  readonly form: number;
  /** Standard deviation over mean: lognormal, erlang, hyperexponential, bimodal. */
  readonly spread: number;
  /** Percent of the slow ones: hyperexponential, bimodal. */
  readonly slowShare: number;
  /** Exponent of the tail, and largest over smallest: pareto. */
  readonly tailIndex: number;
  readonly tailRange: number;
}

/** The shape of a kind that has `service` and the fields of `serviceShape`. @param param gives the place of a field by its name */
export function shapeOf({ param }: { param(name: string): number }): Shape {
  return {
    form: param('service'),
    spread: param('serviceSpread'),
    slowShare: param('slowShare'),
    tailIndex: param('tailIndex'),
    tailRange: param('tailRange'),
  };
}

/** Second draws of one duration use salts this far from the first. */
const elsewhere = 0x3c6ef372;

const usualSlowShare = 0.05;

/** Cells by which the functions below hand on numbers with a fraction: `luck.ts` says why. */
const unit = new Real();
const given = new Float64Array(2);
const SPREAD = 0;
const SLOW_SHARE = 1;

/**
 * A duration of the given mean. Not for `pareto`, whose shape is another: see `serviceSeconds`.
 * @param mean in the unit of the answer
 * @param spread standard deviation over mean. lognormal: sigma^2 = log(1 + spread^2); erlang: 1 / spread^2 stages, rounded;
 *   hyperexponential (below 1 it is 1) and bimodal: with `slowShare` it gives both branches
 * @param slowShare probability of the slow branch, above 0 and below 1. A fast branch that would have to take less than nothing
 *   takes nothing: the spread is then as wide as that share allows
 */
export function duration(
  stream: Stream,
  counter: number,
  salt: number,
  form: number,
  mean: number,
  spread: number,
  slowShare = usualSlowShare,
): number {
  given[SPREAD] = spread;
  given[SLOW_SHARE] = slowShare;
  return mean * drawUnit(stream, counter, salt, form).value;
}

/** As `duration` with a mean of 1, of the spread that stands at a place of `spreads`, in a cell: see `luck.ts`. */
export function drawOnWire(stream: Stream, counter: number, salt: number, form: number, spreads: Float64Array, at: number): Real {
  given[SPREAD] = spreads[at];
  given[SLOW_SHARE] = usualSlowShare;
  return drawUnit(stream, counter, salt, form);
}

/**
 * A service time of the given mean, in the form that a kind's fields say.
 * @param params the run's `net.params`
 * @param mean in the unit of the answer
 */
export function serviceSeconds(stream: Stream, counter: number, salt: number, params: Float64Array, shape: Shape, mean: number): number {
  return mean * drawService(stream, counter, salt, params, shape).value;
}

/** As `serviceSeconds` of a mean of 1, in a cell: see `luck.ts`. */
export function drawService(stream: Stream, counter: number, salt: number, params: Float64Array, shape: Shape): Real {
  const form = params[shape.form];
  if (form === FORM.exponential) {
    unit.value = drawExponential(stream, counter, salt).value;
    return unit;
  }
  if (form === FORM.pareto) {
    unit.value = boundedPareto(stream, counter, salt, params[shape.tailIndex], params[shape.tailRange]);
    return unit;
  }
  given[SPREAD] = params[shape.spread];
  given[SLOW_SHARE] = params[shape.slowShare] / 100;
  return drawUnit(stream, counter, salt, form);
}

/** A duration of mean 1, of the spread and the share that are given in `given`. */
function drawUnit(stream: Stream, counter: number, salt: number, form: number): Real {
  const spread = given[SPREAD];
  if (form === FORM.fixed) unit.value = 1;
  else if (form === FORM.none) unit.value = 0;
  else if (form === FORM.exponential) unit.value = drawExponential(stream, counter, salt).value;
  else if (form === FORM.erlang) unit.value = erlang(stream, counter, salt, spread);
  else if (form !== FORM.lognormal) unit.value = branched(stream, counter, salt, form, spread, given[SLOW_SHARE]);
  else if (spread === 0) unit.value = 1;
  else drawLognormal(stream, counter, salt);
  return unit;
}

function drawLognormal(stream: Stream, counter: number, salt: number): void {
  const known = knownSpread();
  unit.value = knownDeviations[known] * drawNormal(stream, counter, salt).value - 0.5 * knownVariances[known];
  expInPlace(unit);
}

/**
 * Quick or slow, mean 1: two values (bimodal) or the means of two exponentials (hyperexponential). Branches `apart` from each other
 * have the variance p (1 - p) apart^2 between them, and the exponentials add as much again and 1.
 */
function branched(stream: Stream, counter: number, salt: number, form: number, spread: number, share: number): number {
  const between = form === FORM.bimodal ? spread * spread : Math.max(0, (spread * spread - 1) / 2);
  const apart = Math.min(Math.sqrt(between / (share * (1 - share))), 1 / share);
  const slow = uniform(stream, counter, salt ^ elsewhere) < share;
  const mean = slow ? 1 + (1 - share) * apart : 1 - share * apart;
  return form === FORM.bimodal ? mean : mean * exponential(stream, counter, salt);
}

/**
 * Sum of k exponential stages, mean 1, with k = 1 / spread^2 to the nearest whole number; a spread of 0 is no spread at all.
 * Drawn as a gamma variable by rejection (Marsaglia and Tsang 2000, section 6), so that many stages cost no more than two.
 */
function erlang(stream: Stream, counter: number, salt: number, spread: number): number {
  if (spread === 0) return 1;
  const stages = Math.round(1 / (spread * spread));
  if (stages < 2) return exponential(stream, counter, salt);
  const d = stages - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (let tries = 0; ; tries++) {
    const at = salt + Math.imul(tries, 0x27d4eb2f);
    const x = normal(stream, counter, at);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = uniform(stream, counter, at ^ elsewhere);
    if (u < 1 - 0.0331 * x * x * x * x || log(u) < 0.5 * x * x + d * (1 - v + log(v))) return (d * v) / stages;
  }
}

let knownIndex = -1;
let knownRange = -1;
let knownSmallest = 0;
let knownSpan = 0;
/**
 * Between a smallest and a largest value, mean 1, density falling as x^-(index + 1): by its inverse distribution function
 * x = L (1 - u (1 - (L/H)^a))^(-1/a). What does not depend on the draw is remembered for the newest pair.
 */
function boundedPareto(stream: Stream, counter: number, salt: number, index: number, range: number): number {
  if (index !== knownIndex || range !== knownRange) {
    knownIndex = index;
    knownRange = range;
    knownSpan = 1 - exp(-index * log(range));
    knownSmallest = 1 / boundedParetoMean(index, range);
  }
  return knownSmallest * exp(-log(1 - uniform(stream, counter, salt) * knownSpan) / index);
}

/** Mean over smallest value of a bounded Pareto variable. @param index its exponent a, @param range largest over smallest */
export function boundedParetoMean(index: number, range: number): number {
  const span = 1 - exp(-index * log(range));
  // integral of x^-a from 1 to the range: its limit where a = 1 would divide by nothing
  const integral = Math.abs(index - 1) < 1e-9 ? log(range) : (1 - exp((1 - index) * log(range))) / (index - 1);
  return (index * integral) / span;
}

/** log(1 + s^2) and its root, remembered for a few s: a run has its wires' and its services', in turn. */
const knownSpreads = new Float64Array(16).fill(-1);
const knownVariances = new Float64Array(16);
const knownDeviations = new Float64Array(16);

/** Where those of the given spread stand. */
function knownSpread(): number {
  const spread = given[SPREAD];
  const at = (spread * 100) & 15;
  if (knownSpreads[at] !== spread) {
    knownSpreads[at] = spread;
    knownVariances[at] = log(1 + spread * spread);
    knownDeviations[at] = Math.sqrt(knownVariances[at]);
  }
  return at;
}
