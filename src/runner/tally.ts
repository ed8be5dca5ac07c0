/**
 * The run so far in numbers, kept up to date frame by frame: the same definitions as `summarise` of the runner, which a test
 * holds the two to, at the price of one addition per frame instead of one per frame that ever was.
 */

import { completedColumn, type Frame, type FrameLayout, failedColumn, offeredColumn } from '../engine/frame.ts';
import { addSparse, bucketCount } from '../engine/histogram.ts';
import { type FailureReason, failureReasons, requestClasses } from '../engine/plan.ts';
import { oncePerLayout, runColumn } from './columnIndex.ts';
import { type Percentiles, percentiles, ratio } from './percentiles.ts';

export interface Tally {
  layout: FrameLayout;
  nextFrame: number;
  /** Simulated seconds. */
  start: number;
  end: number;
  offered: number;
  completed: number;
  failedBy: Record<FailureReason, number>;
  /** Turned away because of a limit: no failures. */
  limited: number;
  staleReads: number;
  inFlight: number;
  /** In every frame so far: in flight before + offered = served + failed + limited + in flight after. */
  conserved: boolean;
  counts: Float64Array;
}

export function emptyTally(layout: FrameLayout): Tally {
  return {
    layout,
    nextFrame: 0,
    start: 0,
    end: 0,
    offered: 0,
    completed: 0,
    failedBy: { refused: 0, timeout: 0, shed: 0, error: 0 },
    limited: 0,
    staleReads: 0,
    inFlight: 0,
    conserved: true,
    counts: new Float64Array(bucketCount),
  };
}

const columnsOf = oncePerLayout((layout) => ({
  classes: requestClasses.map((name) => ({
    offered: runColumn(layout, offeredColumn(name)),
    completed: runColumn(layout, completedColumn(name)),
    limited: runColumn(layout, failedColumn(name, 'limited')),
    /** By place in `failureReasons`. */
    failed: failureReasons.map((reason) => runColumn(layout, failedColumn(name, reason))),
  })),
  inFlightAtStart: runColumn(layout, 'inFlightAtStart'),
  inFlightAtEnd: runColumn(layout, 'inFlightAtEnd'),
  staleReads: runColumn(layout, 'staleReads'),
}));

/** Takes over frames not counted yet, oldest first. In place. */
export function tallyFrames(tally: Tally, frames: readonly Frame[]): void {
  const from = frames.length === 0 ? 0 : Math.max(0, tally.nextFrame - frames[0].index);
  for (let i = from; i < frames.length; i++) tallyFrame(tally, frames[i]);
}

function tallyFrame(tally: Tally, { index, start, end, values, latency }: Frame): void {
  const columns = columnsOf(tally.layout);
  const value = (column: number): number => Math.max(0, values[column] ?? 0);
  let offered = 0;
  let completed = 0;
  let failed = 0;
  let limited = 0;
  for (const of of columns.classes) {
    offered += value(of.offered);
    completed += value(of.completed);
    limited += value(of.limited);
    for (let i = 0; i < failureReasons.length; i++) {
      const count = value(of.failed[i]);
      tally.failedBy[failureReasons[i]] += count;
      failed += count;
    }
  }
  const isFirst = tally.nextFrame === 0;
  const atStart = value(columns.inFlightAtStart);
  const before = isFirst ? atStart : tally.inFlight;
  const after = value(columns.inFlightAtEnd);
  if (atStart !== before || before + offered !== completed + failed + limited + after) tally.conserved = false;
  if (isFirst) tally.start = start;
  tally.end = end;
  tally.offered += offered;
  tally.completed += completed;
  tally.limited += limited;
  tally.staleReads += value(columns.staleReads);
  tally.inFlight = after;
  tally.nextFrame = index + 1;
  addSparse(tally.counts, latency);
}

/**
 * Availability counts who is still on the way as offered and not yet as served: how many those are where they alone keep it from all
 * of it. 0 as soon as something has failed.
 */
export function underWayAlone(tally: Tally): number {
  return failureReasons.some((reason) => tally.failedBy[reason] > 0) ? 0 : tally.inFlight;
}

export interface Figures {
  offered: number;
  completed: number;
  failed: number;
  offeredPerSecond: number;
  goodputPerSecond: number;
  /** Served out of everything offered, those over a limit left out; null before anything was. */
  availability: number | null;
  latency: Percentiles;
}

export function figuresOf(tally: Tally): Figures {
  const seconds = tally.end - tally.start;
  return {
    offered: tally.offered,
    completed: tally.completed,
    failed: failureReasons.reduce((sum, reason) => sum + tally.failedBy[reason], 0),
    offeredPerSecond: seconds > 0 ? tally.offered / seconds : 0,
    goodputPerSecond: seconds > 0 ? tally.completed / seconds : 0,
    availability: ratio(tally.completed, tally.offered - tally.limited),
    latency: percentiles(tally.counts),
  };
}
