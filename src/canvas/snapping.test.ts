import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from './cardGeometry.ts';
import { boundsOf, restOf } from './snapping.ts';

const box = (x: number, y: number, width = 168, height = 72): Box => ({ x, y, width, height });

describe('a dragged box', () => {
  it('comes to rest on the grid where nobody is near', () => {
    expect(restOf(box(101, 203), [box(2000, 2000)], 6)).toEqual({ x: 3, y: -3, guides: [] });
  });

  it('is attracted by the edges of a neighbour and shows the line they share', () => {
    const rest = restOf(box(404, 300), [box(400, 0)], 6);
    expect(rest.x).toBe(-4);
    // both edges are in line, from the neighbour's top to the box's bottom
    expect(rest.guides).toEqual([
      { kind: 'line', axis: 'x', at: 400, from: 0, to: 372 + rest.y },
      { kind: 'line', axis: 'x', at: 568, from: 0, to: 372 + rest.y },
    ]);
  });

  it('is attracted by a middle when sizes differ', () => {
    const rest = restOf(box(0, 0, 168, 72), [box(300, -27, 168, 120)], 6);
    expect(rest.y).toBe(-3);
    expect(rest.guides).toEqual([{ kind: 'line', axis: 'y', at: 33, from: 0 + rest.x, to: 468 }]);
  });

  it('does not reach for what is further than the reach', () => {
    expect(restOf(box(407, 300), [box(400, 0)], 6).x).toBe(1);
    expect(restOf(box(407, 300), [box(400, 0)], 7).x).toBe(-7);
  });

  it.each([
    ['behind two', 541, 3, [100, 172], [272, 344]],
    ['before two', -244, 0, [], []],
  ])('keeps the gap of its neighbours: %s', (_name, _x) => {
    const row = [box(0, 0, 100, 72), box(172, 0, 100, 72)];
    const behind = restOf(box(341, 2, 168, 72), row, 6);
    expect(behind.x).toBe(3);
    expect(behind.guides.filter(({ kind }) => kind === 'gap').map(({ from, to }) => [from, to])).toEqual([
      [100, 172],
      [272, 344],
    ]);
    const before = restOf(box(-237, 2, 168, 72), row, 6);
    expect(before.x).toBe(-3);
  });

  it('stands in the middle between two, and not on top of a third', () => {
    const row = [box(0, 0, 100, 72), box(400, 0, 100, 72)];
    expect(restOf(box(196, 3, 100, 72), row, 6).x).toBe(4);
    // the place that the gap of the first two asks for is taken
    const taken = restOf(box(341, 2, 168, 72), [box(0, 0, 100, 72), box(172, 0, 100, 72), box(330, 0, 61, 72)], 2);
    expect(taken.guides.filter(({ kind }) => kind === 'gap')).toEqual([]);
  });

  it('never moves further than the reach or half a grid step, and shows only lines that are true', () => {
    const any = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) });
    fc.assert(
      fc.property(any, fc.array(any, { maxLength: 12 }), fc.integer({ min: 1, max: 12 }), (own, others, reach) => {
        const boxes = others.map(({ x, y }) => box(x, y));
        const rest = restOf(box(own.x, own.y), boxes, reach);
        const most = Math.max(4, reach);
        if (Math.abs(rest.x) > most || Math.abs(rest.y) > most) return false;
        const settled = box(own.x + rest.x, own.y + rest.y);
        return rest.guides
          .filter(({ kind }) => kind === 'line')
          .every(({ axis, at }) => {
            const lines = ({ x, y, width, height }: Box) =>
              axis === 'x' ? [x, x + width / 2, x + width] : [y, y + height / 2, y + height];
            return lines(settled).some((line) => Math.abs(line - at) < 0.6) && boxes.some((other) => lines(other).includes(at));
          });
      }),
    );
  });
});

it('bounds hold every box', () => {
  expect(boundsOf([box(0, 10), box(-20, 200, 40, 40)])).toEqual({ x: -20, y: 10, width: 188, height: 230 });
});
