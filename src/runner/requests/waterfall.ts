/** A story as rows that can be drawn or printed: every call under the one it was made for, cut into what it waited for. Pure. */

import { SPENT, type Span, type Story } from '../../engine/follow/story.ts';
import { type Leaf, pathOf, regionsOf } from './path.ts';

/** In place of one of `SPENT`: the call waits for calls of its own, which have rows of their own. */
export const ASKS = -1;

export interface Segment {
  from: number;
  to: number;
  /** One of `SPENT`, or `ASKS`. */
  on: number;
}

export interface WaterfallRow {
  span: Span;
  depth: number;
  /** Seconds of simulated time. */
  from: number;
  to: number;
  segments: Segment[];
  /** Its user's wait went through it. */
  isOnPath: boolean;
  /** Nobody waited for it any more when it was over, or ever. */
  isAfter: boolean;
}

export interface Waterfall {
  rows: WaterfallRow[];
  path: Leaf[];
  /** From when it was meant to the end of what is shown. */
  from: number;
  to: number;
}

/** @param until the story's end if it has none yet */
export function waterfallOf(story: Story, until = story.endAt): Waterfall {
  const isOver = story.outcome >= 0;
  const path = isOver ? pathOf(story) : [];
  const onPath = new Set(path.map(({ span }) => span));
  const rows: WaterfallRow[] = [];
  const add = (parent: number, depth: number): boolean => {
    let isAnyOnPath = false;
    for (const span of story.spans) {
      if (span.parent !== parent || span.number === parent) continue;
      const to = endOf(span, until);
      const row: WaterfallRow = {
        span,
        depth,
        from: span.madeAt,
        to,
        segments: segmentsOf(span, to),
        isOnPath: onPath.has(span.number),
        isAfter: isOver && (!span.isAwaited || to > story.endAt),
      };
      rows.push(row);
      if (add(span.number, depth + 1)) row.isOnPath = true;
      isAnyOnPath ||= row.isOnPath;
    }
    return isAnyOnPath;
  };
  add(-1, 0);
  const to = rows.reduce((last, row) => Math.max(last, row.to), isOver ? story.endAt : until);
  return { rows, path, from: story.bornAt, to };
}

/** Seconds of the user's wait by what they went to, the longest first. */
export function totalsOf(path: readonly Leaf[]): { on: number; seconds: number }[] {
  const sums = new Map<number, number>();
  for (const { on, from, to } of path) sums.set(on, (sums.get(on) ?? 0) + to - from);
  return [...sums].map(([on, seconds]) => ({ on, seconds })).sort((a, b) => b.seconds - a.seconds);
}

/** Seconds of work that parts did for a request after its user had gone. */
export function vainSecondsOf({ spans, endAt }: Story): number {
  let seconds = 0;
  for (const { stretches, isAwaited } of spans) {
    for (const { from, to, on } of stretches) if (isAwaited && on === SPENT.service && to > endAt) seconds += to - Math.max(from, endAt);
  }
  return seconds;
}

/** All of the call, whether or not somebody still waited for it. */
function endOf(span: Span, until: number): number {
  if (!Number.isNaN(span.overAt)) return span.overAt;
  if (!Number.isNaN(span.endAt)) return Math.max(span.endAt, Number.isNaN(span.answerAt) ? span.endAt : span.answerAt);
  return Math.max(span.madeAt, until);
}

function segmentsOf(span: Span, until: number): Segment[] {
  const segments: Segment[] = [];
  const add = (from: number, to: number, on: number) => {
    if (to > from) segments.push({ from, to, on });
  };
  for (const { region, begin, end } of regionsOf(span, until)) {
    const stop = Math.min(end, until);
    let at = begin;
    const between = region === 'inside' ? ASKS : region === 'held' ? SPENT.other : SPENT.network;
    for (const { from, to, on } of span.stretches) {
      const [a, b] = [Math.max(from, at), Math.min(Number.isNaN(to) ? stop : to, stop)];
      if (b <= a) continue;
      add(at, a, between);
      add(a, b, on);
      at = b;
    }
    add(at, stop, between);
  }
  return segments;
}
