/** What the canvas shows of single requests: the wires that a followed one went over, and the numbers of dots that stand still. */

import { textOfNumber } from '../runner/requests/numbers.ts';
import type { FollowMark } from '../store/followMark.ts';
import type { Colours } from './colours.ts';
import { findDot, sizeOfDots, spot } from './drawDots.ts';
import type { LayerView } from './layerCanvas.ts';
import { mostDots, type Pool, placeOf } from './particles.ts';
import { pathPoints, slopeOn, type TrafficPaths } from './trafficPaths.ts';

/** More of them at one time would hide each other. */
const mostNumbers = 40;
/** Numbers of neighbours begin alike: the last digits tell them apart. */
const digitsShown = 3;
const numberHeight = 12;
const numberGap = 4;

export function drawFollowed(
  ctx: CanvasRenderingContext2D,
  paths: TrafficPaths,
  mark: FollowMark,
  view: LayerView,
  colours: Colours,
): void {
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.strokeStyle = colours.accent;
  for (const link of mark.links) {
    if (link >= paths.links || paths.isDrawn[link] === 0) continue;
    ctx.globalAlpha = link === mark.link ? 0.9 : 0.5;
    ctx.lineWidth = (link === mark.link ? 7 : 5) * colours.stroke * Math.max(0.5, view.zoom);
    ctx.beginPath();
    for (let i = 0; i < pathPoints; i++) {
      const at = (link * pathPoints + i) * 2;
      const [x, y] = [paths.points[at] * view.zoom + view.x, paths.points[at + 1] * view.zoom + view.y];
      if (i === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    }
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

/** How far an arrowhead reaches beyond its dot, and half its width, in radii of the dot. */
const headReach = 2.6;
const headHalf = 1.1;

/** Before each dot that stands, an arrowhead: which way its request, or the answer to it, was going. */
export function drawHeads(
  ctx: CanvasRenderingContext2D,
  pool: Pool,
  paths: TrafficPaths,
  now: number,
  view: LayerView,
  colours: Colours,
): void {
  const size = sizeOfDots(view);
  ctx.fillStyle = colours.text;
  ctx.strokeStyle = colours.canvas;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (let dot = 0, drawn = 0; dot < pool.count && drawn < mostDots; dot++) {
    if (!findDot(pool, paths, dot, now, view)) continue;
    drawn++;
    const link = pool.link[dot];
    const share = placeOf(pool, dot, now);
    const way = pool.back[dot] ? -1 : 1;
    const [x, y] = [slopeOn(paths, link, share, 0) * way, slopeOn(paths, link, share, 1) * way];
    const unit = size / (Math.hypot(x, y) || 1);
    const [aheadX, aheadY] = [x * unit, y * unit];
    ctx.moveTo(spot[0] + aheadX * headReach, spot[1] + aheadY * headReach);
    ctx.lineTo(spot[0] + aheadX - aheadY * headHalf, spot[1] + aheadY + aheadX * headHalf);
    ctx.lineTo(spot[0] + aheadX + aheadY * headHalf, spot[1] + aheadY - aheadX * headHalf);
    ctx.closePath();
  }
  ctx.stroke();
  ctx.fill();
}

/** Left, top, width and height on the layer. */
export type Rect = readonly [number, number, number, number];

/** Beside each dot the end of its request's number, where there is room for the whole of it: beside the others and off the cards. */
export function drawNumbers(
  ctx: CanvasRenderingContext2D,
  pool: Pool,
  paths: TrafficPaths,
  now: number,
  view: LayerView,
  colours: Colours,
  cards: readonly Rect[],
): void {
  ctx.font = `11px ${colours.font}`;
  ctx.textBaseline = 'middle';
  ctx.lineWidth = 3;
  ctx.strokeStyle = colours.canvas;
  ctx.fillStyle = colours.text;
  const taken = [...cards];
  for (let dot = 0; dot < pool.count && taken.length < cards.length + mostNumbers; dot++) {
    if (!findDot(pool, paths, dot, now, view)) continue;
    const text = `#${textOfNumber(pool.request[dot]).slice(-digitsShown)}`;
    const x = spot[0] + sizeOfDots(view) + 3;
    const y = spot[1] - sizeOfDots(view) - 3;
    const top = y - numberHeight / 2;
    const width = ctx.measureText(text).width + numberGap;
    if (taken.some(([left, up, wide, high]) => left < x + width && x < left + wide && up < top + numberHeight && top < up + high)) continue;
    taken.push([x, top, width, numberHeight]);
    ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
  }
}
