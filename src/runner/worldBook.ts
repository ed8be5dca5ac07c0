/** Frames of a run read once and kept as little as can be merged exactly: counters, one histogram per class, and a course over time. */

import { completedColumn, type Frame, type FrameLayout, failedColumn, offeredColumn } from '../engine/frame.ts';
import { addSparse, bucketCount, quantileOf, sumOf } from '../engine/histogram.ts';
import { type FailureReason, failureReasons, type Plan, type RequestClass, requestClasses } from '../engine/plan.ts';
import { leastFor } from '../statistics/enough.ts';
import { nodeColumns, runColumn } from './columnIndex.ts';

/** Points of a course: as many as a small chart has room for. */
const mostPoints = 120;

export interface ClassCounts {
  offered: number;
  completed: number;
  failedBy: Record<FailureReason, number>;
  limited: number;
}

/** A percentile over time may reach so far back for the requests that it needs, in simulated seconds; the charts of a run do the same. */
const mostBackSeconds = 30;

/** A run over time, one number per stretch of `stretchSeconds` (the last may be shorter). NaN where nothing was measured. */
export interface Course {
  stretchSeconds: number;
  /** In seconds, of all requests that ended, failures at the end of the user's patience: of the stretch, or of as many before it as
   * make it enough (`leastFor`). NaN where that reaches back too far. */
  p99: Float64Array;
  /** Per second. */
  goodput: Float64Array;
  failed: Float64Array;
}

export interface WorldRecord {
  classes: Record<RequestClass, ClassCounts>;
  staleReads: number;
  /** Response times as pairs (class * 65536 + bucket, count), as in a frame. */
  latency: Uint32Array;
  course: Course;
  /** Busy share of each part's servers over time, by plan index; NaN for a part that has none. */
  utilization: Float64Array;
}

export const noCounts = (): ClassCounts => ({
  offered: 0,
  completed: 0,
  failedBy: { refused: 0, timeout: 0, shed: 0, error: 0 },
  limited: 0,
});

interface Columns {
  classes: { counts: ClassCounts; offered: number; completed: number; limited: number; failed: [FailureReason, number][] }[];
  stale: number;
  /** Of each part, one column per instance. */
  busy: readonly (readonly number[])[];
}

/** Takes a run's frames in order; `close` gives what they came to. */
export function createWorldBook({ seconds, frameSeconds, nodes }: Plan): {
  add(frame: Frame, layout: FrameLayout): void;
  close(): WorldRecord;
} {
  const framesPerPoint = Math.max(1, Math.ceil(seconds / frameSeconds / mostPoints));
  const classes = Object.fromEntries(requestClasses.map((c) => [c, noCounts()])) as Record<RequestClass, ClassCounts>;
  const histograms = requestClasses.map(() => new Float64Array(bucketCount));
  const course: { p99: number[]; goodput: number[]; failed: number[] } = { p99: [], goodput: [], failed: [] };
  const here = { start: 0, end: 0, frames: 0, completed: 0, failed: 0, latency: [] as Uint32Array[] };
  /** Response times of the newest stretches, the newest first. */
  let recent: { start: number; latency: readonly Uint32Array[] }[] = [];
  const counts = new Float64Array(bucketCount);
  let columns: Columns | null = null;
  let staleReads = 0;
  /** Busy seconds of each part, and the seconds there were to be busy in. */
  const busySeconds = new Float64Array(nodes.length);
  const thereSeconds = new Float64Array(nodes.length);

  const columnsOf = (layout: FrameLayout): Columns => ({
    classes: requestClasses.map((c) => ({
      counts: classes[c],
      offered: runColumn(layout, offeredColumn(c)),
      completed: runColumn(layout, completedColumn(c)),
      limited: runColumn(layout, failedColumn(c, 'limited')),
      failed: failureReasons.map((reason) => [reason, runColumn(layout, failedColumn(c, reason))]),
    })),
    stale: runColumn(layout, 'staleReads'),
    busy: nodes.map((_, node) => nodeColumns(layout, node, 'utilization')),
  });

  /** Of the stretch that closes, or of as many before it as it takes. */
  const newestP99 = (): number => {
    counts.fill(0);
    for (const { latency } of recent) {
      for (const pairs of latency) addSparse(counts, pairs);
      const ended = sumOf(counts);
      if (ended >= leastFor(0.99)) return quantileOf(counts, 0.99, ended);
    }
    return Number.NaN;
  };

  const closePoint = () => {
    const span = here.end - here.start;
    recent = [{ start: here.start, latency: here.latency }, ...recent].filter(({ start }) => here.end - start <= mostBackSeconds);
    course.p99.push(here.latency.some(({ length }) => length > 0) ? newestP99() : Number.NaN);
    course.goodput.push(here.completed / span);
    course.failed.push(here.failed / span);
    here.latency = [];
    here.start = here.end;
    here.frames = here.completed = here.failed = 0;
  };

  return {
    add({ start, end, values, latency }, layout) {
      columns ??= columnsOf(layout);
      for (const { counts, offered, completed, limited, failed } of columns.classes) {
        counts.offered += values[offered];
        counts.completed += values[completed];
        counts.limited += values[limited];
        here.completed += values[completed];
        for (const [reason, column] of failed) {
          counts.failedBy[reason] += values[column];
          here.failed += values[column];
        }
      }
      staleReads += values[columns.stale];
      for (const [node, busy] of columns.busy.entries()) {
        for (const column of busy) {
          // an instance that is not there says -1
          if (values[column] < 0) continue;
          busySeconds[node] += values[column] * (end - start);
          thereSeconds[node] += end - start;
        }
      }
      for (const [cls, histogram] of histograms.entries()) addSparse(histogram, latency, cls);
      // a copy: the frame is its run's
      here.latency.push(latency.slice());
      here.end = end;
      if (++here.frames === framesPerPoint) closePoint();
    },
    close() {
      if (here.frames > 0) closePoint();
      return {
        classes,
        staleReads,
        latency: packed(histograms),
        utilization: busySeconds.map((busy, node) => busy / thereSeconds[node]),
        course: {
          stretchSeconds: framesPerPoint * frameSeconds,
          p99: Float64Array.from(course.p99),
          goodput: Float64Array.from(course.goodput),
          failed: Float64Array.from(course.failed),
        },
      };
    },
  };
}

function packed(histograms: readonly Float64Array[]): Uint32Array {
  const pairs: number[] = [];
  for (const [cls, counts] of histograms.entries()) {
    for (let bucket = 0; bucket < counts.length; bucket++) if (counts[bucket] > 0) pairs.push(cls * 65536 + bucket, counts[bucket]);
  }
  return Uint32Array.from(pairs);
}
