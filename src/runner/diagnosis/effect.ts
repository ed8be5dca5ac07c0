/** What users notice: requests that fail, answers that are slow, or nothing. */

import { completedColumn, type Frame, type FrameLayout, failedColumn, offeredColumn } from '../../engine/frame.ts';
import { addSparse, bucketCount, quantileOf, sumOf } from '../../engine/histogram.ts';
import { type FailureReason, failureReasons, requestClasses } from '../../engine/plan.ts';
import { leastFor } from '../../statistics/enough.ts';
import { oncePerLayout, runColumn } from '../columnIndex.ts';
import { totalOf } from '../columns.ts';

/** Users over a stretch of simulated time. */
export interface UsersThen {
  /** Per simulated second. */
  offeredPerSecond: number;
  goodPerSecond: number;
  /** Of the requests that came to an end, limits left out. */
  failedShare: number;
  /** Turned away on purpose, of those offered. */
  limitedShare: number;
  /** Seconds; null where too few were answered. */
  p99: number | null;
  samples: number;
  /** Each reason's part of the failures, the largest first. */
  reasons: readonly { reason: FailureReason; share: number }[];
}

export interface Effect {
  kind: 'failing' | 'slow' | 'none';
  /** Simulated seconds since when it has been so; null where nothing is noticed. */
  since: number | null;
  now: UsersThen;
  /** The same before it began; null when it has been so from the beginning. */
  before: UsersThen | null;
}

/** Simulated seconds that are looked at as one: a single lost request among thousands is no story. */
export const lookSeconds = 5;
const tellingShare = 0.001;
/** So many failures in a look are no chance. */
const tellingCount = 3;
/** Slow: so many times as long as before, and no less than this. */
const slowFactor = 4;
const slowFromSeconds = 0.25;

interface UserColumns {
  offered: readonly number[];
  completed: readonly number[];
  failed: readonly number[];
  limited: readonly number[];
  reasons: readonly { reason: FailureReason; columns: readonly number[] }[];
}

const columnsOf = oncePerLayout((layout): UserColumns => {
  const of = (name: (c: (typeof requestClasses)[number]) => string) =>
    requestClasses.map((c) => runColumn(layout, name(c))).filter((column) => column >= 0);
  const reasons = failureReasons.map((reason) => ({ reason, columns: of((c) => failedColumn(c, reason)) }));
  return {
    offered: of(offeredColumn),
    completed: of(completedColumn),
    failed: reasons.flatMap(({ columns }) => columns),
    limited: of((c) => failedColumn(c, 'limited')),
    reasons,
  };
});

/** Requests that came to an end in `frames`, limits left out. For who looks at one frame after another and asks for nothing more. */
export function endsOver(layout: FrameLayout, frames: readonly Frame[]): { good: number; failed: number } {
  const { completed, failed } = columnsOf(layout);
  return { good: totalOf(frames, completed), failed: totalOf(frames, failed) };
}

/** @param frames of the stretch; of none, nothing was offered */
export function usersOver(layout: FrameLayout, frames: readonly Frame[]): UsersThen {
  const columns = columnsOf(layout);
  const seconds = Math.max(
    1e-9,
    frames.reduce((sum, { start, end }) => sum + end - start, 0),
  );
  const { good, failed } = endsOver(layout, frames);
  const [offered, limited] = [columns.offered, columns.limited].map((each) => totalOf(frames, each));
  const counts = new Float64Array(bucketCount);
  for (const frame of frames) addSparse(counts, frame.latency);
  const samples = sumOf(counts);
  return {
    offeredPerSecond: offered / seconds,
    goodPerSecond: good / seconds,
    failedShare: failed / Math.max(1, good + failed),
    limitedShare: limited / Math.max(1, offered),
    p99: samples < leastFor(0.99) ? null : quantileOf(counts, 0.99, samples),
    samples,
    reasons: columns.reasons
      .map(({ reason, columns: own }) => ({ reason, share: totalOf(frames, own) / Math.max(1, failed) }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share),
  };
}

/** Looks of `lookSeconds`, oldest first; the last ends with the last frame. Kept by the frame that ends each. */
const looks = new WeakMap<Frame, UsersThen>();

function lookAt(layout: FrameLayout, frames: readonly Frame[], last: number): UsersThen {
  const frame = frames[last];
  const before = looks.get(frame);
  if (before) return before;
  let first = last;
  while (first > 0 && frames[first - 1].start >= frame.end - lookSeconds) first--;
  const made = usersOver(layout, frames.slice(first, last + 1));
  looks.set(frame, made);
  return made;
}

const isFailing = ({ failedShare, samples }: UsersThen): boolean =>
  failedShare >= tellingShare && failedShare * samples >= Math.min(tellingCount, samples * 0.5);

/** The usual p99 of the run before it went wrong: the median of its looks. */
function usualP99(layout: FrameLayout, frames: readonly Frame[], until: number): number | null {
  const values: number[] = [];
  for (let i = until; i >= 0 && values.length < 60; i--) {
    const { p99 } = lookAt(layout, frames, i);
    if (p99 !== null) values.push(p99);
  }
  values.sort((a, b) => a - b);
  return values.length === 0 ? null : values[values.length >> 1];
}

/** A pause in what is wrong no longer than this is none. */
const pauseSeconds = 3;

/**
 * @param isStrained whether any part is exhausted: slowness without it is how the design is
 * @returns what users notice in the newest frames, and since when
 */
export function effectOf(layout: FrameLayout, frames: readonly Frame[], isStrained: boolean): Effect {
  const last = frames.length - 1;
  const now = lookAt(layout, frames, last);
  const good = goodP99(layout, frames);
  const isSlow = ({ p99 }: UsersThen) => p99 !== null && p99 >= slowFromSeconds && good !== null && p99 >= slowFactor * good;
  const startsSlow = (look: UsersThen) => look.p99 !== null && look.p99 >= 4 * slowFromSeconds && isStrained;
  const isWrong = (look: UsersThen) => isFailing(look) || isSlow(look) || startsSlow(look);
  if (!isWrong(now)) return { kind: 'none', since: null, now, before: null };
  let first = last;
  for (let i = last; i >= 0 && frames[first].start - frames[i].start <= pauseSeconds; i--)
    if (isWrong(lookAt(layout, frames, i))) first = i;
  // a look goes back, the frame that made it wrong is its last
  const before = first > 0 ? lookAt(layout, frames, first - 1) : null;
  const usual = before && { ...before, p99: usualP99(layout, frames, first - 1) };
  return { kind: isFailing(now) ? 'failing' : 'slow', since: frames[first].start, now, before: usual };
}

/** What this design can do: a quarter of its looks so far were better. */
function goodP99(layout: FrameLayout, frames: readonly Frame[]): number | null {
  const known = frames.flatMap((_, i) => lookAt(layout, frames, i).p99 ?? []).sort((a, b) => a - b);
  return known.length === 0 ? null : known[known.length >> 2];
}
