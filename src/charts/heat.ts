/** Rows of instances as cells of colour on a plot: darker is fuller. */

import type uPlot from 'uplot';
import type { YAxis } from './plotOptions.ts';
import type { Sheet } from './series.ts';

/** A y axis with one row per instance, first on top; labels thin out when rows get low. */
export function rowAxis(names: readonly string[]): YAxis {
  const rows = names.length;
  return {
    scale: { auto: false, range: () => [0, rows] },
    splits: (plot) => {
      const perLabel = Math.max(1, Math.ceil((13 * devicePixelRatio * rows) / Math.max(1, plot.bbox.height)));
      return Array.from({ length: Math.ceil(rows / perLabel) }, (_, i) => rows - i * perLabel - 0.5);
    },
    label: (split) => names[Math.round(rows - split - 0.5)] ?? '',
    grid: false,
  };
}

/** Draws the sheet's lines as rows. `top` is the value of the fullest colour; gaps stay empty. */
export function drawHeat(
  plot: uPlot,
  sheet: Sheet,
  edges: (index: number) => readonly [number, number],
  top: number,
  ramp: readonly string[],
): void {
  const { ctx, bbox } = plot;
  const rows = sheet.values.length;
  if (rows === 0 || !(top > 0)) return;
  const gap = bbox.height / rows > 6 * devicePixelRatio ? devicePixelRatio : 0;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  for (let i = 0; i < sheet.seconds.length; i++) {
    const [start, end] = edges(i);
    const left = Math.round(plot.valToPos(start, 'x', true));
    const width = Math.max(1, Math.round(plot.valToPos(end, 'x', true)) - left);
    for (let row = 0; row < rows; row++) {
      const value = sheet.values[row][i];
      if (value === null) continue;
      const y = bbox.top + Math.round((row * bbox.height) / rows);
      const height = Math.max(1, bbox.top + Math.round(((row + 1) * bbox.height) / rows) - y - gap);
      ctx.fillStyle = ramp[Math.min(ramp.length - 1, Math.max(0, Math.floor((value / top) * ramp.length)))];
      ctx.fillRect(left, y, width, height);
    }
  }
  ctx.restore();
}
