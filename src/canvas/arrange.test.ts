import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aligned, distributed, type Edge } from './arrange.ts';
import type { Box } from './cardGeometry.ts';

const boxes: Box[] = [
  { x: 0, y: 40, width: 168, height: 72 },
  { x: 400, y: 0, width: 168, height: 120 },
  { x: 200, y: 300, width: 80, height: 40 },
];

describe('aligning', () => {
  const edges: Record<Edge, (box: Box) => number> = {
    left: ({ x }) => x,
    centre: ({ x, width }) => x + width / 2,
    right: ({ x, width }) => x + width,
    top: ({ y }) => y,
    middle: ({ y, height }) => y + height / 2,
    bottom: ({ y, height }) => y + height,
  };
  it.each([
    ['left', 0],
    ['centre', 284],
    ['right', 568],
    ['top', 0],
    ['middle', 170],
    ['bottom', 340],
  ] as const)('%s brings that of all to %d, and moves nothing the other way', (edge, at) => {
    const places = aligned(boxes, edge);
    expect(places.map((place, i) => edges[edge]({ ...boxes[i], ...place }))).toEqual([at, at, at]);
    const other = edge === 'left' || edge === 'centre' || edge === 'right' ? 'y' : 'x';
    expect(places.map((place) => place[other])).toEqual(boxes.map((box) => box[other]));
  });
});

describe('equal gaps', () => {
  it('stand between the first and the last, which stay', () => {
    const places = distributed(boxes, 'x');
    // 400 - 168 - 80 is left for two gaps of 76
    expect(places).toEqual([
      { x: 0, y: 40 },
      { x: 400, y: 0 },
      { x: 244, y: 300 },
    ]);
  });

  it('differ by no more than rounding, whatever stands there', () => {
    const box = fc.record({
      x: fc.integer({ min: -900, max: 900 }),
      y: fc.integer({ min: -900, max: 900 }),
      width: fc.integer({ min: 8, max: 400 }),
      height: fc.integer({ min: 8, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(box, { minLength: 3, maxLength: 9 }), (some) => {
        const rows = distributed(some, 'y').map((place, i) => ({ ...some[i], ...place }));
        const order = some.map((_, i) => i).sort((a, b) => some[a].y + some[a].height / 2 - some[b].y - some[b].height / 2);
        const gaps = order.slice(1).map((i, k) => rows[i].y - rows[order[k]].y - rows[order[k]].height);
        return Math.max(...gaps) - Math.min(...gaps) <= 1;
      }),
    );
  });
});
