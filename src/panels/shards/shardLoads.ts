/** What each shard had to do, out of the frames of the run: over time, and in the last frame. Pure. */

import type { Frame, FrameLayout } from '../../engine/frame.ts';

export interface ShardLoads {
  /** Simulated seconds at which the columns begin, and at which the last one ends. */
  from: number;
  to: number;
  /** How long the last column is. */
  newestSeconds: number;
  /** Queries per second, by shard and column. */
  rates: readonly (readonly number[])[];
  /** In the last frame: share of its processors in use, and seconds; -1 = nothing was answered. */
  busy: readonly number[];
  p99: readonly number[];
}

/** A shard's cell is outlined above this many times the mean of its column. */
export const outlinedAbove = 2;

const columnsOf = (layout: FrameLayout, node: number, metric: string): number[] =>
  layout.columns.flatMap((column, at) => (column.node === node && column.metric === metric ? [at] : []));

const sum = (frame: Frame, columns: readonly number[]): number =>
  columns.reduce((total, column) => total + Math.max(0, frame.values[column] ?? 0), 0);

/**
 * @param nodes plan indices of the shards
 * @param most columns at most; several frames make one where there are more
 */
export function shardLoads(layout: FrameLayout, frames: readonly Frame[], nodes: readonly number[], most: number): ShardLoads | null {
  const last = frames.at(-1);
  if (!last) return null;
  // the last ten minutes are enough for eyes
  const shown = frames.slice(-600);
  const each = Math.ceil(shown.length / most);
  const groups = Array.from({ length: Math.ceil(shown.length / each) }, (_, i) => shown.slice(i * each, (i + 1) * each));
  const lengthOf = (group: readonly Frame[]) => group.reduce((total, { start, end }) => total + end - start, 0);
  return {
    from: shown[0].start,
    to: last.end,
    newestSeconds: lengthOf(groups[groups.length - 1]),
    rates: nodes.map((node) => {
      const columns = columnsOf(layout, node, 'arrived');
      return groups.map((group) => group.reduce((total, frame) => total + sum(frame, columns), 0) / Math.max(1e-9, lengthOf(group)));
    }),
    busy: nodes.map((node) => sum(last, columnsOf(layout, node, 'utilization').slice(0, 1))),
    p99: nodes.map((node) => last.values[columnsOf(layout, node, 'p99')[0] ?? -1] ?? -1),
  };
}

/** Of a column: which shards are far above the mean of those that there are. */
export function farAbove(rates: readonly number[], inUse: number): boolean[] {
  const mean = rates.reduce((total, rate) => total + rate, 0) / Math.max(1, inUse);
  return rates.map((rate) => rate > outlinedAbove * mean && rate > 0);
}
