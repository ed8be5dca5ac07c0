/** What a shown number is made of: its formula, the inputs as they are now, and what they come to. Pure. */

import { enoughBack, type QuantileName, quantilesOfPairs } from '../../../charts/latency.ts';
import type { Id } from '../../../design/design.ts';
import type { PriceId } from '../../../economy/priceBook.ts';
import { completedColumn, type Frame, type FrameLayout } from '../../../engine/frame.ts';
import { sumOf as samplesOf } from '../../../engine/histogram.ts';
import { failureReasons, readClasses } from '../../../engine/plan.ts';
import { runColumn } from '../../../runner/columnIndex.ts';
import { totalOf } from '../../../runner/columns.ts';
import { emptyTally, figuresOf, type Tally, tallyFrames } from '../../../runner/tally.ts';
import type { InputName, Unit } from '../../../ui/whyInputs.ts';
import type { GivenName, IncidentFormula } from './explainedGiven.ts';

export interface Input {
  name: InputName;
  value: number;
  unit: Unit;
  /** In place of the name: a line of the price list, or a part of the design. */
  price?: PriceId;
  part?: Id;
}

export interface Explained {
  /** The sentence that says how the number is made. */
  formula:
    | 'sum'
    | 'rate'
    | 'availability'
    | 'answered'
    | 'percentile'
    | 'percentileNow'
    | 'utilization'
    | 'level'
    | 'little'
    | 'share'
    | 'conservation'
    | 'gauge'
    | 'worlds'
    | 'cost'
    | 'perMillion'
    | BusinessName
    | IncidentFormula
    | GivenName;
  /** In the order in which the formula names them. */
  inputs: readonly Input[];
  /** What the formula gives; null where nothing was measured. */
  result: number | null;
  /** Simulated seconds it was measured over; null where it is of no run's stretch. */
  window: readonly [from: number, to: number] | null;
}

/** Numbers of the business. */
export const businessNames = [
  'business-users',
  'business-sessions',
  'business-pages',
  'business-orders',
  'business-revenue',
  'business-return',
  'business-tomorrow',
  'business-page-time',
] as const;
export type BusinessName = (typeof businessNames)[number];

/** Numbers of the whole run, under the names of the summary. */
export const runNames = [
  'offered',
  'goodput',
  'availability',
  'answered',
  'stale-share',
  'writes-lost',
  'p50',
  'p95',
  'p99',
  'failed',
  'run-stale-reads',
  'in-flight',
  'conservation',
  'limited',
  ...failureReasons.map((reason) => `failed-${reason}` as const),
] as const;
/** Numbers that every part has. */
export const partNames = [
  'arrived',
  'completed',
  'node-failed',
  'node-p50',
  'node-p95',
  'node-p99',
  'utilization',
  'queue',
  'inside',
  'hitRatio',
  'vain',
] as const;

/** @returns null for a name that no number of the run has, or before anything was measured */
export function explainRun(name: string, layout: FrameLayout, frames: readonly Frame[]): Explained | null {
  if (frames.length === 0) return null;
  const tally = emptyTally(layout);
  tallyFrames(tally, frames);
  const figures = figuresOf(tally);
  const seconds = tally.end - tally.start;
  const base = { window: [tally.start, tally.end] as const };
  const counted = (value: number): Explained => ({
    ...base,
    formula: 'sum',
    inputs: [
      { name: 'count', value, unit: '' },
      { name: 'seconds', value: seconds, unit: 's' },
    ],
    result: value,
  });
  switch (name) {
    case 'offered':
      return counted(tally.offered);
    case 'goodput':
      return counted(tally.completed);
    case 'failed':
      return counted(figures.failed);
    case 'limited':
      return counted(tally.limited);
    case 'run-stale-reads':
      return counted(tally.staleReads);
    case 'availability':
      return {
        ...base,
        formula: 'availability',
        inputs: [
          { name: 'completed', value: tally.completed, unit: '' },
          { name: 'offered', value: tally.offered, unit: '' },
          { name: 'limited', value: tally.limited, unit: '' },
          { name: 'underWay', value: tally.inFlight, unit: '' },
        ],
        result: tally.offered > tally.limited ? tally.completed / (tally.offered - tally.limited) : null,
      };
    case 'answered':
      return {
        ...base,
        formula: 'answered',
        inputs: [
          { name: 'completed', value: tally.completed, unit: '' },
          { name: 'ended', value: tally.completed + figures.failed, unit: '' },
        ],
        result: tally.completed + figures.failed > 0 ? tally.completed / (tally.completed + figures.failed) : null,
      };
    case 'stale-share': {
      const reads = totalOf(
        frames,
        readClasses.map((each) => runColumn(layout, completedColumn(each))),
      );
      return {
        ...base,
        formula: 'share',
        inputs: [
          { name: 'stale', value: tally.staleReads, unit: '' },
          { name: 'reads', value: reads, unit: '' },
        ],
        result: reads > 0 ? tally.staleReads / reads : null,
      };
    }
    case 'writes-lost':
      return counted(
        totalOf(
          frames,
          layout.columns.flatMap(({ metric }, at) => (metric === 'lostWrites' ? [at] : [])),
        ),
      );
    case 'p50':
    case 'p95':
    case 'p99':
      return {
        ...base,
        formula: 'percentile',
        inputs: [{ name: 'samples', value: samplesOf(tally.counts), unit: '' }],
        result: figures.latency[name],
      };
    case 'in-flight':
    case 'conservation':
      return { ...base, ...conserved(tally, figures.failed) };
    default: {
      const reason = failureReasons.find((each) => name === `failed-${each}`);
      return reason ? counted(tally.failedBy[reason]) : null;
    }
  }
}

/** An interval of the run: a frame, or several that charts have merged. */
export interface Interval {
  start: number;
  end: number;
  values: Float64Array;
  latency: Uint32Array;
}

/**
 * All users in one interval. Percentiles take in as many intervals before it as they need.
 * @param name one of the run's
 * @param intervals in order of time; the last one is explained
 */
export function explainNow(name: string, layout: FrameLayout, intervals: readonly Interval[]): Explained | null {
  const last = intervals.at(-1);
  if (!last) return null;
  const found = explainRun(name, layout, [{ ...last, index: 0 }]);
  if (found?.formula === 'percentile') return { ...found, ...percentileNow(name, intervals) };
  const seconds = last.end - last.start;
  return found?.formula === 'sum' ? { ...found, formula: 'rate', result: seconds > 0 ? found.result! / seconds : null } : found;
}

function percentileNow(name: string, intervals: readonly Interval[]): Pick<Explained, 'formula' | 'inputs' | 'result' | 'window'> {
  const quantile = name as QuantileName;
  const at = intervals.length - 1;
  const back = enoughBack(intervals, at, quantile);
  const first = back ? intervals[at - back.length + 1] : intervals[at];
  const merged = back && quantilesOfPairs(back);
  return {
    formula: 'percentileNow',
    inputs: merged ? [{ name: 'samples', value: merged.count, unit: '' }] : [],
    result: merged?.[quantile] ?? null,
    window: [first.start, intervals[at].end],
  };
}

/** What came in has gone out or is still inside, where the run has been counted from its beginning. */
const conserved = (tally: Tally, failed: number): Pick<Explained, 'formula' | 'inputs' | 'result'> => ({
  formula: 'conservation',
  inputs: [
    { name: 'offered', value: tally.offered, unit: '' },
    { name: 'completed', value: tally.completed, unit: '' },
    { name: 'failed', value: failed, unit: '' },
    { name: 'limited', value: tally.limited, unit: '' },
  ],
  result: tally.offered - tally.completed - failed - tally.limited,
});
