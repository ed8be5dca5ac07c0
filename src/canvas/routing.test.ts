import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from './cardGeometry.ts';
import { wireCurve } from './linkCurve.ts';
import { bendOf, bendsOf, crossed } from './routing.ts';

const card = (x: number, y: number): Box => ({ x, y, width: 168, height: 72 });
const curve = () => new Float32Array(8);

describe('a wire', () => {
  const ends = { from: card(0, 0), to: card(800, 0), axis: 'across' as const };

  it('runs as it is where nobody stands in its way', () => {
    expect(bendOf(ends, [card(400, 200), card(400, -200)])).toBe(0);
  });

  it('runs round a card that stands between its ends, by the nearer side', () => {
    expect(crossed(wireCurve(ends, curve()), [card(400, 0)], 0, ends)).toBe(1);
    const bend = bendOf(ends, [card(400, 0)]);
    expect(bend).not.toBe(0);
    expect(Math.abs(bend)).toBeLessThan(120);
    expect(crossed(wireCurve({ ...ends, bend }, curve()), [card(400, 0)], 6, ends)).toBe(0);
    // a card that stands higher is passed below, one that stands lower above
    expect(bendOf(ends, [card(400, -30)])).toBeGreaterThan(0);
    expect(bendOf(ends, [card(400, 30)])).toBeLessThan(0);
  });

  it('runs round from top to bottom, too', () => {
    const down = { from: card(0, 0), to: card(0, 500), axis: 'down' as const };
    const bend = bendOf(down, [card(0, 250)]);
    expect(crossed(wireCurve({ ...down, bend }, curve()), [card(0, 250)], 6, down)).toBe(0);
  });

  it('starts and ends where it did', () => {
    const [plain, bent] = [wireCurve(ends, curve()), wireCurve({ ...ends, bend: 96 }, curve())];
    expect([bent[0], bent[1], bent[6], bent[7]]).toEqual([plain[0], plain[1], plain[6], plain[7]]);
  });

  it('never crosses more cards than it would without a bend, wherever cards stand', () => {
    const place = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -600, max: 600 }) });
    fc.assert(
      fc.property(place, place, fc.array(place, { maxLength: 8 }), (a, b, more) => {
        const own = { from: card(a.x, a.y), to: card(b.x, b.y), axis: 'across' as const };
        const others = more.map(({ x, y }) => card(x, y));
        const bend = bendOf(own, others);
        return crossed(wireCurve({ ...own, bend }, curve()), others, 0, own) <= crossed(wireCurve(own, curve()), others, 0, own);
      }),
    );
  });
});

it('names only the wires that need a bend, and never lets a card of its own stand in a wire’s way', () => {
  const boxes = new Map([
    ['a', card(0, 0)],
    ['b', card(400, 0)],
    ['c', card(800, 0)],
  ]);
  const wires = [
    { id: 'ab', from: 'a', to: 'b' },
    { id: 'ac', from: 'a', to: 'c' },
    { id: 'bc', from: 'b', to: 'c' },
  ];
  expect([...bendsOf(wires, boxes, 'across').keys()]).toEqual(['ac']);
});
