/**
 * What can be asked of a design and of its run, as data: a lesson sees by it that a step is done, an interview is graded by it, and a
 * design's own targets are written in it. Nothing here computes; `measure.ts` and `judge.ts` do.
 */

import type { Id } from '../design/design.ts';
import type { RequestClass } from '../engine/plan.ts';
import type { Stretch } from '../engine/readings.ts';
import type { NodeKind } from '../nodes/specs.ts';
import type { Value } from '../schema/fields.ts';

/** One part by its id, or all parts of some kinds together (designs that are graded name their parts as they like). */
export type Parts = Id | { kinds: readonly NodeKind[] };

/** Something done to a run by hand or by its scenario: the act's name, and what it was done to where that matters. */
export interface Act {
  act: string;
  parts?: Parts;
  fault?: string;
}

/**
 * The frames that count: of a stretch between two simulated seconds; of the newest `last` seconds; or `since` the last such act (the
 * beginning of the run, where there was none), but for the first `skip` seconds of it.
 */
export type Over = Stretch | { last: number } | { since: Act; skip?: number };

/** How the values of many frames and instances become one number. */
export type Take = 'sum' | 'mean' | 'most' | 'least' | 'last';

export type UsersFigure =
  | 'offered'
  | 'completed'
  | 'failed'
  | 'offeredPerSecond'
  | 'goodputPerSecond'
  | 'failedShare'
  | 'availability'
  | 'meanMs'
  | 'p50Ms'
  | 'p95Ms'
  | 'p99Ms'
  | 'p999Ms'
  /** Of the reads that were answered. */
  | 'staleShare'
  | 'staleReads'
  /** Calls that reached the last tier over what users asked. */
  | 'amplification';

export type JobFigure = 'p50Seconds' | 'p95Seconds' | 'p99Seconds';

export type IncidentFigure = 'detectionSeconds' | 'recoverySeconds' | 'lostWrites' | 'failedRequests' | 'lossSeconds';

export type DesignFigure =
  /** List price of a month, US dollars. */
  | 'costPerMonthUsd'
  /** Parts whose death alone makes some class of requests fail. */
  | 'singlePoints'
  /** Request classes of the workload that reach a part which answers them, as a share of all: 0 to 1. */
  | 'reachableClasses'
  | 'parts';

/** A number. Null (not measurable) until there is enough of the run to say it. */
export type Measure =
  | { of: 'users'; figure: UsersFigure; class?: RequestClass; only?: Id; over?: Over }
  /**
   * A column of the layout (`utilization`, `queue`, `hitRatio` …), by the name that frames give it. `unknown`: the number where there are
   * such parts and none of them has such a column.
   */
  | { of: 'part'; parts: Parts; column: string; take: Take; instance?: number; unknown?: number; over?: Over }
  | { of: 'run'; column: string; take: Take; over?: Over }
  /**
   * How old jobs were when a queue had them acknowledged, all queues of `parts` together; `class`: of those that requests of this class left. Those
   * that still wait are not in it: `oldestSeconds` of the queue says how old they are.
   */
  | { of: 'jobs'; figure: JobFigure; parts: Parts; class?: RequestClass; over?: Over }
  /** The busiest part of the design, all instances of each looked at: mean utilization of it over the stretch. */
  | { of: 'busiest'; except?: readonly NodeKind[]; over?: Over }
  /** Of the n-th fault of the run that something was lost by (0 = the first), or the worst of all. */
  | { of: 'incident'; figure: IncidentFigure; which: number | 'worst' }
  | { of: 'design'; figure: DesignFigure }
  /** A number that somebody set; of several parts the sum. */
  | { of: 'setting'; parts: Parts; field: string }
  | { of: 'workload'; field: string }
  | { of: 'count'; kinds: readonly NodeKind[] }
  | { of: 'quotient'; over: Measure; under: Measure };

export type Comparison = '<=' | '>=' | '<' | '>' | '=';

export interface Goal {
  measure: Measure;
  is: Comparison;
  value: number;
  /** Where partial credit ends: full at `value`, none here, linear in between. Left out: all or nothing. */
  zeroAt?: number;
}

/** Something that is so or not so, of the design and the run as they stand. */
export type Condition =
  | Goal
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }
  /** A wire from one to the other. */
  | { wired: readonly [from: Parts, to: Parts] }
  /** A choice or a switch that stands at this value on every one of the parts (and there is one). */
  | { setTo: { parts: Parts; field: string; value: Value } }
  /** The same of the wire, of every wire between them. */
  | { wireSetTo: { from: Parts; to: Parts; field: string; value: Value } }
  /** Somebody did this to the run, or the scenario did: an act or a fault's name. */
  | { happened: Act }
  /** Simulated seconds that were played, counted from the last such act (`since`), or from the beginning. */
  | { played: { seconds: number; since?: Act } };
