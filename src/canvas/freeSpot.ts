/** Where a new part can stand without covering another. */

import { type Box, grid, snapped } from './cardGeometry.ts';

/** Air around a card: room for its wires beside it and for its buttons above. */
const airX = 4 * grid;
const airY = 7 * grid;

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width + airX && b.x < a.x + a.width + airX && a.y < b.y + b.height + airY && b.y < a.y + a.height + airY;
}

/** 0, 1, -1, 2, -2 and so on: right before left, below before above. */
const outward = (i: number): number => (i % 2 === 1 ? (i + 1) / 2 : -i / 2);

/** The free corner nearest to `wanted`, searched in widening rings; `wanted` itself when everything around is taken. */
export function freeSpot(taken: readonly Box[], wanted: Box): { x: number; y: number } {
  const stepX = wanted.width / 2 + grid;
  const stepY = wanted.height / 2 + grid;
  for (let ring = 0; ring < 24; ring++) {
    for (let i = 0; i <= 2 * ring; i++) {
      for (let j = 0; j <= 2 * ring; j++) {
        const row = outward(i);
        const column = outward(j);
        if (Math.max(Math.abs(row), Math.abs(column)) !== ring) continue;
        const box = { ...wanted, x: snapped(wanted.x + column * stepX), y: snapped(wanted.y + row * stepY) };
        if (!taken.some((other) => overlaps(box, other))) return { x: box.x, y: box.y };
      }
    }
  }
  return { x: snapped(wanted.x), y: snapped(wanted.y) };
}
