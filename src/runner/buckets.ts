/**
 * The frames of a run, thinned for drawing: at most `mostBuckets` intervals, however long the run. When there are too many,
 * neighbours are merged in pairs, so that appending a frame costs the same at the first second and after a day. Merging
 * follows each column's form: counters add, levels weigh by time, gauges keep the newest. Percentiles are never merged: the
 * histograms are, and percentiles are read from the sum.
 */

import type { Frame, FrameLayout } from '../engine/frame.ts';

export const mostBuckets = 600;

export interface Bucket {
  /** Index of the first frame this bucket may hold; buckets begin at multiples of `framesPerBucket`. */
  first: number;
  /** How many frames it holds by now. */
  frames: number;
  /** Simulated seconds. */
  start: number;
  end: number;
  values: Float64Array;
  /** Sparse pairs (key, count) as in `Frame.latency`; a key may come twice. */
  latency: Uint32Array;
}

export interface Buckets {
  layout: FrameLayout;
  /** More than this many are merged. */
  most: number;
  framesPerBucket: number;
  list: Bucket[];
  /** Index of the frame that has to come next. */
  nextFrame: number;
  /** Changes when buckets that were already full were merged: everything derived from them is then void. */
  merges: number;
}

export function emptyBuckets(layout: FrameLayout, most: number = mostBuckets): Buckets {
  return { layout, most, framesPerBucket: 1, list: [], nextFrame: 0, merges: 0 };
}

/** Takes over frames not seen yet, oldest first; frames that were seen are skipped. In place. */
export function appendFrames(buckets: Buckets, frames: readonly Frame[]): void {
  for (let i = firstUnseen(frames, buckets.nextFrame); i < frames.length; i++) {
    append(buckets, frames[i]);
    if (buckets.list.length > buckets.most) mergePairs(buckets);
  }
}

/** Frames come in order without holes, but the oldest ones may have been let go. */
function firstUnseen(frames: readonly Frame[], next: number): number {
  const oldest = frames[0];
  return oldest === undefined ? 0 : Math.max(0, next - oldest.index);
}

function append(buckets: Buckets, frame: Frame): void {
  const first = frame.index - (frame.index % buckets.framesPerBucket);
  const last = buckets.list.at(-1);
  if (last?.first === first) buckets.list[buckets.list.length - 1] = merged(buckets.layout, last, bucketOfFrame(frame, first));
  else buckets.list.push(bucketOfFrame(frame, first));
  buckets.nextFrame = frame.index + 1;
}

/** Shares the frame's arrays: merging makes new ones and leaves these alone. */
export function bucketOfFrame(frame: Frame, first: number): Bucket {
  return { first, frames: 1, start: frame.start, end: frame.end, values: frame.values, latency: frame.latency };
}

function mergePairs(buckets: Buckets): void {
  buckets.framesPerBucket *= 2;
  buckets.merges++;
  const wide: Bucket[] = [];
  for (const bucket of buckets.list) {
    const first = bucket.first - (bucket.first % buckets.framesPerBucket);
    const last = wide.at(-1);
    if (last?.first === first) wide[wide.length - 1] = merged(buckets.layout, last, bucket);
    else wide.push({ ...bucket, first });
  }
  buckets.list = wide;
}

function merged(layout: FrameLayout, a: Bucket, b: Bucket): Bucket {
  return {
    first: a.first,
    frames: a.frames + b.frames,
    start: a.start,
    end: b.end,
    values: mergedValues(layout, a, b),
    latency: mergedCounts(a.latency, b.latency),
  };
}

function mergedValues(layout: FrameLayout, a: Bucket, b: Bucket): Float64Array {
  const values = new Float64Array(layout.columns.length);
  const secondsA = a.end - a.start;
  const secondsB = b.end - b.start;
  for (const [i, column] of layout.columns.entries()) {
    const x = a.values[i];
    const y = b.values[i];
    // `-1` says "nothing to measure" and must not be mistaken for a number; an in-flight count at the start stays the first.
    if (column.metric === 'inFlightAtStart') values[i] = x;
    else if (column.form === 'counter') values[i] = x + y;
    else if (column.form === 'gauge' || x < 0 || secondsA + secondsB <= 0) values[i] = y;
    else if (y < 0) values[i] = x;
    else values[i] = (x * secondsA + y * secondsB) / (secondsA + secondsB);
  }
  return values;
}

/** Adds the counts of equal keys; the answer is in order of keys, whatever the order of the two. */
function mergedCounts(a: Uint32Array, b: Uint32Array): Uint32Array {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const counts = new Map<number, number>();
  for (const pairs of [a, b]) {
    for (let i = 0; i + 1 < pairs.length; i += 2) {
      counts.set(pairs[i], (counts.get(pairs[i]) ?? 0) + pairs[i + 1]);
    }
  }
  return Uint32Array.from([...counts].sort(([x], [y]) => x - y).flat());
}
