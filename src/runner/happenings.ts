/**
 * What begins and ends in a run without anybody having done it, and without a part that says so: load is turned away, most of the traffic
 * is repeated attempts, a cache has gone cold. Read from its intervals alone, merged ones included. Pure.
 */

import { type Frame, type FrameLayout, failedColumn, offeredColumn } from '../engine/frame.ts';
import { requestClasses } from '../engine/plan.ts';
import type { Happenings, Turn } from '../nodes/happening.ts';
import { happenings } from '../nodes/happenings.ts';
import type { NodeKind } from '../nodes/specs.ts';
import { nodeColumns, runColumn } from './columnIndex.ts';

/** Of the whole run; of parts it is whatever their kind names. */
export const runHappenings = ['shedding', 'retry-storm'] as const;
export type RunHappening = (typeof runHappenings)[number];

export interface Happened {
  /** Simulated seconds: the beginning of the interval that shows it. */
  time: number;
  name: string;
  /** Plan index; -1 for the whole run. */
  node: number;
  turn: Turn;
}

type Interval = Pick<Frame, 'start' | 'end' | 'values'>;

/** Of the requests that were offered. Once begun it lasts until there is almost none for some intervals. */
const thresholds: Readonly<Record<RunHappening, { begins: number; ends: number }>> = {
  shedding: { begins: 0.01, ends: 0 },
  'retry-storm': { begins: 0.5, ends: 0.1 },
};
/** Intervals of quiet that end it: a lull is no end. */
const quietIntervals = 3;

function watchShare({ begins, ends }: { begins: number; ends: number }): (part: number, whole: number) => Turn | null {
  let isOn = false;
  let quiet = 0;
  return (part, whole) => {
    const share = whole > 0 ? part / whole : 0;
    if (!isOn) {
      isOn = share >= begins;
      quiet = 0;
      return isOn ? 'begins' : null;
    }
    quiet = share <= ends ? quiet + 1 : 0;
    isOn = quiet < quietIntervals;
    return isOn ? null : 'ends';
  };
}

/** @param intervals in order of time, from the beginning of the run. In order of time. */
export function happeningsOf(
  nodes: readonly { kind: NodeKind }[],
  layout: FrameLayout,
  intervals: readonly Interval[],
): readonly Happened[] {
  const counted = countedIn(layout, nodes.length);
  const ofRun = runHappenings.map((name) => ({ name, columns: counted[name], watch: watchShare(thresholds[name]) }));
  const ofParts = nodes.flatMap(({ kind }, node) => {
    const own: Happenings = (happenings as Readonly<Partial<Record<NodeKind, Happenings>>>)[kind] ?? {};
    const columns: Record<string, readonly number[]> = {};
    const columnsOf = (metric: string) => (columns[metric] ??= nodeColumns(layout, node, metric));
    return Object.entries(own).map(([name, make]) => ({ name, node, columnsOf, watch: make() }));
  });
  const found: Happened[] = [];
  for (const interval of intervals) {
    const sums = sumsOf(interval);
    const all = sumOf(interval, counted.offered, sums);
    for (const { name, columns, watch } of ofRun) {
      const turn = watch(sumOf(interval, columns, sums), all);
      if (turn) found.push({ time: interval.start, name, node: -1, turn });
    }
    for (const { name, node, columnsOf, watch } of ofParts) {
      const turn = watch((metric) => sumOf(interval, columnsOf(metric), sums));
      if (turn) found.push({ time: interval.start, name, node, turn });
    }
  }
  return found;
}

type Counted = Readonly<Record<RunHappening | 'offered', readonly number[]>>;
const countedOf = new WeakMap<FrameLayout, Counted>();

function countedIn(layout: FrameLayout, nodes: number): Counted {
  const known = countedOf.get(layout);
  if (known) return known;
  const made: Counted = {
    offered: requestClasses.map((name) => runColumn(layout, offeredColumn(name))),
    shedding: requestClasses.map((name) => runColumn(layout, failedColumn(name, 'shed'))),
    'retry-storm': Array.from({ length: nodes }, (_, node) => nodeColumns(layout, node, 'retries')).flat(),
  };
  countedOf.set(layout, made);
  return made;
}

type Sums = Map<readonly number[], number>;
/** What an interval counted never changes, and the same intervals are looked at again and again while a run goes on. */
const sumsOfValues = new WeakMap<Interval['values'], Sums>();

function sumsOf({ values }: Interval): Sums {
  const known = sumsOfValues.get(values) ?? new Map();
  sumsOfValues.set(values, known);
  return known;
}

function sumOf({ values }: Interval, columns: readonly number[], sums: Sums): number {
  const known = sums.get(columns);
  if (known !== undefined) return known;
  const sum = columns.reduce((all, column) => all + Math.max(0, values[column] ?? 0), 0);
  sums.set(columns, sum);
  return sum;
}
