/** The newest thing worth a sentence, found in what a run has shown so far. Pure. */

import { type Frame, type FrameLayout, failedColumn, type Note, offeredColumn } from '../engine/frame.ts';
import type { RunEnd } from '../engine/limits.ts';
import { type FailureReason, failureReasons, requestClasses } from '../engine/plan.ts';
import { runColumn, totalOf } from '../runner/columns.ts';
import { alertCodes } from '../runner/detections.ts';
import { type FailoverReport, failoversOf } from '../runner/failovers.ts';
import { busiestPart, type Cause, causeOf, type Wire } from './cause.ts';

export type StoryLine =
  | { kind: 'quiet' }
  /** The run is over before its time. */
  | { kind: 'ended'; at: number; why: RunEnd; calls: number }
  | { kind: 'fine'; busiest: { node: number; utilization: number } | null }
  | { kind: 'failover'; report: FailoverReport }
  /** A monitor has just raised it. */
  | { kind: 'alert'; note: Note }
  /** Share of requests that failed, and each reason's share of those, the largest first. */
  | { kind: 'failing'; at: number; share: number; reasons: readonly { reason: FailureReason; share: number }[]; cause: Cause | null }
  /** Nothing fails yet, but a part is broken or full. */
  | { kind: 'strained'; at: number; cause: Cause };

/** Simulated seconds looked back for failures; a single lost request among thousands is no story. */
const lookBackSeconds = 5;
const worthTelling = 0.001;
/** For this long after it is over a failover comes before failures. Simulated seconds. */
const remembered = 60;
/** For this long an alert comes before everything else. */
const alertSeconds = 10;

export function storyLine(
  frames: readonly Frame[],
  layout: FrameLayout | null,
  notes: readonly Note[],
  wires: readonly Wire[] = [],
): StoryLine {
  const last = frames.at(-1);
  // not always the last: the frame that it ended in may be noted for more
  const end = notes.findLast(({ code }) => code === 'overflow' || code === 'standstill');
  if (end?.code === 'overflow' || end?.code === 'standstill') return { kind: 'ended', at: end.time, why: end.code, calls: end.value };
  if (!layout || !last) return { kind: 'quiet' };
  const alert = notes.findLast(({ code }) => alertCodes.includes(code));
  if (alert && last.end - alert.time < alertSeconds) return { kind: 'alert', note: alert };
  const report = failoversOf(frames, layout, notes).at(-1);
  const over = report?.recoveredAt ?? report?.promotedAt ?? null;
  if (report && (over === null || last.end - over < remembered)) return { kind: 'failover', report };
  // What is going wrong now comes before what once went wrong; that comes before "all is well".
  const cause = causeOf(last, layout, notes, wires);
  const failure = failing(frames, layout, last, cause);
  if (failure) return failure;
  if (report) return { kind: 'failover', report };
  return cause ? { kind: 'strained', at: last.end, cause } : { kind: 'fine', busiest: busiestPart(last, layout) };
}

function failing(frames: readonly Frame[], layout: FrameLayout, last: Frame, cause: Cause | null): StoryLine | null {
  const recent = frames.slice(-60).filter((frame) => frame.end > last.end - lookBackSeconds);
  const sum = (columns: readonly number[]) =>
    totalOf(
      recent,
      columns.filter((column) => column >= 0),
    );
  const offered = sum(requestClasses.map((name) => runColumn(layout, offeredColumn(name))));
  const reasons = failureReasons
    .map((reason) => ({ reason, count: sum(requestClasses.map((name) => runColumn(layout, failedColumn(name, reason)))) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const failed = reasons.reduce((total, { count }) => total + count, 0);
  // Failures can outnumber the requests of the same seconds: they were sent earlier.
  const share = failed / Math.max(offered, failed, 1);
  if (share < worthTelling) return null;
  return { kind: 'failing', at: last.end, share, reasons: reasons.map(({ reason, count }) => ({ reason, share: count / failed })), cause };
}
