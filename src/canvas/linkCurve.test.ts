import { describe, expect, it } from 'vitest';
import { curveAt, curveText, linkCurve, walk } from './linkCurve.ts';
import { createPaths, curveBetween, layPaths, pathPoints, placeOn, slopeOn } from './trafficPaths.ts';

const curve = (fromX: number, fromY: number, toX: number, toY: number) => linkCurve(fromX, fromY, toX, toY, new Float32Array(8));

describe('the line of a wire', () => {
  it('leaves and arrives level, whatever the direction', () => {
    for (const c of [curve(0, 0, 300, 80), curve(300, 0, 0, 80), curve(0, 0, 0, 200)]) {
      expect(c[3]).toBe(c[1]);
      expect(c[5]).toBe(c[7]);
      expect(c[2]).toBeGreaterThan(c[0]);
      expect(c[4]).toBeLessThan(c[6]);
    }
  });

  it('reads as an SVG path with plain numbers', () => {
    expect(curveText(curve(0, 10, 100, 10))).toBe('M0,10 C50,10 50,10 100,10');
    expect(curveText(curve(0, 1 / 3, 100, 10))).not.toMatch(/\d\.\d{3}/);
  });

  it('is walked in even steps', () => {
    const points = new Float32Array(2 * 33);
    walk([curve(0, 0, 240, 160)], 33, points);
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
  const ends = { a: { fromX: 0, fromY: 0, toX: 400, toY: 0 }, b: { fromX: 400, fromY: 0, toX: 800, toY: 200 } };
  const endsOf = (id: string) => ends[id as keyof typeof ends] ?? null;

  it('follow the drawn line', () => {
    const paths = createPaths(1);
    layPaths(paths, [{ drawn: ['b'] }], endsOf);
    const drawn = curveBetween(ends.b, new Float32Array(8));
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
