/**
 * One instance as a cell: the fill's height is how busy it is (a ramp from light to dark), the border is how well it is
 * (colour, weight, dash, hatch and sign together, never colour alone), ticks at its right edge are requests that wait.
 * Canvas units; allocates nothing.
 */

import type { CellGrid } from './cardGeometry.ts';
import type { Colours } from './colours.ts';
import { CELL, PHASE } from './pulse.ts';

type Context = CanvasRenderingContext2D;

export interface CellLook {
  cell: number;
  /** 0 to 1, as drawn now. */
  load: number;
  queue: number;
  slowFactor: number;
  isPrimary: boolean;
  /** One of `PHASE`. */
  phase: number;
  version: number;
}

const solid: number[] = [];
const dotted = [1.5, 2];
const dashed = [3, 2];
/** Corners of a fill that does not reach the top. */
const bottomLarge = [0, 0, 3, 3];
const bottomSmall = [0, 0, 1.5, 1.5];
/** A cell at least this wide has room for signs, one at least `wide` for text too. */
const roomy = 12;
const wide = 24;

const ringColour = (look: CellLook, colours: Colours): string => {
  if (look.phase !== PHASE.serves) return colours.idle;
  switch (look.cell) {
    case CELL.busy:
      return colours.busy;
    case CELL.saturated:
      return colours.saturated;
    case CELL.hung:
    case CELL.down:
      return colours.down;
    case CELL.ok:
      return look.slowFactor > 1 ? colours.busy : colours.ok;
    default:
      return colours.idle;
  }
};

export function drawCell(ctx: Context, x: number, y: number, grid: CellGrid, look: CellLook, colours: Colours, detailed: boolean): void {
  const { width, height } = grid;
  const radius = height > 10 ? 3 : 1.5;
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, radius);
  ctx.fillStyle = colours.canvas;
  ctx.fill();
  if (look.load > 0.004) {
    const full = Math.min(1, look.load) * height;
    ctx.beginPath();
    ctx.roundRect(x, y + height - full, width, full, full > height - radius ? radius : radius === 3 ? bottomLarge : bottomSmall);
    ctx.fillStyle = colours.ramp[Math.min(4, Math.floor(look.load * 5))];
    ctx.fill();
  }
  if (look.version > 0) drawVersion(ctx, x, y, width, height, look.version, colours);
  if (look.cell >= CELL.hung && look.phase === PHASE.serves) drawHatch(ctx, x, y, width, height, colours);
  drawRing(ctx, x, y, width, height, radius, look, colours);
  if (!detailed || width < roomy) return;
  drawTicks(ctx, x + width - 4, y + height, look, colours);
  drawSigns(ctx, x, y, width, height, look, colours);
}

function drawRing(
  ctx: Context,
  x: number,
  y: number,
  width: number,
  height: number,
  radius: number,
  look: CellLook,
  colours: Colours,
): void {
  const isSmall = height < 10;
  ctx.strokeStyle = ringColour(look, colours);
  ctx.lineWidth = Math.min(3, (look.cell === CELL.busy ? 2 : look.cell === CELL.idle ? 1 : 1.5) * colours.stroke);
  if (isSmall) ctx.lineWidth = 1;
  const inset = ctx.lineWidth / 2;
  ctx.setLineDash(
    look.cell <= CELL.idle || look.phase === PHASE.boots
      ? dotted
      : look.phase === PHASE.drains
        ? dashed
        : look.cell === CELL.hung || (look.slowFactor > 1 && look.cell < CELL.hung)
          ? dashed
          : solid,
  );
  ctx.beginPath();
  ctx.roundRect(x + inset, y + inset, width - 2 * inset, height - 2 * inset, radius);
  ctx.stroke();
  ctx.setLineDash(solid);
  if (look.cell !== CELL.saturated || isSmall) return;
  // The double border of a saturated one: a second line inside, parted by the ground.
  ctx.strokeStyle = colours.canvas;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.roundRect(x + 2, y + 2, width - 4, height - 4, radius - 1);
  ctx.stroke();
  ctx.strokeStyle = colours.saturated;
  ctx.beginPath();
  ctx.roundRect(x + 3, y + 3, width - 6, height - 6, radius - 1.5);
  ctx.stroke();
}

function drawHatch(ctx: Context, x: number, y: number, width: number, height: number, colours: Colours): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(x, y, width, height);
  ctx.clip();
  ctx.strokeStyle = colours.down;
  ctx.globalAlpha = 0.55;
  ctx.lineWidth = 1.25;
  ctx.beginPath();
  for (let at = x - height; at < x + width; at += 4) {
    ctx.moveTo(at, y + height);
    ctx.lineTo(at + height, y);
  }
  ctx.stroke();
  ctx.restore();
}

/** One tick for each doubling: 1, 3, 7, 15 and more waiting, at most five. */
export function tickCount(queue: number): number {
  return queue < 0.5 ? 0 : Math.min(5, Math.ceil(Math.log2(queue + 1)));
}

function drawTicks(ctx: Context, right: number, bottom: number, look: CellLook, colours: Colours): void {
  const ticks = tickCount(look.queue);
  if (ticks === 0) return;
  ctx.fillStyle = colours.surface;
  ctx.fillRect(right - 4, bottom - 2 - ticks * 3, 6, ticks * 3);
  ctx.fillStyle = colours.saturated;
  for (let tick = 0; tick < ticks; tick++) ctx.fillRect(right - 3, bottom - 4 - tick * 3, 4, 1.75);
}

function drawSigns(ctx: Context, x: number, y: number, width: number, height: number, look: CellLook, colours: Colours): void {
  if (look.phase !== PHASE.serves) {
    if (look.phase === PHASE.standsBy) drawBars(ctx, x + width / 2, y + height / 2, colours);
    else drawArrow(ctx, x + width / 2, y + height / 2, look.phase === PHASE.boots ? -1 : 1, colours);
    return;
  }
  const isBoth = look.isPrimary && width >= wide;
  const middleX = isBoth ? x + width - 13 : x + width / 2;
  const middleY = y + height / 2;
  const isBroken = look.cell >= CELL.hung;
  if (look.isPrimary && (width >= wide || !isBroken)) drawPrimary(ctx, isBoth ? x + 9 : middleX, middleY, colours);
  if (width < wide && look.isPrimary && !isBroken) return;
  if (look.cell === CELL.down) drawCross(ctx, middleX, middleY, colours);
  else if (look.cell === CELL.hung) drawBadgeText(ctx, middleX, middleY, '…', colours.down, colours);
  else if (look.slowFactor > 1 && width >= wide) drawBadgeText(ctx, middleX, middleY, slowText(look.slowFactor), colours.text, colours);
  else if (look.cell === CELL.busy) drawTriangle(ctx, middleX, middleY, colours);
}

/** A band at the foot, in turn of two colours and two heights, so that neighbours in the row of releases differ without colour, too. */
function drawVersion(ctx: Context, x: number, y: number, width: number, height: number, version: number, colours: Colours): void {
  const band = (height > 10 ? 3 : 1.5) * (version % 2 === 1 ? 1 : 0.5);
  ctx.fillStyle = version % 2 === 1 ? colours.busy : colours.text;
  ctx.fillRect(x + 2, y + height - band - 1, width - 4, band);
}

/** Up: it is starting. Down: it finishes what it has and goes. */
function drawArrow(ctx: Context, x: number, y: number, way: 1 | -1, colours: Colours): void {
  ctx.beginPath();
  ctx.moveTo(x, y - 4 * way);
  ctx.lineTo(x, y + 4 * way);
  ctx.moveTo(x - 3, y + way);
  ctx.lineTo(x, y + 4 * way);
  ctx.lineTo(x + 3, y + way);
  ctx.strokeStyle = colours.text;
  ctx.lineWidth = 1.5;
  ctx.stroke();
}

/** It is ready and waits for its turn. */
function drawBars(ctx: Context, x: number, y: number, colours: Colours): void {
  ctx.fillStyle = colours.text;
  ctx.fillRect(x - 3, y - 3.5, 2, 7);
  ctx.fillRect(x + 1, y - 3.5, 2, 7);
}

const slowTexts = new Map<number, string>();
/** The same few factors over and over: kept, so that drawing makes no strings. */
function slowText(factor: number): string {
  const rounded = Math.round(factor * 10) / 10;
  let text = slowTexts.get(rounded);
  if (text === undefined) {
    text = `×${rounded}`;
    slowTexts.set(rounded, text);
  }
  return text;
}

function drawPrimary(ctx: Context, x: number, y: number, colours: Colours): void {
  ctx.beginPath();
  ctx.roundRect(x - 5.5, y - 6, 11, 12, 2.5);
  ctx.fillStyle = colours.text;
  ctx.fill();
  ctx.fillStyle = colours.surface;
  ctx.fillText('P', x, y + 0.5);
}

function drawCross(ctx: Context, x: number, y: number, colours: Colours): void {
  ctx.beginPath();
  ctx.arc(x, y, 6.5, 0, 7);
  ctx.fillStyle = colours.down;
  ctx.fill();
  ctx.strokeStyle = colours.onDown;
  ctx.lineWidth = 1.75;
  ctx.beginPath();
  ctx.moveTo(x - 2.5, y - 2.5);
  ctx.lineTo(x + 2.5, y + 2.5);
  ctx.moveTo(x + 2.5, y - 2.5);
  ctx.lineTo(x - 2.5, y + 2.5);
  ctx.stroke();
}

function drawTriangle(ctx: Context, x: number, y: number, colours: Colours): void {
  ctx.beginPath();
  ctx.moveTo(x, y - 4);
  ctx.lineTo(x + 4.5, y + 3.5);
  ctx.lineTo(x - 4.5, y + 3.5);
  ctx.closePath();
  ctx.fillStyle = colours.busy;
  ctx.strokeStyle = colours.surface;
  ctx.lineWidth = 2;
  ctx.stroke();
  ctx.fill();
}

function drawBadgeText(ctx: Context, x: number, y: number, text: string, colour: string, colours: Colours): void {
  ctx.beginPath();
  ctx.roundRect(x - 10, y - 6, 20, 12, 3);
  ctx.fillStyle = colours.surface;
  ctx.fill();
  ctx.fillStyle = colour;
  ctx.fillText(text, x, y + 0.5);
}
