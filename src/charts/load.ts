/**
 * How one part was loaded, instance by instance. What can be shown follows from the columns the part has, never from its
 * kind: a part with `hits` and `misses` has a hit ratio, a part with `lag` has a lag.
 */

import type { FrameLayout } from '../engine/frame.ts';
import type { Bucket } from '../runner/buckets.ts';
import { instanceColumn, nodeColumn, oncePerLayout } from '../runner/columnIndex.ts';
import { type Line, ratePerSecond } from './series.ts';

export type MeasureUnit = 'share' | '/s' | 's' | 'count';

interface Measure {
  /** Metrics it is made of; it exists where all of them do. */
  from: readonly string[];
  unit: MeasureUnit;
  value: (bucket: Bucket, columns: readonly number[]) => number | null;
}

const perSecond = (bucket: Bucket, columns: readonly number[]): number | null => ratePerSecond(bucket, columns);

/** -1 in a frame means that there was nothing to measure. */
function asItIs(bucket: Bucket, columns: readonly number[]): number | null {
  const value = bucket.values[columns[0]];
  return value < 0 ? null : value;
}

function shareOfFirst(bucket: Bucket, columns: readonly number[]): number | null {
  const first = bucket.values[columns[0]];
  const all = first + bucket.values[columns[1]];
  return all > 0 ? first / all : null;
}

/** In the order they are offered; the first that a part has is shown first. */
export const measures = {
  backlog: { from: ['backlog'], unit: 'count', value: asItIs },
  oldest: { from: ['oldestSeconds'], unit: 's', value: asItIs },
  utilization: { from: ['utilization'], unit: 'share', value: asItIs },
  hitRatio: { from: ['hits', 'misses'], unit: 'share', value: shareOfFirst },
  reads: { from: ['reads'], unit: '/s', value: perSecond },
  writes: { from: ['writes'], unit: '/s', value: perSecond },
  lag: { from: ['lag'], unit: 's', value: asItIs },
  arrived: { from: ['arrived'], unit: '/s', value: perSecond },
  queue: { from: ['queue'], unit: 'count', value: asItIs },
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof measures;
const measureNames = Object.keys(measures) as readonly MeasureName[];

/** Columns of a measure for one instance, or of the part as a whole for -1; null where the part does not have it. */
function columnsOf(layout: FrameLayout, node: number, instance: number, measure: MeasureName): readonly number[] | null {
  const columns = measures[measure].from.map((metric) =>
    instance < 0 ? nodeColumn(layout, node, metric) : instanceColumn(layout, node, instance, metric),
  );
  return columns.every((column) => column >= 0) ? columns : null;
}

export function measuresOf(layout: FrameLayout, node: number): readonly MeasureName[] {
  return measureNames.filter((name) => columnsOf(layout, node, -1, name) !== null || columnsOf(layout, node, 0, name) !== null);
}

/** One line per instance, or a single one (instance -1) for what is measured of the part as a whole. */
export function loadLines(
  layout: FrameLayout,
  node: number,
  measure: MeasureName,
  instances: number,
): readonly (Line & { instance: number })[] {
  const rows = columnsOf(layout, node, -1, measure) ? [-1] : Array.from({ length: instances }, (_, i) => i);
  return rows.flatMap((instance) => {
    const columns = columnsOf(layout, node, instance, measure);
    if (!columns) return [];
    return [{ id: `${measure}.${instance}`, instance, value: (bucket: Bucket) => measures[measure].value(bucket, columns) }];
  });
}

/** The highest of a part's instances over time; null for a run without that part, or without that measure. */
export function highestLine(layout: FrameLayout, node: number, measure: MeasureName): Line | null {
  const slots =
    node < 0 ? 0 : layout.columns.reduce((most, column) => (column.node === node ? Math.max(most, column.instance + 1) : most), 0);
  const lines = node < 0 ? [] : loadLines(layout, node, measure, slots);
  if (lines.length === 0) return null;
  return {
    id: `highest/${measure}`,
    value: (bucket, list, at) => {
      const values = lines.map((line) => line.value(bucket, list, at)).filter((value) => value !== null);
      return values.length > 0 ? Math.max(...values) : null;
    },
  };
}

/** One line per part: of each the highest of its instances. */
export const memberLines = (
  layout: FrameLayout,
  nodes: readonly number[],
  measure: MeasureName,
): readonly (Line & { instance: number })[] =>
  nodes.flatMap((node, instance) => {
    const line = highestLine(layout, node, measure);
    return line ? [{ ...line, id: `${measure}.${instance}`, instance }] : [];
  });

/** Notes for each node its highest instance that ever did anything, plus one. What a plan only keeps room for never does. */
export function busyInstances(layout: FrameLayout, values: Float64Array, known: Map<number, number>): void {
  for (const { node, byInstance } of instancesIn(layout)) {
    // from the highest down, as far as one that is known: mostly that is the first
    let instance = byInstance.length - 1;
    while (instance >= (known.get(node) ?? 0) && !byInstance[instance].some((column) => values[column] > 0)) instance--;
    if (instance >= (known.get(node) ?? 0)) known.set(node, instance + 1);
  }
}

/** Of every node that has any, the columns of each instance. */
const instancesIn = oncePerLayout(({ columns }) => {
  const byNode = new Map<number, number[][]>();
  for (const [at, { scope, node, instance }] of columns.entries()) {
    if (scope !== 'instance') continue;
    const byInstance = byNode.get(node) ?? [];
    byNode.set(node, byInstance);
    while (byInstance.length <= instance) byInstance.push([]);
    byInstance[instance].push(at);
  }
  return [...byNode].map(([node, byInstance]) => ({ node, byInstance }));
});
