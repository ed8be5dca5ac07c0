import { expect, it } from 'vitest';
import { cameraOn } from './lookAt.ts';

const zooms = { minZoom: 0.15, maxZoom: 2 };

it('shows what was seen on another screen whole, in the middle', () => {
  const view = { x: 100, y: 200, width: 800, height: 400 };
  const frame = { width: 400, height: 400 };
  const { x, y, zoom } = cameraOn(view, frame, zooms);
  expect(zoom).toBe(0.5);
  expect([100 * zoom + x, 900 * zoom + x]).toEqual([0, 400]);
  expect([200 * zoom + y, 600 * zoom + y]).toEqual([100, 300]);
});

it('stays within what the canvas can show', () => {
  const frame = { width: 1000, height: 800 };
  expect(cameraOn({ x: 0, y: 0, width: 20, height: 20 }, frame, zooms).zoom).toBe(2);
  expect(cameraOn({ x: 0, y: 0, width: 900_000, height: 20 }, frame, zooms).zoom).toBe(0.15);
});
