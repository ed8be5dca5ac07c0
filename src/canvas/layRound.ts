/** Lays boxes out round those that stay where they are. Nothing overlaps afterwards. Pure but for the layout handed in. */

import { type Box, grid, snapped } from './cardGeometry.ts';

export interface LaidItem extends Box {
  id: string;
  /** It stays, unless it lies on another one that stays. */
  isKept: boolean;
}

export type Laid = ReadonlyMap<string, { x: number; y: number }>;

/** Air between two boxes. */
const air = 3 * grid;

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const tooNear = (a: Box, b: Box): boolean =>
  overlap({ x: a.x - air, y: a.y - air, width: a.width + 2 * air, height: a.height + 2 * air }, b);

/** @param layOut corners of all items as if none stayed, without overlaps */
export function layRound<W>(
  items: readonly LaidItem[],
  wires: readonly W[],
  layOut: (items: readonly LaidItem[], wires: readonly W[]) => Laid,
): Laid {
  if (items.length === 0) return new Map();
  const ideal = layOut(items, wires);
  const fixed: LaidItem[] = [];
  for (const item of items) if (item.isKept && !fixed.some((other) => overlap(item, other))) fixed.push(item);
  if (fixed.length === 0) return ideal;
  const placed = new Map(fixed.map(({ id, x, y }) => [id, { x, y }]));
  // The whole layout goes where its kept parts stand: by the middle one of their shifts, which one stray part does not move.
  const shift = {
    x: snapped(median(fixed.map(({ id, x }) => x - (ideal.get(id)?.x ?? 0)))),
    y: snapped(median(fixed.map(({ id, y }) => y - (ideal.get(id)?.y ?? 0)))),
  };
  const taken: Box[] = [...fixed];
  const rest = items.filter(({ id }) => !placed.has(id)).map((item) => ({ ...item, ...shifted(ideal.get(item.id), shift) }));
  // From the left, as requests go.
  for (const item of rest.sort((a, b) => a.x - b.x || a.y - b.y)) {
    const at = taken.some((box) => tooNear(item, box)) ? clearOf(taken, item) : item;
    placed.set(item.id, { x: at.x, y: at.y });
    taken.push({ ...item, x: at.x, y: at.y });
  }
  return placed;
}

const shifted = (at: { x: number; y: number } | undefined, by: { x: number; y: number }): { x: number; y: number } => ({
  x: (at?.x ?? 0) + by.x,
  y: (at?.y ?? 0) + by.y,
});

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

const step = 6 * grid;
const mostRings = 40;

/** A place near the wanted one where a box lies clear of all others: in widening rings, and where those are full below everything. */
export function clearOf(taken: readonly Box[], wanted: Box): { x: number; y: number } {
  const isClear = (at: { x: number; y: number }): boolean => !taken.some((box) => tooNear({ ...wanted, ...at }, box));
  for (let ring = 1; ring <= mostRings; ring++) {
    const spots = ringOf(ring).map(([column, row]) => ({ x: snapped(wanted.x + column * step), y: snapped(wanted.y + row * step) }));
    const clear = spots.find(isClear);
    if (clear) return clear;
  }
  return { x: snapped(wanted.x), y: Math.ceil((Math.max(...taken.map(({ y, height }) => y + height)) + air) / grid) * grid };
}

/** Steps to all places of a square ring, the nearest first: below and above before left and right, so that ranks stay columns. */
function ringOf(ring: number): [number, number][] {
  const around: [number, number][] = [];
  for (let i = -ring; i <= ring; i++) around.push([i, ring], [i, -ring], [ring, i], [-ring, i]);
  return around.sort(([a, b], [c, d]) => Math.abs(a) * 1.5 + Math.abs(b) - Math.abs(c) * 1.5 - Math.abs(d));
}
