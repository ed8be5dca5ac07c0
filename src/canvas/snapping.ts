/** Where a dragged box comes to rest: in line with its neighbours or at equal gaps where that is near, else on the grid. Pure. */

import { type Box, snapped } from './cardGeometry.ts';

/** Drawn while dragging. `line`: an edge or middle that is shared; `gap`: one of several equal distances. Across lies a line with `axis` y. */
export interface Guide {
  kind: 'line' | 'gap';
  /** The coordinate that is alike: of a line its own place, of a gap the direction in which it is measured. */
  axis: 'x' | 'y';
  /** A line stands at this x (axis x) or y (axis y). A gap is drawn at this coordinate of the other axis. */
  at: number;
  from: number;
  to: number;
}

export interface Rest {
  /** What is added to the box's place. */
  x: number;
  y: number;
  guides: readonly Guide[];
}

/** One axis of a box: where it begins and ends along it, and along the other one. */
interface Span {
  start: number;
  end: number;
  low: number;
  high: number;
}

const spanOf = (box: Box, axis: 'x' | 'y'): Span =>
  axis === 'x'
    ? { start: box.x, end: box.x + box.width, low: box.y, high: box.y + box.height }
    : { start: box.y, end: box.y + box.height, low: box.x, high: box.x + box.width };

const middle = ({ start, end }: Span): number => (start + end) / 2;
/** Less than this is the same place. */
const hair = 0.51;

/** @param reach canvas units within which a neighbour attracts */
export function restOf(box: Box, others: readonly Box[], reach: number): Rest {
  const x = along(box, others, 'x', reach);
  const y = along(box, others, 'y', reach);
  const rested = { ...box, x: box.x + x.shift, y: box.y + y.shift };
  const guides = [...(x.isAttracted ? guidesOf(rested, others, 'x') : []), ...(y.isAttracted ? guidesOf(rested, others, 'y') : [])];
  return { x: x.shift, y: y.shift, guides };
}

function along(box: Box, others: readonly Box[], axis: 'x' | 'y', reach: number): { shift: number; isAttracted: boolean } {
  const own = spanOf(box, axis);
  let best = Number.POSITIVE_INFINITY;
  const consider = (shift: number): void => {
    if (Math.abs(shift) < Math.abs(best)) best = shift;
  };
  for (const other of others) {
    const span = spanOf(other, axis);
    for (const line of [span.start, span.end]) {
      consider(line - own.start);
      consider(line - own.end);
    }
    consider(middle(span) - middle(own));
  }
  const row = rowOf(own, others, axis);
  for (const { shift } of equalGaps(own, row)) consider(shift);
  return Math.abs(best) <= reach ? { shift: best, isAttracted: true } : { shift: snapped(own.start) - own.start, isAttracted: false };
}

/** Others that stand abreast of it, in order. */
function rowOf(own: Span, others: readonly Box[], axis: 'x' | 'y'): Span[] {
  return others
    .map((other) => spanOf(other, axis))
    .filter((span) => span.low < own.high && span.high > own.low)
    .sort((a, b) => a.start - b.start);
}

interface EqualGap {
  shift: number;
  /** The two distances that become alike, each by where it begins and ends once the box has come to rest. */
  gaps: readonly [readonly [number, number], readonly [number, number]];
}

/** Behind two neighbours as far as they are apart, before two, or in the middle between two. */
function equalGaps(own: Span, row: readonly Span[]): EqualGap[] {
  const length = own.end - own.start;
  const found: EqualGap[] = [];
  for (let i = 0; i + 1 < row.length; i++) {
    const [a, b] = [row[i], row[i + 1]];
    const gap = b.start - a.end;
    if (gap <= 0) continue;
    const isFree = (start: number): boolean => row.every((span) => span.end <= start + hair || span.start >= start + length - hair);
    const offer = (start: number, gaps: EqualGap['gaps']): void => {
      if (isFree(start)) found.push({ shift: start - own.start, gaps });
    };
    offer(b.end + gap, [
      [a.end, b.start],
      [b.end, b.end + gap],
    ]);
    offer(a.start - gap - length, [
      [a.start - gap, a.start],
      [a.end, b.start],
    ]);
    const rest = (gap - length) / 2;
    if (rest > 0) {
      offer(a.end + rest, [
        [a.end, a.end + rest],
        [b.start - rest, b.start],
      ]);
    }
  }
  return found;
}

/** What is alike now that the box has come to rest: all of it, not only what attracted it. */
function guidesOf(box: Box, others: readonly Box[], axis: 'x' | 'y'): Guide[] {
  const own = spanOf(box, axis);
  const lines = new Map<number, Guide>();
  const note = (at: number, span: Span): void => {
    const known = lines.get(at);
    const from = Math.min(own.low, span.low, known?.from ?? Number.POSITIVE_INFINITY);
    const to = Math.max(own.high, span.high, known?.to ?? Number.NEGATIVE_INFINITY);
    lines.set(at, { kind: 'line', axis, at, from, to });
  };
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) < hair;
  for (const other of others) {
    const span = spanOf(other, axis);
    const edges = [span.start, span.end].filter((line) => isNear(line, own.start) || isNear(line, own.end));
    for (const line of edges) note(line, span);
    // Of two equally wide ones the edges say it already.
    if (edges.length < 2 && isNear(middle(span), middle(own))) note(middle(span), span);
  }
  const gaps = equalGaps(own, rowOf(own, others, axis))
    .filter(({ shift }) => isNear(shift, 0))
    .flatMap((equal) => equal.gaps);
  const at = (own.low + own.high) / 2;
  const once = new Map(gaps.map(([from, to]) => [`${from} ${to}`, { kind: 'gap', axis, at, from, to } satisfies Guide]));
  return [...lines.values(), ...once.values()];
}

/** The box around several. */
export function boundsOf(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}
