/** The newest frame as the users saw it; its percentiles over as many frames before it as they need, as in the chart. Pure. */

import { quantileWithEnough } from '../charts/latency.ts';
import { completedColumn, type Frame, type FrameLayout, failedColumn, offeredColumn } from '../engine/frame.ts';
import { type FailureReason, failureReasons, requestClasses } from '../engine/plan.ts';
import { runColumn } from '../runner/columnIndex.ts';

export interface UsersNow {
  /** Per simulated second. */
  offered: number;
  /** In the order of `requestClasses`. */
  offeredByClass: readonly number[];
  completed: number;
  failedPerSecond: number;
  failed: readonly { reason: FailureReason; perSecond: number }[];
  /** Turned away because of a limit: no failures. */
  limitedPerSecond: number;
  /** Seconds; -1 when nothing ended, or too little for that percentile. */
  p50: number;
  p95: number;
  p99: number;
}

/** @param frames oldest first; null without any */
export function usersNow(frames: readonly Frame[], layout: FrameLayout): UsersNow | null {
  const frame = frames.at(-1);
  if (!frame) return null;
  const seconds = Math.max(frame.end - frame.start, 1e-9);
  const rate = (metric: string): number => Math.max(0, frame.values[runColumn(layout, metric)] ?? 0) / seconds;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const quantile = (name: 'p50' | 'p95' | 'p99'): number => quantileWithEnough(frames, frames.length - 1, name) ?? -1;
  const offeredByClass = requestClasses.map((name) => rate(offeredColumn(name)));
  const endedBy = (reason: FailureReason | 'limited') => sum(requestClasses.map((name) => rate(failedColumn(name, reason))));
  const failed = failureReasons.map((reason) => ({ reason, perSecond: endedBy(reason) }));
  return {
    offered: sum(offeredByClass),
    offeredByClass,
    completed: sum(requestClasses.map((name) => rate(completedColumn(name)))),
    failedPerSecond: sum(failed.map(({ perSecond }) => perSecond)),
    failed,
    limitedPerSecond: endedBy('limited'),
    p50: quantile('p50'),
    p95: quantile('p95'),
    p99: quantile('p99'),
  };
}
