import { describe, expect, it } from 'vitest';
import { type Camera, cameraFor, type Room } from './camera.ts';
import type { Box } from './cardGeometry.ts';

const room = (change: Partial<Room> = {}): Room => ({
  width: 1000,
  height: 400,
  margin: 20,
  keepClear: [],
  minZoom: 0.15,
  maxZoom: 1,
  ...change,
});
const onScreen = ({ x, y, width, height }: Box, camera: Camera): Box => ({
  x: x * camera.zoom + camera.x,
  y: y * camera.zoom + camera.y,
  width: width * camera.zoom,
  height: height * camera.zoom,
});
const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('the camera that shows everything', () => {
  it('puts a small design in the middle without blowing it up', () => {
    const box = { x: 300, y: -80, width: 168, height: 72 };
    const camera = cameraFor([box], room());
    expect(camera.zoom).toBe(1);
    expect(onScreen(box, camera)).toEqual({ x: 416, y: 164, width: 168, height: 72 });
  });

  it('fits a large one within the margins', () => {
    const boxes = [
      { x: -40, y: 0, width: 168, height: 72 },
      { x: 520, y: 0, width: 768, height: 736 },
    ];
    const camera = cameraFor(boxes, room());
    for (const box of boxes.map((each) => onScreen(each, camera))) {
      expect(box.y).toBeGreaterThanOrEqual(19.99);
      expect(box.y + box.height).toBeLessThanOrEqual(380.01);
    }
    expect(camera.zoom).toBeCloseTo(360 / 736, 3);
  });

  it('keeps clear of what floats over the canvas, and is no smaller than that takes', () => {
    const keepClear = [
      { x: 12, y: 360, width: 370, height: 28 },
      { x: 950, y: 260, width: 36, height: 100 },
      { x: 0, y: 0, width: 44, height: 44 },
    ];
    const boxes = [
      { x: 0, y: 160, width: 168, height: 72 },
      { x: 464, y: 0, width: 944, height: 448 },
    ];
    const camera = cameraFor(boxes, room({ keepClear }));
    for (const box of boxes) for (const over of keepClear) expect(overlaps(onScreen(box, camera), over)).toBe(false);
    expect(camera.zoom).toBeGreaterThan(0.6);
  });

  it('stays in the middle of the width where that costs little, and steps aside where it costs much', () => {
    const phone = room({ width: 390, height: 580, margin: 12, maxZoom: 1.25, keepClear: [{ x: 248, y: 524, width: 134, height: 46 }] });
    const column = [0, 1, 2, 3].map((row) => ({ x: 0, y: row * 144, width: 168, height: 72 }));
    const camera = cameraFor(column, phone);
    const { x, width } = onScreen(column[0], camera);
    expect(x + width / 2).toBeCloseTo(195, 6);
    for (const box of column) expect(overlaps(onScreen(box, camera), phone.keepClear[0])).toBe(false);
    const tall = cameraFor(column, { ...phone, keepClear: [{ x: 248, y: 300, width: 134, height: 270 }] });
    const aside = onScreen(column[0], tall);
    expect(aside.x + aside.width / 2).toBeLessThan(190);
  });

  it('rather lies under a button than becoming tiny', () => {
    const box = { x: 0, y: 0, width: 900, height: 360 };
    const camera = cameraFor([box], room({ keepClear: [{ x: 480, y: 180, width: 40, height: 40 }] }));
    expect(camera.zoom).toBeCloseTo(1, 5);
  });

  it('stands still over an empty canvas', () => {
    expect(cameraFor([], room())).toEqual({ x: 500, y: 200, zoom: 1 });
  });
});
