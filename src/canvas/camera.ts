/** Where the camera stands to show everything: as large as it goes with nothing under what floats over the canvas. Pure. */

import type { Box } from './cardGeometry.ts';

export interface Camera {
  /** Shift in pixels, then zoom. */
  x: number;
  y: number;
  zoom: number;
}

export interface Room {
  width: number;
  height: number;
  /** Left free at all four sides, in pixels. */
  margin: number;
  /** What floats over the canvas, in its pixels: legend, buttons. */
  keepClear: readonly Box[];
  minZoom: number;
  maxZoom: number;
}

/** Each try is this much smaller than the one before. */
const shrink = 0.97;
/** Rather something lies under a button than the picture becomes smaller than this share of what fits. */
const smallestShare = 0.6;
/** On a screen held upright: rather smaller by this much than not in the middle of its width. */
const middleShare = 0.88;
/** Places tried per zoom and direction, the middle first. */
const places = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0, 1];
const air = 8;

const byDistance = places
  .flatMap((left) => places.map((top) => ({ left, top })))
  .sort((a, b) => Math.hypot(a.left - 0.5, a.top - 0.5) - Math.hypot(b.left - 0.5, b.top - 0.5));

export function cameraFor(boxes: readonly Box[], room: Room): Camera {
  const { width, height, margin, minZoom, maxZoom } = room;
  if (boxes.length === 0) return { x: width / 2, y: height / 2, zoom: 1 };
  const left = Math.min(...boxes.map((box) => box.x));
  const top = Math.min(...boxes.map((box) => box.y));
  const wide = Math.max(...boxes.map((box) => box.x + box.width)) - left;
  const high = Math.max(...boxes.map((box) => box.y + box.height)) - top;
  const within = (zoom: number): number => Math.min(maxZoom, Math.max(minZoom, zoom));
  const most = within(Math.min((width - 2 * margin) / wide, (height - 2 * margin) / high));
  const at = (zoom: number, share: { left: number; top: number }): Camera => ({
    x: margin + (width - 2 * margin - wide * zoom) * share.left - left * zoom,
    y: margin + (height - 2 * margin - high * zoom) * share.top - top * zoom,
    zoom,
  });
  for (let zoom = most; zoom >= most * smallestShare && zoom >= minZoom; zoom *= shrink) {
    const isMiddleOnly = height > width && zoom > most * middleShare;
    for (const share of byDistance) {
      if (isMiddleOnly && share.left !== 0.5) continue;
      const camera = at(zoom, share);
      if (isClear(boxes, camera, room.keepClear)) return camera;
    }
  }
  return at(most, { left: 0.5, top: 0.5 });
}

function isClear(boxes: readonly Box[], { x, y, zoom }: Camera, keepClear: readonly Box[]): boolean {
  for (const { x: left, y: top, width, height } of keepClear) {
    for (const box of boxes) {
      if (
        box.x * zoom + x < left + width + air &&
        (box.x + box.width) * zoom + x > left - air &&
        box.y * zoom + y < top + height + air &&
        (box.y + box.height) * zoom + y > top - air
      )
        return false;
    }
  }
  return true;
}
