/** A stretch of frames of one part, added up. Each frame is read once, however often a growing run is looked at. */

import type { Frame, FrameLayout } from '../../engine/frame.ts';
import { nodeColumns } from '../../runner/columnIndex.ts';

export interface Sums {
  seconds: number;
  arrived: number;
  completed: number;
  failed: number;
  /** Over instances that are there: busy share times seconds, and their seconds. */
  busy: number;
  instanceSeconds: number;
  waiting: number;
  inside: number;
  /** Seconds that all answers took together. */
  took: number;
  hits: number;
  misses: number;
}

const names = ['arrived', 'completed', 'failed', 'utilization', 'queue', 'inside', 'meanResponse', 'hits', 'misses'] as const;

type Columns = Readonly<Record<(typeof names)[number], readonly number[]>> & { readonly node: number };

/** Where a node's numbers stand. */
export function columnsOf(layout: FrameLayout, node: number): Columns {
  const found = Object.fromEntries(names.map((name) => [name, nodeColumns(layout, node, name)]));
  return { ...found, node } as unknown as Columns;
}

const known = new WeakMap<Frame, Map<number, Sums>>();

/** Of one frame; kept as long as the frame is. */
function frameSums(frame: Frame, columns: Columns): Sums {
  const here = known.get(frame) ?? new Map<number, Sums>();
  const found = here.get(columns.node) ?? readFrame(frame, columns);
  here.set(columns.node, found);
  known.set(frame, here);
  return found;
}

function readFrame({ start, end, values }: Frame, columns: Columns): Sums {
  const seconds = end - start;
  const total = (at: readonly number[]) => at.reduce((sum, column) => sum + Math.max(0, values[column]), 0);
  const completed = total(columns.completed);
  const failed = total(columns.failed);
  return {
    seconds,
    arrived: total(columns.arrived),
    completed,
    failed,
    busy: total(columns.utilization) * seconds,
    instanceSeconds: columns.utilization.filter((column) => values[column] >= 0).length * seconds,
    waiting: total(columns.queue) * seconds,
    inside: total(columns.inside) * seconds,
    took: total(columns.meanResponse) * (completed + failed),
    hits: total(columns.hits),
    misses: total(columns.misses),
  };
}

/** Levels are times seconds, counters are counts. */
export function sumsOf(frames: readonly Frame[], columns: Columns): Sums {
  const sums: Sums = {
    seconds: 0,
    arrived: 0,
    completed: 0,
    failed: 0,
    busy: 0,
    instanceSeconds: 0,
    waiting: 0,
    inside: 0,
    took: 0,
    hits: 0,
    misses: 0,
  };
  for (const frame of frames) {
    const one = frameSums(frame, columns);
    for (const name of Object.keys(sums) as (keyof Sums)[]) sums[name] += one[name];
  }
  return sums;
}
