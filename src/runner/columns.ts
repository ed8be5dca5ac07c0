/** What columns add up to over time; where they stand says `columnIndex.ts`. */

import type { Frame } from '../engine/frame.ts';

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
