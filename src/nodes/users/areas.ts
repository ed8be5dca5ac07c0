/**
 * Areas under the shapes of `shapes.ts`, from second 0 on, and the way back: at which moment an area is full. Processes that are
 * not Poisson run in a time of their own, in which the rate is always 1; the area is that time.
 */

import { exp, sinOfTurns } from '../../engine/math.ts';

const tau = 6.283185307179586;

/** Area under `rampHeight` up to `t`. */
export function rampArea(t: number, from: number, seconds: number): number {
  const rising = Math.min(t, seconds);
  return rising * from + ((1 - from) * rising * rising) / (2 * seconds) + Math.max(0, t - seconds);
}

/** Area under `spikeHeight` from the moment it begins to rise; before it, where the height is 1, `t` itself (below 0). */
export function spikeArea(t: number, factor: number, rise: number, hold: number, decay: number): number {
  if (t <= 0) return t;
  const rising = Math.min(t, rise);
  const held = Math.min(Math.max(0, t - rise), hold);
  const after = Math.max(0, t - rise - hold);
  const above = (rising * rising) / (2 * rise) + held + (after > 0 ? decay * (1 - exp(-after / decay)) : 0);
  return t + (factor - 1) * above;
}

/** Area under `dayHeight` from midnight on, in days. A whole day has the area of its factor, so weeks add up exactly. */
export function dayArea(days: number, amplitude: number, weekend = 1): number {
  if (weekend !== 1) {
    const whole = Math.floor(days);
    const { full, factor } = weekAt(whole, weekend);
    return full + factor * dayArea(days - whole, amplitude);
  }
  return days + (amplitude * (sinOfTurns(days - 0.5) - sinOfTurns(-0.5))) / tau;
}

const workdays = 5;

/** @returns the area of all days before a day, and the factor of that one; a week begins with its workdays */
export function weekAt(day: number, weekend: number): { full: number; factor: number } {
  const weeks = Math.floor(day / 7);
  const ofWeek = day - 7 * weeks;
  const full = weeks * (workdays + 2 * weekend) + Math.min(ofWeek, workdays) + Math.max(0, ofWeek - workdays) * weekend;
  return { full, factor: ofWeek < workdays ? 1 : weekend };
}

/** Areas under `traceHeight` up to the middle of each value, and at the end of one round; in units of a value's stretch. */
export function traceAreas(trace: readonly number[]): Float64Array {
  const areas = new Float64Array(trace.length + 1);
  let area = 0;
  trace.forEach((height, i) => {
    area += i === 0 ? height / 2 : (trace[i - 1] + height) / 2;
    areas[i] = area;
  });
  if (trace.length > 0) areas[trace.length] = area + trace[trace.length - 1] / 2;
  return areas;
}

/** Area under `traceHeight` up to second `t`. @param areas of `traceAreas` */
export function traceArea(t: number, trace: readonly number[], areas: Float64Array, seconds: number): number {
  const count = trace.length;
  if (count === 0) return t;
  const rounds = Math.floor(t / seconds);
  const x = (t / seconds - rounds) * count - 0.5;
  const i = Math.floor(x);
  let area: number;
  if (i < 0) area = (x + 0.5) * trace[0];
  else if (i >= count - 1) area = areas[count - 1] + (x - (count - 1)) * trace[count - 1];
  else area = areas[i] + (x - i) * (trace[i] + ((x - i) * (trace[i + 1] - trace[i])) / 2);
  return ((rounds * areas[count] + area) * seconds) / count;
}

/** Halvings until neighbouring numbers are reached. */
const mostSteps = 200;

/**
 * The first moment after `from` at which a never falling function reaches `wanted`; Infinity when it has not by `latest`.
 * By doubling, then halving: exact to the last bit of the moment, whatever the function's form.
 */
export function momentOf(area: (t: number) => number, wanted: number, from: number, guess: number, latest: number): number {
  let low = from;
  // beyond `from` by its last bits at least, or doubling would never begin; in proportion, for time has no scale of its own
  let high = Math.max(guess, from > 0 ? from * (1 + 4e-16) : 1e-300);
  while (area(high) < wanted) {
    if (high > latest) return Infinity;
    low = high;
    high = from + 2 * (high - from);
  }
  for (let step = 0; step < mostSteps; step++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (area(middle) < wanted) low = middle;
    else high = middle;
  }
  return high;
}
