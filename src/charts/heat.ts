/** Rows of instances as cells of colour on a plot: darker is fuller. */

import type uPlot from 'uplot';
import type { YAxis } from './plotOptions.ts';

/** A y axis with one row per instance, first on top; labels thin out when rows get low. */
export function rowAxis(names: readonly string[]): YAxis {
  const rows = names.length;
  return {
    scale: { auto: false },
    range: () => [0, rows],
    splits: (plot) => {
      const perLabel = Math.max(1, Math.ceil((13 * devicePixelRatio * rows) / Math.max(1, plot.bbox.height)));
      return Array.from({ length: Math.ceil(rows / perLabel) }, (_, i) => rows - i * perLabel - 0.5);
    },
    label: (split) => names[Math.round(rows - split - 0.5)] ?? '',
    grid: false,
  };
}

/** Beside the rows. */
export interface HeatExtras {
  /** Colour of the frame round a cell that carries more than twice the mean of its moment. */
  outline: string;
  /** Another run as a last row, with its own colours and its own intervals. */
  before: { values: readonly (number | null)[]; edges: (index: number) => readonly [number, number]; ramp: readonly string[] } | null;
}

/** What one row has to carry at a moment to stand out: twice the mean of all rows. Of two rows none can, so there it is infinite. */
export function hotFrom(values: readonly ArrayLike<number | null | undefined>[], index: number): number {
  let sum = 0;
  let count = 0;
  for (const column of values) {
    const value = column[index] ?? null;
    if (value === null) continue;
    sum += value;
    count++;
  }
  return count > 2 ? (2 * sum) / count : Number.POSITIVE_INFINITY;
}

/**
 * Draws the plot's series as rows; gaps stay empty.
 * @param edges where the interval of an index begins and ends, null for none
 * @param top the value of the fullest colour
 */
export function drawHeat(
  plot: uPlot,
  edges: (index: number) => readonly [number, number] | null,
  top: number,
  ramp: readonly string[],
  { outline, before }: HeatExtras,
): void {
  const { ctx, bbox } = plot;
  const [seconds, ...columns] = plot.data;
  const rows = columns.length + (before ? 1 : 0);
  if (rows === 0 || !(top > 0)) return;
  const gap = bbox.height / rows > 6 * devicePixelRatio ? devicePixelRatio : 0;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  const across = ([start, end]: readonly [number, number]) => {
    const x = Math.round(plot.valToPos(start, 'x', true));
    return { x, width: Math.max(1, Math.round(plot.valToPos(end, 'x', true)) - x) };
  };
  const rowEdges = Array.from({ length: rows + 1 }, (_, row) => bbox.top + Math.round((row * bbox.height) / rows));
  const down = (row: number) => ({ y: rowEdges[row], height: Math.max(1, rowEdges[row + 1] - rowEdges[row] - gap) });
  const colourOf = (value: number, of: readonly string[]): string =>
    of[Math.min(of.length - 1, Math.max(0, Math.floor((value / top) * of.length)))];
  ctx.strokeStyle = outline;
  ctx.lineWidth = devicePixelRatio;
  for (let i = 0; i < seconds.length; i++) {
    const interval = edges(i);
    if (!interval) continue;
    const hot = hotFrom(columns, i);
    const { x, width } = across(interval);
    for (const [row, column] of columns.entries()) {
      const value = column[i];
      if (value == null) continue;
      const { y, height } = down(row);
      ctx.fillStyle = colourOf(value, ramp);
      ctx.fillRect(x, y, width, height);
      if (value > hot) ctx.strokeRect(x + 0.5, y + 0.5, Math.max(1, width - 1), Math.max(1, height - 1));
    }
  }
  for (const [i, value] of before?.values.entries() ?? []) {
    if (value === null || !before) continue;
    const { x, width } = across(before.edges(i));
    const { y, height } = down(rows - 1);
    ctx.fillStyle = colourOf(value, before.ramp);
    ctx.fillRect(x, y, width, height);
  }
  ctx.restore();
}
