/**
 * A sweep: one design with one or two of its numbers at many values, each point played in the same worlds, so that what differs
 * between points is the number alone (common random numbers). Page and command line both stand on this. Pure.
 */

import type { Design } from '../design/design.ts';
import { setSeconds } from '../design/edits.ts';
import { log } from '../engine/math.ts';
import type { Plan } from '../engine/plan.ts';
import { type Knee, kneeOf } from '../statistics/knee.ts';
import { compile } from './compile.ts';
import { type Axis, withValueAt } from './sweepAxis.ts';
import type { World } from './world.ts';
import { estimateMetric, type MetricEstimate, type MetricName, metrics } from './worldMetrics.ts';

/** Runs that one sweep may ask for: beyond this nobody waits for the end. */
export const mostRuns = 3000;

export interface SweepAsked {
  /** One or two; of two the first goes across. */
  axes: readonly Axis[];
  /** Worlds per point. */
  worlds: number;
  /** Simulated seconds of each. */
  seconds: number;
}

export interface SweepPoint {
  /** One per axis. */
  values: readonly number[];
  design: Design;
  plan: Plan;
}

export type Sweep =
  | { ok: true; points: readonly SweepPoint[] }
  | { ok: false; why: 'too-many'; runs: number }
  | { ok: false; why: 'nothing' }
  /** The values at which the design has an error. */
  | { ok: false; why: 'cannot-run'; values: readonly number[] };

/** Counted before anything is made, so that a billion of them cost nothing. */
export const runsOf = ({ axes, worlds }: SweepAsked): number => axes.reduce((runs, { values }) => runs * values.length, worlds);

/**
 * Points in order: the first axis fastest.
 * @param most runs, where they are spread over machines
 */
export function sweepOf(given: Design, asked: SweepAsked, most = mostRuns): Sweep {
  const runs = runsOf(asked);
  if (asked.axes.length === 0 || runs === 0) return { ok: false, why: 'nothing' };
  if (runs > most) return { ok: false, why: 'too-many', runs };
  const design = setSeconds(given, asked.seconds);
  let combined: readonly { values: readonly number[]; design: Design }[] = [{ values: [], design }];
  for (const { target, values } of [...asked.axes].reverse()) {
    combined = combined.flatMap((point) =>
      values.map((value) => ({ values: [value, ...point.values], design: withValueAt(point.design, target, value) })),
    );
  }
  const points: SweepPoint[] = [];
  for (const point of combined) {
    const { plan } = compile(point.design);
    if (plan === null) return { ok: false, why: 'cannot-run', values: point.values };
    points.push({ ...point, plan });
  }
  return { ok: true, points };
}

export interface SweptPoint extends MetricEstimate {
  values: readonly number[];
  /** Worlds played so far. */
  worlds: number;
}

/** @param played per point, the worlds that are there, in any order */
export function sweptPoints(
  points: readonly Pick<SweepPoint, 'values'>[],
  played: readonly (readonly World[])[],
  metric: MetricName,
): SweptPoint[] {
  return points.map(({ values }, at) => {
    const worlds = [...(played[at] ?? [])].sort((a, b) => a.number - b.number);
    if (worlds.length === 0) return { values, worlds: 0, value: null, interval: null, isTooLittle: false };
    return { values, worlds: worlds.length, ...estimateMetric(worlds, metric) };
  });
}

/** The knee of a sweep of one number; in logarithms where its values are spaced so. */
export function sweptKnee(points: readonly SweptPoint[], metric: MetricName): Knee | null {
  const xs = points.map(({ values }) => values[0]);
  const isLog = isSpacedByFactors(xs);
  const ys = points.map(({ value }) => value ?? Number.NaN);
  const noise = points.reduce((most, { interval }) => Math.max(most, interval ? (interval.high - interval.low) / 2 : 0), 0);
  return kneeOf(isLog ? xs.map(log) : xs, ys, metrics[metric].better === 'less' ? 'cost' : 'gain', noise);
}

/** Whether neighbours stand to each other in one ratio rather than at one distance. */
export function isSpacedByFactors(values: readonly number[]): boolean {
  if (values.length < 3 || values[0] <= 0) return false;
  const spreadOf = (steps: readonly number[]) => Math.max(...steps) / Math.min(...steps);
  const neighbours = values.slice(1).map((value, i) => [values[i], value] as const);
  return spreadOf(neighbours.map(([a, b]) => b / a)) < spreadOf(neighbours.map(([a, b]) => b - a));
}
