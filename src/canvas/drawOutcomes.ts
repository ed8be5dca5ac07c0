/**
 * The outcomes of a part's answers as a ring round its icon, from far away as a bar along its edge. Each has its own weight and pattern, so that
 * none hangs on its colour: ok a thin line, errors a thick one, retries dashes, turned away a hollow band. Canvas units; allocates nothing.
 */

import type { Distance } from './cardGeometry.ts';
import type { Colours } from './colours.ts';
import type { CardPlace } from './gaugePainter.ts';
import { SHAPE } from './particles.ts';

type Context = CanvasRenderingContext2D;

/** The inner edge: no outcome lies on the icon (which NodeCard.module.css makes smaller then), however thick it is. */
const innerRadius = 8.25;
/** Between two outcomes, in parts of a turn. */
const gap = 0.018;
/** The icon's middle, from the card's corner: with cells below it and without. */
const iconX: Readonly<Record<Distance, number>> = { near: 20, far: 19, further: 0 };
const iconY: Readonly<Record<Distance, number>> = { near: 16.5, far: 15, further: 0 };
const bareY: Readonly<Record<Distance, number>> = { near: 25.5, far: 26, further: 0 };

const barX = 5;
const barTop = 7;

const thin = 1.5;
const thick = 3.25;
/** On a projector lines are thicker, but there is no more room between icon and name. */
const mostStroke = 1.4;
const none: number[] = [];
const dashes = [2.5, 1.5];
/** The good ones first, from the top with the clock. */
const order = [SHAPE.ok, SHAPE.retry, SHAPE.failed, SHAPE.shed];

const colourOf = (shape: number, colours: Colours): string =>
  shape === SHAPE.ok ? colours.ok : shape === SHAPE.retry ? colours.busy : shape === SHAPE.failed ? colours.saturated : colours.down;

/** @param arcs parts of a turn by `SHAPE` @param swept how much of a turn the ok ones have already taken over, 1 when nothing sweeps */
export function drawOutcomes(ctx: Context, arcs: readonly number[], place: CardPlace, colours: Colours, swept: number): void {
  let from = 0;
  const parts = arcs.reduce((count, arc) => (arc > 0 ? count + 1 : count), 0);
  for (const shape of order) {
    if (arcs[shape] === 0) continue;
    const to = from + arcs[shape];
    const rest = parts > 1 ? gap / 2 : 0;
    drawPart(ctx, shape, from + rest, to - rest, place, colours);
    from = to;
  }
  if (swept < 1) drawPart(ctx, SHAPE.ok, 0, swept, place, colours, true);
  ctx.setLineDash(none);
}

function drawPart(ctx: Context, shape: number, from: number, to: number, place: CardPlace, colours: Colours, isOver = false): void {
  const scale = Math.min(colours.stroke, mostStroke);
  const width = (shape === SHAPE.ok ? thin : thick) * scale;
  if (isOver) {
    layPart(ctx, from, to, place, thick * scale);
    stroke(ctx, colours.surface, thick * scale + 1);
  }
  layPart(ctx, from, to, place, width);
  ctx.setLineDash(shape === SHAPE.retry ? dashes : none);
  stroke(ctx, colourOf(shape, colours), width);
  ctx.setLineDash(none);
  if (shape === SHAPE.shed) stroke(ctx, colours.surface, width - 2 * scale);
}

function layPart(ctx: Context, from: number, to: number, { x, y, height, isBare, distance }: CardPlace, width: number): void {
  ctx.beginPath();
  if (distance === 'further') {
    const length = height - 2 * barTop;
    ctx.moveTo(x + barX, y + height - barTop - from * length);
    ctx.lineTo(x + barX, y + height - barTop - to * length);
  } else {
    const middleY = y + (isBare ? bareY : iconY)[distance];
    ctx.arc(x + iconX[distance], middleY, innerRadius + width / 2, (from - 0.25) * 2 * Math.PI, (to - 0.25) * 2 * Math.PI);
  }
}

function stroke(ctx: Context, colour: string, width: number): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.lineCap = 'butt';
  ctx.stroke();
}
