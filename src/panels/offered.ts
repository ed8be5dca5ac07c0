/** How many requests the users of a design send. */

import type { Design } from '../design/design.ts';
import { sourcesOf } from '../design/wires.ts';
import { type FrameLayout, offeredColumn } from '../engine/frame.ts';
import { requestClasses } from '../engine/plan.ts';
import { perSecondOf } from '../nodes/users/asked.ts';
import { useRun } from '../store/hooks.ts';
import type { RunState } from '../store/runStore.ts';

/** All populations together, while the arrival shape and the traffic stand at 1. */
export function ratePerSecondOf(design: Design): number {
  return sourcesOf(design).reduce((sum, node) => sum + perSecondOf(node.params), 0);
}

const columnsByLayout = new WeakMap<FrameLayout, readonly number[]>();

function offeredColumns(layout: FrameLayout): readonly number[] {
  const known = columnsByLayout.get(layout);
  if (known) return known;
  const names = new Set(requestClasses.map(offeredColumn));
  const columns = layout.columns.flatMap((column, at) => (column.scope === 'run' && names.has(column.metric) ? [at] : []));
  columnsByLayout.set(layout, columns);
  return columns;
}

function offeredNow({ layout, frames }: RunState): number {
  const frame = frames.at(-1);
  if (!layout || !frame || frame.end <= frame.start) return -1;
  const count = offeredColumns(layout).reduce((sum, column) => sum + Math.max(0, frame.values[column]), 0);
  return count / (frame.end - frame.start);
}

/** Requests per second in the newest frame; -1 before there is one. */
export function useOfferedNow(): number {
  return useRun(offeredNow);
}
