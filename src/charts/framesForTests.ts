/** Frames with known numbers, for tests of this room. Never part of the page. */

import {
  type Column,
  completedColumn,
  type Frame,
  type FrameLayout,
  failedColumn,
  offeredColumn,
  runColumns,
  runCounters,
} from '../engine/frame.ts';
import { bucketOf } from '../engine/histogram.ts';
import { outcomes, requestClasses } from '../engine/plan.ts';

/** Columns of the whole run, then those given. */
export function layoutWith(columns: readonly Column[] = []): FrameLayout {
  const run = (metric: string, form: Column['form']): Column => ({ scope: 'run', node: -1, instance: -1, metric, form });
  return {
    columns: [
      ...requestClasses.flatMap((c) => [
        run(offeredColumn(c), 'counter'),
        run(completedColumn(c), 'counter'),
        ...outcomes.slice(1).map((reason) => run(failedColumn(c, reason), 'counter')),
      ]),
      ...runColumns.map((name) => run(name, runCounters.includes(name) ? 'counter' : 'gauge')),
      ...columns,
    ],
  };
}

export function instanceColumns(node: number, instances: number, metric: string, form: Column['form']): Column[] {
  return Array.from({ length: instances }, (_, instance) => ({ scope: 'instance', node, instance, metric, form }));
}

/** A frame of one second. `set` fills columns by `metric`, or by `metric@node` and `metric@node.instance`. */
export function frameAt(layout: FrameLayout, index: number, set: Readonly<Record<string, number>>, seconds: readonly number[] = []): Frame {
  const nameOf = ({ scope, metric, node, instance }: Column): string =>
    scope === 'run' ? metric : scope === 'node' ? `${metric}@${node}` : `${metric}@${node}.${instance}`;
  const counts = new Map<number, number>();
  for (const value of seconds) counts.set(bucketOf(value), (counts.get(bucketOf(value)) ?? 0) + 1);
  return {
    index,
    start: index,
    end: index + 1,
    values: Float64Array.from(layout.columns, (column) => set[nameOf(column)] ?? 0),
    // Reads: class 1.
    latency: Uint32Array.from([...counts].sort(([a], [b]) => a - b).flatMap(([bucket, count]) => [65536 + bucket, count])),
  };
}
