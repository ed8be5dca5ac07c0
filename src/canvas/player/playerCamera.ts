/** The player's camera under fingers: drag, pinch, and zoom about a point. Pure; points are pixels of the canvas. */

import type { Camera } from '../camera.ts';

export interface Spot {
  x: number;
  y: number;
}

const minZoom = 0.15;
const maxZoom = 2;
export const zooms = { minZoom, maxZoom };

export const dragged = (camera: Camera, from: Spot, to: Spot): Camera => ({
  ...camera,
  x: camera.x + to.x - from.x,
  y: camera.y + to.y - from.y,
});

/** Zooms so that what is under `at` stays there. */
export function zoomedAt(camera: Camera, at: Spot, factor: number): Camera {
  const zoom = Math.min(maxZoom, Math.max(minZoom, camera.zoom * factor));
  const share = zoom / camera.zoom;
  return { x: at.x - (at.x - camera.x) * share, y: at.y - (at.y - camera.y) * share, zoom };
}

const middle = ([a, b]: readonly [Spot, Spot]): Spot => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const apart = ([a, b]: readonly [Spot, Spot]): number => Math.hypot(a.x - b.x, a.y - b.y);

export function pinched(camera: Camera, before: readonly [Spot, Spot], after: readonly [Spot, Spot]): Camera {
  const moved = dragged(camera, middle(before), middle(after));
  return zoomedAt(moved, middle(after), apart(after) / Math.max(1, apart(before)));
}
