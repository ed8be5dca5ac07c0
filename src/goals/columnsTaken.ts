/** Many values of columns over many frames and instances, made one number. */

import type { Design, Id } from '../design/design.ts';
import type { Column, Frame, FrameLayout } from '../engine/frame.ts';
import type { NodeKind } from '../nodes/specs.ts';
import { nodeColumns } from '../runner/columnIndex.ts';
import { totalOf } from '../runner/columns.ts';
import { specAt } from '../runner/roles.ts';
import type { Measure, Take } from './goal.ts';
import { idsOf } from './parts.ts';
import type { RunSoFar } from './situation.ts';

type OfPart = Extract<Measure, { of: 'part' }>;

/**
 * `hitRatio` is no column but found over looked up, which no mean of columns gives.
 * @param frames of the stretch; at least one
 */
export function partNumber(asked: OfPart, design: Design, run: RunSoFar, frames: readonly Frame[]): number | null {
  const { parts, column, take, instance, unknown } = asked;
  const nodes = idsOf(design, parts).map((id) => run.plan.nodes.findIndex((node) => node.id === id));
  const columns = (metric: string) =>
    nodes
      .flatMap((node) => nodeColumns(run.layout, node, metric))
      .filter((at) => instance === undefined || run.layout.columns[at].instance === instance);
  if (column === 'hitRatio') {
    const hits = totalOf(frames, columns('hits'));
    const all = hits + totalOf(frames, columns('misses'));
    return all === 0 ? null : hits / all;
  }
  const wanted = columns(column);
  return unknown !== undefined && nodes.length > 0 && wanted.length === 0 ? unknown : taken(take, run.layout, frames, wanted);
}

/** A value of -1 is no value: an instance that is not there, a share of nothing. */
const isThere = (value: number): boolean => value >= 0;

/**
 * - `sum`: over frames and instances.
 * - `mean`: of counters the number a second, all instances together; of levels and gauges the mean over time and over the instances there.
 * - `most`, `least`: one value of one instance in one frame.
 * - `last`: of the newest frame, counters and levels summed over instances, gauges their mean.
 */
export function taken(take: Take, layout: FrameLayout, frames: readonly Frame[], columns: readonly number[]): number | null {
  if (columns.length === 0) return null;
  const isForm = (form: Column['form']) => layout.columns[columns[0]].form === form;
  switch (take) {
    case 'sum':
      return totalOf(frames, columns);
    case 'mean':
      return isForm('counter') ? totalOf(frames, columns) / (frames.at(-1)!.end - frames[0].start) : meanOver(frames, columns);
    case 'last':
      return isForm('gauge') ? meanOver(frames.slice(-1), columns) : totalOf(frames.slice(-1), columns);
    case 'most':
    case 'least': {
      const values = frames.flatMap((frame) => columns.map((at) => frame.values[at]).filter(isThere));
      if (values.length === 0) return null;
      return values.reduce((a, b) => (take === 'most' ? Math.max(a, b) : Math.min(a, b)));
    }
  }
}

function meanOver(frames: readonly Frame[], columns: readonly number[]): number | null {
  let area = 0;
  let seconds = 0;
  for (const frame of frames) {
    for (const at of columns) {
      if (!isThere(frame.values[at])) continue;
      area += frame.values[at] * (frame.end - frame.start);
      seconds += frame.end - frame.start;
    }
  }
  return seconds === 0 ? null : area / seconds;
}

export interface Busiest {
  id: Id;
  instance: number;
  /** Mean utilization of that instance, 0 to 1. */
  busy: number;
}

/** The instance that worked most, of all parts but users and those of `except`; null where nothing works. */
export function busiestOf(
  { plan, layout }: Pick<RunSoFar, 'plan' | 'layout'>,
  frames: readonly Frame[],
  except: readonly NodeKind[] = [],
): Busiest | null {
  let best: Busiest | null = null;
  for (const [node, { id, kind }] of plan.nodes.entries()) {
    const spec = specAt(kind);
    if (spec.role === 'source' || (except as readonly string[]).includes(spec.kind)) continue;
    for (const column of nodeColumns(layout, node, 'utilization')) {
      const busy = meanOver(frames, [column]);
      if (busy !== null && busy > (best?.busy ?? -1)) best = { id, instance: Math.max(0, layout.columns[column].instance), busy };
    }
  }
  return best;
}
