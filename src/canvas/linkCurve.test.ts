import { describe, expect, it } from 'vitest';
import { type Axis, type Box, cardWidth } from './cardGeometry.ts';
import { curveAt, curveText, endAngle, shortened, walk, wireCurve } from './linkCurve.ts';
import { createPaths, layPaths, pathPoints, placeOn, slopeOn } from './trafficPaths.ts';

const card = (x: number, y: number, height = 72): Box => ({ x, y, width: cardWidth, height });
const wire = (from: Box, to: Box, axis: Axis = 'across') => wireCurve({ from, to, axis }, new Float32Array(8));
const places = (c: Float32Array): { x: number; y: number }[] =>
  Array.from({ length: 101 }, (_, i) => ({ x: curveAt(c, i / 100, 0), y: curveAt(c, i / 100, 1) }));
/** Places of the wire well inside a box. */
const inside = (c: Float32Array, { x, y, width, height }: Box) =>
  places(c).filter((at) => at.x > x + 1 && at.x < x + width - 1 && at.y > y + 1 && at.y < y + height - 1);

describe('the line of a wire', () => {
  it('runs from knob to knob when the other card lies ahead, level at both ends', () => {
    const c = wire(card(0, 0), card(300, 80));
    expect([c[0], c[1], c[6], c[7]]).toEqual([172, 36, 296, 116]);
    expect([c[3], c[5]]).toEqual([36, 116]);
    expect(endAngle(c)).toBe(0);
  });

  it('takes the facing sides when the other card lies above or below and not ahead', () => {
    const from = card(1200, 328);
    const above = card(968, 188);
    const c = wire(from, above);
    expect([c[0], c[1], c[6], c[7]]).toEqual([1284, 328, 1052, 260]);
    expect(endAngle(c)).toBe(-90);
    expect(places(c).every(({ y }) => y >= 260 && y <= 328)).toBe(true);
    expect(endAngle(wire(above, card(968, 328)))).toBe(90);
  });

  it('swings below both cards, and what stands between, when the other one is abreast behind', () => {
    const [from, between, to] = [card(900, 0), card(450, 0), card(0, 8)];
    const c = wire(from, to);
    for (const box of [from, between, to]) expect(inside(c, box)).toEqual([]);
    expect(Math.max(...places(c).map(({ y }) => y))).toBeLessThan(200);
    expect(endAngle(c)).toBe(-90);
  });

  it('does the same turned when calls run down', () => {
    const ahead = wire(card(0, 0, 96), card(200, 152), 'down');
    expect([ahead[0], ahead[1], ahead[6], ahead[7]]).toEqual([84, 100, 284, 148]);
    expect(endAngle(ahead)).toBe(90);
    expect(endAngle(wire(card(0, 0), card(200, 0), 'down'))).toBe(0);
    expect(endAngle(wire(card(200, 0), card(0, 0), 'down'))).toBe(180);
    const back = wire(card(0, 300), card(8, 0), 'down');
    expect(inside(back, card(0, 300))).toEqual([]);
    expect(inside(back, card(8, 0))).toEqual([]);
    expect(endAngle(back)).toBe(180);
  });

  it('ends inside its arrow head', () => {
    const short = shortened(wire(card(968, 188), card(968, 328)), 7);
    expect([short[6], short[7]]).toEqual([1052, 321]);
  });

  it('reads as an SVG path with plain numbers', () => {
    expect(curveText(wire(card(-172, -26), card(104, -26)))).toBe('M0,10 C50,10 50,10 100,10');
    expect(curveText(wire(card(0, 1 / 3), card(300, 10)))).not.toMatch(/\d\.\d{3}/);
  });

  it('is walked in even steps', () => {
    const points = new Float32Array(2 * 33);
    walk([wire(card(-172, -36), card(244, 124))], 33, points);
    const steps = Array.from({ length: 32 }, (_, i) =>
      Math.hypot(points[2 * i + 2] - points[2 * i], points[2 * i + 3] - points[2 * i + 1]),
    );
    const mean = steps.reduce((sum, step) => sum + step, 0) / steps.length;
    for (const step of steps) expect(Math.abs(step - mean) / mean).toBeLessThan(0.03);
    expect([...points.subarray(0, 2)]).toEqual([0, 0]);
    expect(points[64]).toBeCloseTo(240, 3);
    expect(points[65]).toBeCloseTo(160, 3);
  });

  it('does not stumble over a wire of no length', () => {
    const points = new Float32Array(2 * 9);
    const flat = new Float32Array([5, 5, 5, 5, 5, 5, 5, 5]);
    walk([flat], 9, points);
    expect([...points].every((value) => value === 5)).toBe(true);
  });
});

describe('the ways of the dots', () => {
  const ends = {
    a: { from: card(0, 0), to: card(400, 0), axis: 'across' as const },
    b: { from: card(400, 0), to: card(800, 200), axis: 'across' as const },
  };
  const endsOf = (id: string) => ends[id as keyof typeof ends] ?? null;

  it('follow the drawn line', () => {
    const paths = createPaths(1);
    layPaths(paths, [{ drawn: ['b'] }], endsOf);
    const drawn = wireCurve(ends.b, new Float32Array(8));
    expect(placeOn(paths, 0, 0, 0)).toBeCloseTo(curveAt(drawn, 0, 0), 2);
    expect(placeOn(paths, 0, 1, 1)).toBeCloseTo(curveAt(drawn, 1, 1), 2);
    expect(placeOn(paths, 0, 0.5, 0)).toBeCloseTo(curveAt(drawn, 0.5, 0), 0);
    expect(slopeOn(paths, 0, 0.5, 0)).toBeGreaterThan(0);
    expect(slopeOn(paths, 0, 0.5, 1)).toBeGreaterThan(0);
    expect(slopeOn(paths, 0, 1, 1) / slopeOn(paths, 0, 1, 0)).toBeCloseTo(0, 1);
  });

  it('run over every drawn link of a route, in order', () => {
    const paths = createPaths(2);
    layPaths(paths, [{ drawn: ['a', 'b'] }, { drawn: ['gone'] }], endsOf);
    const xs = Array.from({ length: pathPoints }, (_, i) => placeOn(paths, 0, i / (pathPoints - 1), 0));
    expect(xs[0]).toBeLessThan(200);
    expect(xs[pathPoints - 1]).toBeGreaterThan(780);
    for (let i = 1; i < xs.length; i++) expect(xs[i]).toBeGreaterThanOrEqual(xs[i - 1] - 0.01);
    expect([...paths.isDrawn]).toEqual([1, 0]);
  });
});
