/** Where a new part can stand without covering another. */

import { type Box, grid, snapped } from './cardGeometry.ts';

const margin = 2 * grid;

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + margin && b.x < a.x + a.width + margin && a.y < b.y + b.height + margin && b.y < a.y + a.height + margin;
}

/** The free corner nearest to `wanted`, searched in widening rings; `wanted` itself when everything around is taken. */
export function freeSpot(taken: readonly Box[], wanted: Box): { x: number; y: number } {
  const stepX = wanted.width / 2 + grid;
  const stepY = wanted.height / 2 + grid;
  for (let ring = 0; ring < 24; ring++) {
    for (let row = -ring; row <= ring; row++) {
      for (let column = -ring; column <= ring; column++) {
        if (Math.max(Math.abs(row), Math.abs(column)) !== ring) continue;
        const box = { ...wanted, x: snapped(wanted.x + column * stepX), y: snapped(wanted.y + row * stepY) };
        if (!taken.some((other) => overlaps(box, other))) return { x: box.x, y: box.y };
      }
    }
  }
  return { x: snapped(wanted.x), y: snapped(wanted.y) };
}
