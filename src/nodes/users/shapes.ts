/** How traffic goes over time: heights of the arrival rate, 1 = the rate a population is set to. */

import type { NodeContext } from '../../engine/behavior.ts';
import { cosOfTurns, exp } from '../../engine/math.ts';
import type { WorkloadParam } from '../../engine/plan.ts';
import { dayArea, momentOf, rampArea, spikeArea, traceArea, traceAreas, weekAt } from './areas.ts';

/** The order of the workload's `shape` options. */
export const SHAPE = { steady: 0, ramp: 1, spike: 2, day: 3, trace: 4 } as const;

/** The day begins at its quietest; half a day later it is at its busiest. */
const peakOfDay = 0.5;

/** Everything the height depends on: when one of these changes, so does the future. */
export const shapeParams = [
  'shape',
  'rampFrom',
  'rampSeconds',
  'spikeAtSeconds',
  'spikeFactor',
  'spikeRiseSeconds',
  'spikeHoldSeconds',
  'spikeDecaySeconds',
  'daySeconds',
  'dayAmplitude',
  'weekendFactor',
] as const satisfies readonly WorkloadParam[];

export class Shape {
  private readonly values: Float64Array;
  private readonly places: Readonly<Record<(typeof shapeParams)[number], number>>;
  private readonly hourOffset: number;
  private readonly trace: readonly number[];
  private readonly traceSeconds: number;
  private readonly traceMost: number;
  private readonly traceAreas: Float64Array;
  private readonly lastSecond: number;
  private readonly areaAt = (t: number): number => this.area(t);

  /** @param ctx of a population; its `hourOffset` shifts the day curve */
  constructor(ctx: Pick<NodeContext, 'net' | 'plan' | 'workload' | 'param'>) {
    this.values = ctx.net.params;
    this.places = Object.fromEntries(shapeParams.map((name) => [name, ctx.workload(name)])) as typeof this.places;
    this.hourOffset = ctx.param('hourOffset');
    this.trace = ctx.plan.workload.trace;
    this.traceSeconds = ctx.plan.workload.traceSeconds;
    this.traceMost = this.trace.reduce((most, height) => Math.max(most, height), 0);
    this.traceAreas = traceAreas(this.trace);
    this.lastSecond = ctx.plan.seconds;
  }

  /** Whether the height is 1 all along. */
  get isSteady(): boolean {
    return this.values[this.places.shape] === SHAPE.steady;
  }

  /** The height at simulated second `t`. */
  height(t: number): number {
    const { values, places } = this;
    switch (values[places.shape]) {
      case SHAPE.ramp:
        return rampHeight(t, values[places.rampFrom], values[places.rampSeconds]);
      case SHAPE.spike:
        return spikeHeight(
          t - values[places.spikeAtSeconds],
          values[places.spikeFactor],
          values[places.spikeRiseSeconds],
          values[places.spikeHoldSeconds],
          values[places.spikeDecaySeconds],
        );
      case SHAPE.day:
        return dayHeight(
          t / values[places.daySeconds] + values[this.hourOffset] / 24,
          values[places.dayAmplitude],
          values[places.weekendFactor],
        );
      case SHAPE.trace:
        return traceHeight(t, this.trace, this.traceSeconds);
      default:
        return 1;
    }
  }

  /** The area under the height from the start of the run to second `t`. */
  area(t: number): number {
    const { values, places } = this;
    switch (values[places.shape]) {
      case SHAPE.ramp:
        return rampArea(t, values[places.rampFrom], values[places.rampSeconds]);
      case SHAPE.spike: {
        const at = values[places.spikeAtSeconds];
        const after = t - at;
        const rise = values[places.spikeRiseSeconds];
        const hold = values[places.spikeHoldSeconds];
        return at + spikeArea(after, values[places.spikeFactor], rise, hold, values[places.spikeDecaySeconds]);
      }
      case SHAPE.day: {
        const day = values[places.daySeconds];
        const start = values[this.hourOffset] / 24;
        const amplitude = values[places.dayAmplitude];
        const weekend = values[places.weekendFactor];
        return day * (dayArea(t / day + start, amplitude, weekend) - dayArea(start, amplitude, weekend));
      }
      case SHAPE.trace:
        return traceArea(t, this.trace, this.traceAreas, this.traceSeconds);
      default:
        return t;
    }
  }

  /**
   * The moment at which the area since `from` has grown by `more`; Infinity when that is not before the end of the run.
   * @param now no moment before this is looked at
   */
  momentAfter(from: number, more: number, now: number): number {
    if (this.values[this.places.shape] === SHAPE.steady) return from + more;
    return momentOf(this.areaAt, this.area(from) + more, now, from + more, this.lastSecond);
  }

  /** No height is above this. */
  most(): number {
    const { values, places } = this;
    switch (values[places.shape]) {
      case SHAPE.spike:
        return values[places.spikeFactor];
      case SHAPE.day:
        return (1 + values[places.dayAmplitude]) * Math.max(1, values[places.weekendFactor]);
      case SHAPE.trace:
        return this.trace.length === 0 ? 1 : this.traceMost;
      default:
        return 1;
    }
  }
}

/** From `from` to 1 in a straight line, then 1. */
export function rampHeight(t: number, from: number, seconds: number): number {
  return t >= seconds ? 1 : from + ((1 - from) * t) / seconds;
}

/** A flash crowd: 1, a straight rise to `factor`, a hold, and an exponential way back. @param t seconds since the rise began */
export function spikeHeight(t: number, factor: number, rise: number, hold: number, decay: number): number {
  if (t <= 0) return 1;
  if (t < rise) return 1 + ((factor - 1) * t) / rise;
  const after = t - rise - hold;
  return after <= 0 ? factor : 1 + (factor - 1) * exp(-after / decay);
}

/** Days with mean 1, but for weekends. @param days since the first midnight of a week */
export function dayHeight(days: number, amplitude: number, weekend = 1): number {
  const height = 1 + amplitude * cosOfTurns(days - peakOfDay);
  return weekend === 1 ? height : height * weekAt(Math.floor(days), weekend).factor;
}

/**
 * The trace, over and over. A value stands for its whole stretch of time, so lines run from middle to middle and the ends are
 * level: the area over one round is that of the values. Without values, 1.
 */
export function traceHeight(t: number, trace: readonly number[], seconds: number): number {
  const count = trace.length;
  if (count === 0) return 1;
  const rounds = t / seconds;
  const x = (rounds - Math.floor(rounds)) * count - 0.5;
  const i = Math.floor(x);
  if (i < 0) return trace[0];
  if (i >= count - 1) return trace[count - 1];
  return trace[i] + (x - i) * (trace[i + 1] - trace[i]);
}
