/**
 * A run in numbers, by the definitions that the page, the command line and graders share. Read from frames and notes only;
 * percentiles come from merged histograms, never from averages of percentiles. Pure.
 */

import { completedColumn, type Frame, type FrameLayout, failedColumn, type Note, offeredColumn } from '../engine/frame.ts';
import { addSparse, bucketCount } from '../engine/histogram.ts';
import { type FailureReason, failureReasons, type Plan, type RequestClass, readClasses, requestClasses } from '../engine/plan.ts';
import { type Alarms, alarmsOf, longestGraceSeconds } from './alarms.ts';
import { nodeColumns, runColumn } from './columnIndex.ts';
import { totalOf } from './columns.ts';
import { type Detection, detectionsOf } from './detections.ts';
import { type FailoverReport, failoversOf } from './failovers.ts';
import { lastTierOf, type NodeSummary, summariseNodes } from './nodeSummary.ts';
import { type Percentiles, percentiles, ratio } from './percentiles.ts';

export interface RequestSummary {
  offered: number;
  completed: number;
  failed: number;
  failedBy: Readonly<Record<FailureReason, number>>;
  /** Turned away because of a limit (429). */
  limited: number;
  /** Completed over offered, those over a limit left out; null when nothing was offered. */
  availability: number | null;
  latency: Percentiles;
}

export interface Summary {
  /** Simulated seconds that the numbers are about. */
  window: { start: number; end: number };
  all: RequestSummary;
  classes: Readonly<Record<RequestClass, RequestSummary>>;
  /** What users sent: their requests and every further attempt at one. */
  attempts: number;
  ratesPerSecond: { offered: number; attempts: number; goodput: number; failed: number };
  inFlight: { atStart: number; atEnd: number };
  /** Exactly: in flight before + arrived = completed + failed + limited + in flight after, in every frame. */
  conserved: boolean;
  /** What went over the borders of zones and of regions; what goes to users is not in it. */
  crossedGb: { zones: number; regions: number };
  staleReads: { count: number /** Of the reads that were answered. */; rate: number | null };
  /** Calls that reached the last tier over what users asked. */
  amplification: { nodes: readonly string[]; factor: number | null };
  /** Messages that wait at the end, over all queues. */
  backlog: number;
  nodes: readonly NodeSummary[];
  failovers: readonly FailoverReport[];
  /** Faults, when they were noticed, and when they were over. */
  detections: readonly Detection[];
  /** Alerts, those that nothing was behind, and faults without any. */
  alarms: Alarms;
}

/** What users asked and got in these frames, of some classes together. */
export function requestsOf(frames: readonly Frame[], layout: FrameLayout, classes: readonly RequestClass[]): RequestSummary {
  const total = (name: (c: RequestClass) => string) =>
    totalOf(
      frames,
      classes.map((c) => runColumn(layout, name(c))),
    );
  const failedBy = Object.fromEntries(failureReasons.map((reason) => [reason, total((c) => failedColumn(c, reason))])) as Record<
    FailureReason,
    number
  >;
  const offered = total(offeredColumn);
  const completed = total(completedColumn);
  const limited = total((c) => failedColumn(c, 'limited'));
  const counts = new Float64Array(bucketCount);
  for (const frame of frames) for (const c of classes) addSparse(counts, frame.latency, requestClasses.indexOf(c));
  return {
    offered,
    completed,
    failed: failureReasons.reduce((sum, reason) => sum + failedBy[reason], 0),
    failedBy,
    limited,
    availability: ratio(completed, offered - limited),
    latency: percentiles(counts),
  };
}

/** The law that every frame must keep, and every frame must take over where the one before it stopped. */
export function isConserved(frames: readonly Frame[], layout: FrameLayout): boolean {
  const atStart = runColumn(layout, 'inFlightAtStart');
  const atEnd = runColumn(layout, 'inFlightAtEnd');
  const columns = (names: (c: RequestClass) => readonly string[]) =>
    requestClasses.flatMap((c) => names(c).map((name) => runColumn(layout, name)));
  const arrived = columns((c) => [offeredColumn(c)]);
  const ended = columns((c) => [
    completedColumn(c),
    failedColumn(c, 'limited'),
    ...failureReasons.map((reason) => failedColumn(c, reason)),
  ]);
  return frames.every((frame, i) => {
    const before = i === 0 ? frame.values[atStart] : frames[i - 1].values[atEnd];
    return frame.values[atStart] === before && before + totalOf([frame], arrived) === totalOf([frame], ended) + frame.values[atEnd];
  });
}

/** Frames that lie wholly within the window; all of them without one. */
function framesIn(frames: readonly Frame[], window?: { start: number; end: number }): readonly Frame[] {
  return window ? frames.filter((frame) => frame.start >= window.start && frame.end <= window.end) : frames;
}

/** Everything above for the frames of a run, or for those within a window of simulated seconds. */
export function summarise(
  run: { plan: Plan; layout: FrameLayout; frames: readonly Frame[]; notes: readonly Note[] },
  window?: { start: number; end: number },
): Summary {
  const { plan, layout, notes } = run;
  const frames = framesIn(run.frames, window);
  const start = frames[0]?.start ?? 0;
  const end = frames.at(-1)?.end ?? 0;
  const all = requestsOf(frames, layout, requestClasses);
  const classes = Object.fromEntries(requestClasses.map((c) => [c, requestsOf(frames, layout, [c])])) as Record<
    RequestClass,
    RequestSummary
  >;
  const seconds = end - start;
  const perSecond = (count: number) => (seconds > 0 ? count / seconds : 0);
  const attempts =
    all.offered +
    totalOf(
      frames,
      plan.nodes.flatMap((_, node) => nodeColumns(layout, node, 'retries')),
    );
  const nodes = summariseNodes(plan, layout, frames);
  const lastTier = lastTierOf(plan);
  const stale = totalOf(frames, [runColumn(layout, 'staleReads')]);
  return {
    window: { start, end },
    all,
    classes,
    attempts,
    ratesPerSecond: {
      offered: perSecond(all.offered),
      attempts: perSecond(attempts),
      goodput: perSecond(all.completed),
      failed: perSecond(all.failed),
    },
    inFlight: {
      atStart: frames[0]?.values[runColumn(layout, 'inFlightAtStart')] ?? 0,
      atEnd: frames.at(-1)?.values[runColumn(layout, 'inFlightAtEnd')] ?? 0,
    },
    conserved: isConserved(frames, layout),
    crossedGb: {
      zones: totalOf(frames, [runColumn(layout, 'crossedZonesMB')]) / 1000,
      regions: totalOf(frames, [runColumn(layout, 'crossedRegionsMB')]) / 1000,
    },
    staleReads: {
      count: stale,
      rate: ratio(
        stale,
        readClasses.reduce((sum, name) => sum + classes[name].completed, 0),
      ),
    },
    amplification: {
      nodes: lastTier.map((node) => plan.nodes[node].id),
      factor: ratio(
        lastTier.reduce((sum, node) => sum + nodes[node].arrived, 0),
        all.offered,
      ),
    },
    backlog: nodes.reduce((sum, node) => sum + (node.backlog ?? 0), 0),
    nodes,
    failovers: failoversOf(frames, layout, notes),
    detections: detectionsOf(notes.filter(({ time }) => time >= start && time <= end)),
    alarms: alarmsOf(layout, frames, notes, longestGraceSeconds(plan)),
  };
}
