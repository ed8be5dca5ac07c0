/** Finding numbers in frames: which columns hold a metric, and what they add up to over time. */

import type { Frame, FrameLayout } from '../engine/frame.ts';

/** Column of a metric of the whole run, -1 if the run has none of that name. */
export function runColumn(layout: FrameLayout, metric: string): number {
  return layout.columns.findIndex((column) => column.scope === 'run' && column.metric === metric);
}

/** Columns of one metric of a node, its instances in order; empty when the kind does not keep it. */
export function nodeColumns(layout: FrameLayout, node: number, metric: string): number[] {
  const found: number[] = [];
  for (const [at, column] of layout.columns.entries()) {
    if (column.scope !== 'run' && column.node === node && column.metric === metric) found.push(at);
  }
  return found;
}

/** Sum of counters over columns and frames; -1 ("nothing to measure") counts as nothing. */
export function totalOf(frames: readonly Frame[], columns: readonly number[]): number {
  let total = 0;
  for (const frame of frames) for (const column of columns) total += Math.max(0, frame.values[column]);
  return total;
}

/** Frames that overlap a span of simulated time. */
export function framesWithin(frames: readonly Frame[], start: number, end: number): readonly Frame[] {
  return frames.filter((frame) => frame.end > start && frame.start < end);
}
