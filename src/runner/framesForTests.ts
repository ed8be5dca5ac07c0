/** Frames written by hand, for tests that add up, hash or tell stories from them. */

import {
  type Column,
  completedColumn,
  type Frame,
  type FrameLayout,
  failedColumn,
  type Note,
  offeredColumn,
  runColumns,
} from '../engine/frame.ts';
import { outcomes, type Plan, requestClasses } from '../engine/plan.ts';

const common = ['arrived', 'completed', 'failed', 'utilization', 'queue', 'inside'];

/** A layout as a run makes it: the run's columns, then per node the common ones of every slot and `own` ones of slot 0 to n. */
export function layoutFor(plan: Plan, own: Readonly<Record<number, readonly string[]>> = {}): FrameLayout {
  const columns: Column[] = [];
  const run = (metric: string) => columns.push({ scope: 'run', node: -1, instance: -1, metric, form: 'counter' });
  for (const c of requestClasses) {
    run(offeredColumn(c));
    run(completedColumn(c));
    for (const reason of outcomes.slice(1)) run(failedColumn(c, reason));
  }
  for (const name of runColumns) run(name);
  for (const [node, { slots }] of plan.nodes.entries()) {
    for (let instance = 0; instance < slots; instance++) {
      for (const metric of [...common, ...(own[node] ?? [])]) columns.push({ scope: 'instance', node, instance, metric, form: 'counter' });
    }
  }
  return { columns };
}

/** A frame of one second with these numbers, keyed `metric` for the run and `node/instance/metric` for parts; the rest are 0. */
export function frameOf(
  layout: FrameLayout,
  index: number,
  numbers: Readonly<Record<string, number>>,
  latency: readonly number[] = [],
): Frame {
  const values = new Float64Array(layout.columns.length);
  for (const [key, value] of Object.entries(numbers)) {
    const at = layout.columns.findIndex((c) => (c.scope === 'run' ? c.metric : `${c.node}/${c.instance}/${c.metric}`) === key);
    if (at < 0) throw new Error(`no column ${key}`);
    values[at] = value;
  }
  return { index, start: index, end: index + 1, values, latency: Uint32Array.from(latency) };
}

export const noteOf = (time: number, code: Note['code'], node: number, instance = -1, value = 0): Note => ({
  time,
  code,
  node,
  instance,
  value,
});
