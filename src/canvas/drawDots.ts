/** Draws the dots in flight. The shape says the outcome and the colour repeats it: ○ ok, ◆ error, ▲ retry, ▢ turned away. */

import type { Colours } from './colours.ts';
import type { LayerView } from './layerCanvas.ts';
import { mostDots, type Pool, placeOf, SHAPE, shapes } from './particles.ts';
import { placeOn, slopeOn, type TrafficPaths } from './trafficPaths.ts';

/** Radii in pixels of the screen. */
const smallestDot = 2.5;
const largestDot = 4.25;

/** Dots grow and shrink with the cards, within limits. */
export const sizeOfDots = ({ zoom }: LayerView): number => Math.min(largestDot, Math.max(smallestDot, 3.4 * zoom));

/** Where `findDot` has found one, in pixels of the layer. */
export const spot = new Float64Array(2);

/** Whether a dot is on its way, and where. Calls keep to one side of the wire and answers to the other, like traffic. */
export function findDot(pool: Pool, paths: TrafficPaths, dot: number, now: number, view: LayerView): boolean {
  const link = pool.link[dot];
  const share = placeOf(pool, dot, now);
  if (share < 0 || link >= paths.links || paths.isDrawn[link] === 0) return false;
  const side = (pool.back[dot] ? -1.15 : 1.15) * sizeOfDots(view);
  const alongX = slopeOn(paths, link, share, 0);
  const alongY = slopeOn(paths, link, share, 1);
  const length = Math.sqrt(alongX * alongX + alongY * alongY) || 1;
  spot[0] = placeOn(paths, link, share, 0) * view.zoom + view.x + (side * alongY) / length;
  spot[1] = placeOn(paths, link, share, 1) * view.zoom + view.y - (side * alongX) / length;
  return true;
}

/** One path per shape and colour: four fills for all dots. Dots grow and shrink with the cards, within limits. */
export function drawDots(
  ctx: CanvasRenderingContext2D,
  pool: Pool,
  paths: TrafficPaths,
  now: number,
  view: LayerView,
  colours: Colours,
): void {
  const size = sizeOfDots(view);
  for (let shape = 0; shape < shapes; shape++) {
    let drawn = 0;
    ctx.beginPath();
    for (let dot = 0; dot < pool.count && drawn < mostDots; dot++) {
      if (pool.shape[dot] !== shape) continue;
      if (!findDot(pool, paths, dot, now, view)) continue;
      const x = spot[0];
      const y = spot[1];
      if (x < -8 || y < -8 || x > view.width + 8 || y > view.height + 8) continue;
      addShape(ctx, shape, x, y, size);
      drawn++;
    }
    if (drawn === 0) continue;
    paint(ctx, shape, size, colours);
  }
}

export function addShape(ctx: CanvasRenderingContext2D, shape: number, x: number, y: number, size: number): void {
  switch (shape) {
    case SHAPE.failed:
      ctx.moveTo(x, y - size * 1.45);
      ctx.lineTo(x + size * 1.45, y);
      ctx.lineTo(x, y + size * 1.45);
      ctx.lineTo(x - size * 1.45, y);
      ctx.closePath();
      return;
    case SHAPE.retry:
      ctx.moveTo(x, y - size * 1.35);
      ctx.lineTo(x + size * 1.35, y + size);
      ctx.lineTo(x - size * 1.35, y + size);
      ctx.closePath();
      return;
    case SHAPE.shed:
      ctx.rect(x - size, y - size, size * 2, size * 2);
      return;
    default:
      ctx.moveTo(x + size, y);
      ctx.arc(x, y, size, 0, Math.PI * 2);
  }
}

/** A thin ring of the ground's colour parts a dot from its wire and from its neighbours. */
export function paint(ctx: CanvasRenderingContext2D, shape: number, size: number, colours: Colours): void {
  ctx.lineJoin = 'round';
  if (shape === SHAPE.shed) {
    ctx.fillStyle = colours.canvas;
    ctx.fill();
    ctx.lineWidth = size * 0.6;
    ctx.strokeStyle = colours.down;
    ctx.stroke();
    return;
  }
  ctx.lineWidth = size * 0.6;
  ctx.strokeStyle = colours.canvas;
  ctx.stroke();
  ctx.fillStyle = shape === SHAPE.ok ? colours.ok : shape === SHAPE.failed ? colours.saturated : colours.busy;
  ctx.fill();
}
