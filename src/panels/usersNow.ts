/** The newest frame as the users saw it; its p99 over as many frames before it as p99 needs. Pure. */

import { quantilesOf, quantilesOfPairs } from '../charts/latency.ts';
import { completedColumn, type Frame, type FrameLayout, failedColumn, offeredColumn } from '../engine/frame.ts';
import { type Outcome, outcomes, requestClasses } from '../engine/plan.ts';
import { runColumn } from '../runner/columns.ts';
import { leastFor } from '../statistics/enough.ts';

export interface UsersNow {
  /** Per simulated second. */
  offered: number;
  /** In the order of `requestClasses`. */
  offeredByClass: readonly number[];
  completed: number;
  failedPerSecond: number;
  failed: readonly { reason: Outcome; perSecond: number }[];
  /** Seconds; -1 when nothing ended, or too little for that percentile. */
  p50: number;
  p95: number;
  p99: number;
}

/** So far back p99 may reach for the requests it needs. */
const mostFrames = 30;

/** p99 of the newest frames that together have enough requests for one; -1 where even the last half minute has not. */
function lateQuantile(frames: readonly Frame[]): number {
  const histograms: Uint32Array[] = [];
  for (const { latency } of frames.slice(-mostFrames).reverse()) {
    histograms.push(latency);
    const found = quantilesOfPairs(histograms);
    if (found && found.count >= leastFor(0.99)) return found.p99;
  }
  return -1;
}

/** @param frames oldest first; null without any */
export function usersNow(frames: readonly Frame[], layout: FrameLayout): UsersNow | null {
  const frame = frames.at(-1);
  if (!frame) return null;
  const seconds = Math.max(frame.end - frame.start, 1e-9);
  const rate = (metric: string): number => Math.max(0, frame.values[runColumn(layout, metric)] ?? 0) / seconds;
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  const offeredByClass = requestClasses.map((name) => rate(offeredColumn(name)));
  const failed = outcomes
    .filter((reason) => reason !== 'ok')
    .map((reason) => ({ reason, perSecond: sum(requestClasses.map((name) => rate(failedColumn(name, reason)))) }));
  return {
    offered: sum(offeredByClass),
    offeredByClass,
    completed: sum(requestClasses.map((name) => rate(completedColumn(name)))),
    failedPerSecond: sum(failed.map(({ perSecond }) => perSecond)),
    failed,
    ...(quantilesOf(frame) ?? { p50: -1, p95: -1 }),
    p99: lateQuantile(frames),
  };
}
