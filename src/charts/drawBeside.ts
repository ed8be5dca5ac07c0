/** Draws what stands beside a chart's own lines: stretches, the line of another run, and what is not to be crossed. */

import type uPlot from 'uplot';
import { type Colours, withAlpha } from './colours.ts';
import { fillPattern } from './patterns.ts';
import type { Stretch } from './stretches.ts';

type Values = readonly (number | null)[];

export function clipped(plot: uPlot, draw: (ctx: CanvasRenderingContext2D) => void): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  draw(ctx);
  ctx.restore();
}

/** Faint: the data is drawn over it. */
export function drawStretches(plot: uPlot, colours: Colours, stretches: readonly Stretch[]): void {
  const { bbox } = plot;
  // What lasts, lasts until the newest moment.
  const newest = plot.valToPos(plot.data[0].at(-1) ?? 0, 'x', true);
  clipped(plot, (ctx) => {
    for (const { from, to, tone } of stretches) {
      const left = Math.max(bbox.left, plot.valToPos(from, 'x', true));
      const right = Math.min(bbox.left + bbox.width, to === Number.POSITIVE_INFINITY ? newest : plot.valToPos(to, 'x', true));
      if (right <= left) continue;
      ctx.fillStyle = withAlpha(tone === 'bad' ? colours.bad : colours.textFaint, 0.09);
      ctx.fillRect(left, bbox.top, Math.max(devicePixelRatio, right - left), bbox.height);
    }
  });
}

/** Grey and dashed; broken where nothing was measured. */
export function drawGhost(plot: uPlot, colours: Colours, seconds: readonly number[], values: Values): void {
  clipped(plot, (ctx) => {
    ctx.strokeStyle = colours.textFaint;
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
    ctx.beginPath();
    let isOpen = false;
    for (const [i, value] of values.entries()) {
      // A log axis has no place for zero.
      if (value === null || (plot.scales.y.distr === 3 && value <= 0)) {
        isOpen = false;
        continue;
      }
      const x = plot.valToPos(seconds[i], 'x', true);
      const y = plot.valToPos(value, 'y', true);
      if (isOpen) ctx.lineTo(x, y);
      else ctx.moveTo(x, y);
      isOpen = true;
    }
    ctx.stroke();
  });
}

/** A line that is not to be crossed, level or moving with time, with its name on it; what lies beyond is hatched. */
export function drawLimit(plot: uPlot, colours: Colours, seconds: readonly number[], values: Values, name: string): void {
  const { bbox } = plot;
  const points = values.flatMap((value, i) =>
    value === null ? [] : [[plot.valToPos(seconds[i], 'x', true), plot.valToPos(value, 'y', true)] as const],
  );
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return;
  clipped(plot, (ctx) => {
    ctx.beginPath();
    ctx.moveTo(first[0], first[1]);
    for (const [x, y] of points) ctx.lineTo(x, y);
    ctx.strokeStyle = colours.bad;
    ctx.lineWidth = devicePixelRatio;
    ctx.stroke();
    ctx.lineTo(last[0], bbox.top);
    ctx.lineTo(first[0], bbox.top);
    ctx.closePath();
    ctx.globalAlpha = 0.35;
    ctx.fillStyle = fillPattern('hatch', colours.bad, colours.surface);
    ctx.fill();
    ctx.globalAlpha = 1;
    drawName(plot, ctx, name, bbox.left + 4 * devicePixelRatio, first[1], 'left', colours.bad, colours);
  });
}

/** Over the line, or under it where there is no room. */
export function drawName(
  { bbox }: uPlot,
  ctx: CanvasRenderingContext2D,
  name: string,
  x: number,
  lineY: number,
  align: 'left' | 'right',
  colour: string,
  { surface, font }: Colours,
): void {
  const isHigh = lineY - bbox.top < 16 * devicePixelRatio;
  const y = lineY + (isHigh ? 3 : -3) * devicePixelRatio;
  ctx.font = `600 ${11 * devicePixelRatio}px ${font || 'sans-serif'}`;
  ctx.textAlign = align;
  ctx.textBaseline = isHigh ? 'top' : 'bottom';
  ctx.lineWidth = 3 * devicePixelRatio;
  ctx.strokeStyle = surface;
  ctx.lineJoin = 'round';
  ctx.strokeText(name, x, y);
  ctx.fillStyle = colour;
  ctx.fillText(name, x, y);
}
