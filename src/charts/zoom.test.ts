import { expect, it } from 'vitest';
import { setZoom, zoomedBy, zoomStore } from './zoom.ts';

it('halves the stretch around a moment, doubles it, and ends at all of it', () => {
  expect(zoomedBy(null, -1, 30, 60)).toEqual([15, 45]);
  expect(zoomedBy([15, 45], -1, 58, 60)).toEqual([45, 60]);
  expect(zoomedBy([20, 30], 1, 25, 60)).toEqual([15, 35]);
  expect(zoomedBy([15, 45], 1, 30, 60)).toBeNull();
});

it('is never shorter than can be seen, nor before the beginning', () => {
  setZoom([10, 10.2]);
  const [from, to] = zoomStore.getState().zoom ?? [0, 0];
  expect(to - from).toBeCloseTo(2);
  setZoom([-5, 4]);
  expect(zoomStore.getState().zoom).toEqual([0, 4]);
  setZoom(null);
  expect(zoomStore.getState().zoom).toBeNull();
});
