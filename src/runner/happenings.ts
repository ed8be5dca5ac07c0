/**
 * What begins and ends in a run without anybody having done it, and without a part that says so: load is turned away, most of the traffic
 * is repeated attempts, a cache has gone cold. Read from its intervals alone, merged ones included. Pure.
 */

import { type Frame, type FrameLayout, failedColumn, offeredColumn } from '../engine/frame.ts';
import { requestClasses } from '../engine/plan.ts';
import type { Happenings, Turn, Watch } from '../nodes/happening.ts';
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
  const offered = requestClasses.map((name) => runColumn(layout, offeredColumn(name)));
  const counted: Readonly<Record<RunHappening, readonly number[]>> = {
    shedding: requestClasses.map((name) => runColumn(layout, failedColumn(name, 'shed'))),
    'retry-storm': nodes.flatMap((_, node) => nodeColumns(layout, node, 'retries')),
  };
  const ofRun = runHappenings.map((name) => ({ name, columns: counted[name], watch: watchShare(thresholds[name]) }));
  const ofParts = nodes.flatMap(({ kind }, node) => {
    const own: Happenings = (happenings as Readonly<Partial<Record<NodeKind, Happenings>>>)[kind] ?? {};
    return Object.entries(own).map(([name, make]): { name: string; node: number; watch: Watch } => ({ name, node, watch: make() }));
  });
  const found: Happened[] = [];
  for (const interval of intervals) {
    const all = sumOf(interval, offered);
    for (const { name, columns, watch } of ofRun) {
      const turn = watch(sumOf(interval, columns), all);
      if (turn) found.push({ time: interval.start, name, node: -1, turn });
    }
    for (const { name, node, watch } of ofParts) {
      const turn = watch((metric) => sumOf(interval, nodeColumns(layout, node, metric)));
      if (turn) found.push({ time: interval.start, name, node, turn });
    }
  }
  return found;
}

const sumOf = ({ values }: Interval, columns: readonly number[]): number =>
  columns.reduce((sum, column) => sum + Math.max(0, values[column] ?? 0), 0);
