/** The numbers of one part: how its newest frame went, and what adds up since the run began. Pure; a node is its plan index. */

import type { Id } from '../design/design.ts';
import type { Frame, FrameLayout } from '../engine/frame.ts';
import type { PlanIndex } from '../runner/planIndex.ts';
import { leastFor } from '../statistics/enough.ts';

/** Columns of one node: metric -> column of each instance (one for metrics of the whole node). */
export type NodeColumns = ReadonlyMap<string, readonly number[]>;

export function columnsOfNode(layout: FrameLayout, node: number): NodeColumns {
  const found = new Map<string, number[]>();
  for (const [at, column] of layout.columns.entries()) {
    if (column.scope === 'run' || column.node !== node) continue;
    const columns = found.get(column.metric);
    if (columns) columns.push(at);
    else found.set(column.metric, [at]);
  }
  return found;
}

/** Columns of a drawn wire: of each caller's place, where there are several. */
export function columnsOfLink(layout: FrameLayout, index: PlanIndex, link: Id): NodeColumns {
  const found = new Map<string, number[]>();
  for (const [at, column] of layout.columns.entries()) {
    const drawn = column.link === undefined ? undefined : index.links[column.link]?.drawn;
    if (drawn?.length !== 1 || drawn[0] !== link) continue;
    found.set(column.metric, [...(found.get(column.metric) ?? []), at]);
  }
  return found;
}

/** A frame, or several that were merged. */
export type Shown = Pick<Frame, 'start' | 'end' | 'values'>;

export interface NodeNow {
  /** Simulated seconds of the frame. */
  from: number;
  to: number;
  /** Per simulated second. */
  arrived: number;
  completed: number;
  failed: number;
  /** Good answers that nobody waited for any more. */
  vain: number;
  /** Mean over the instances that are there; -1 when nothing was measured. */
  utilization: number;
  /** Means over the frame, all instances together. */
  queue: number;
  inside: number;
  /** Calls answered in the frame, well or not. */
  answers: number;
  /** Seconds; -1 when nothing was answered, or too little for that percentile. */
  p50: number;
  p95: number;
  p99: number;
}

/** Metrics shown by name above; the rest are of the kind. */
const commonNames = new Set([
  'arrived',
  'completed',
  'failed',
  'utilization',
  'queue',
  'inside',
  'p50',
  'p95',
  'p99',
  'meanResponse',
  'vain',
]);
export const isOwnMetric = (metric: string): boolean => !commonNames.has(metric) && !metric.includes('.');

const measured = (frame: Shown, columns: NodeColumns, metric: string): number[] =>
  (columns.get(metric) ?? []).map((column) => frame.values[column]).filter((value) => value >= 0);

/** Sum over instances; 0 when there is nothing. */
export function sumOf(frame: Shown, columns: NodeColumns, metric: string): number {
  return measured(frame, columns, metric).reduce((sum, value) => sum + value, 0);
}

/** Mean over the instances that have a value; -1 when none has. */
export function meanOf(frame: Shown, columns: NodeColumns, metric: string): number {
  const values = measured(frame, columns, metric);
  return values.length === 0 ? -1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function largestOf(frame: Shown, columns: NodeColumns, metric: string): number {
  return measured(frame, columns, metric).reduce((most, value) => Math.max(most, value), -1);
}

export function nodeNow(frame: Shown, columns: NodeColumns): NodeNow {
  const seconds = frame.end - frame.start;
  const rate = (metric: string) => (seconds > 0 ? sumOf(frame, columns, metric) / seconds : 0);
  const answers = sumOf(frame, columns, 'completed') + sumOf(frame, columns, 'failed');
  const quantile = (metric: string, q: number) => (answers < leastFor(q) ? -1 : largestOf(frame, columns, metric));
  return {
    from: frame.start,
    to: frame.end,
    arrived: rate('arrived'),
    completed: rate('completed'),
    failed: rate('failed'),
    vain: rate('vain'),
    utilization: meanOf(frame, columns, 'utilization'),
    queue: sumOf(frame, columns, 'queue'),
    inside: sumOf(frame, columns, 'inside'),
    answers,
    p50: quantile('p50', 0.5),
    p95: quantile('p95', 0.95),
    p99: quantile('p99', 0.99),
  };
}

/** Whether a metric was anything but zero in any of the frames that are held. */
export function hasMoved(frames: readonly Frame[], columns: NodeColumns, metric: string): boolean {
  const own = columns.get(metric) ?? [];
  return frames.some(({ values }) => own.some((column) => values[column] > 0));
}

export interface Balance {
  arrived: number;
  completed: number;
  failed: number;
  /** What has come in and not gone out yet; below zero would be a fault of the engine. */
  inside: number;
}

/** Counts since the run began; null when its first frames are no longer held, or nothing ever reached the node. */
export function balanceOf(frames: readonly Frame[], columns: NodeColumns): Balance | null {
  if (frames.length === 0 || frames[0].index !== 0) return null;
  const total = (metric: string) => frames.reduce((sum, frame) => sum + sumOf(frame, columns, metric), 0);
  const [arrived, completed, failed] = [total('arrived'), total('completed'), total('failed')];
  return arrived === 0 ? null : { arrived, completed, failed, inside: arrived - completed - failed };
}
