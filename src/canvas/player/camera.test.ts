import { expect, it } from 'vitest';
import { dragged, pinched, zoomedAt } from './playerCamera.ts';

const camera = { x: 10, y: 20, zoom: 1 };
/** The canvas point under a point of the screen. */
const under = ({ x, y, zoom }: typeof camera, at: { x: number; y: number }) => [(at.x - x) / zoom, (at.y - y) / zoom];

it('moves with the finger', () => {
  expect(dragged(camera, { x: 5, y: 5 }, { x: 25, y: 0 })).toEqual({ x: 30, y: 15, zoom: 1 });
});

it('keeps under the fingers what was under them', () => {
  const before = [
    { x: 100, y: 100 },
    { x: 200, y: 100 },
  ] as const;
  const after = [
    { x: 80, y: 140 },
    { x: 280, y: 140 },
  ] as const;
  const next = pinched(camera, before, after);
  expect(next.zoom).toBeCloseTo(2);
  before.forEach((at, finger) => {
    const [x, y] = under(camera, at);
    const [nowX, nowY] = under(next, after[finger]);
    expect(nowX).toBeCloseTo(x);
    expect(nowY).toBeCloseTo(y);
  });
});

it('never zooms to where nothing can be seen, and then still holds the place', () => {
  const at = { x: 50, y: 50 };
  for (const factor of [100, 0.001]) {
    const next = zoomedAt(camera, at, factor);
    expect(next.zoom).toBe(factor > 1 ? 2 : 0.15);
    expect(under(next, at)[0]).toBeCloseTo(under(camera, at)[0]);
  }
});
