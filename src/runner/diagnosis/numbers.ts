/** One part in one frame, by the names of its metrics, as kinds read themselves (`nodes/strain.ts`). */

import type { Frame, FrameLayout } from '../../engine/frame.ts';
import type { Numbers } from '../../nodes/strain.ts';
import type { Values } from '../../schema/fields.ts';

type Columns = ReadonlyMap<string, readonly { instance: number; at: number }[]>;

const known = new WeakMap<FrameLayout, readonly Columns[]>();

/** Columns of every part by metric, and of every wire; found once for a layout. */
function columnsOf(layout: FrameLayout): readonly Columns[] {
  const before = known.get(layout);
  if (before) return before;
  const nodes: Map<string, { instance: number; at: number }[]>[] = [];
  for (const [at, { node, instance, metric }] of layout.columns.entries()) {
    if (node < 0) continue;
    nodes[node] ??= new Map();
    const columns = nodes[node].get(metric);
    if (columns) columns.push({ instance: Math.max(0, instance), at });
    else nodes[node].set(metric, [{ instance: Math.max(0, instance), at }]);
  }
  known.set(layout, nodes);
  return nodes;
}

/**
 * @param node plan index
 * @returns what the part measured in the frame; metrics it does not keep are empty and sum up to 0
 */
export function numbersOf(layout: FrameLayout, frame: Frame, node: number, params: Values): Numbers {
  const columns = columnsOf(layout)[node];
  const seconds = Math.max(frame.end - frame.start, 1e-9);
  const each = (metric: string) =>
    (columns?.get(metric) ?? []).map(({ instance, at }) => ({ instance, value: frame.values[at] })).filter(({ value }) => value >= 0);
  const sum = (metric: string) => each(metric).reduce((total, { value }) => total + value, 0);
  return { params, each, sum, perSecond: (metric) => sum(metric) / seconds };
}

const linkColumns = new WeakMap<FrameLayout, ReadonlyMap<string, number>>();

/** A metric of a wire with a policy; 0 for wires without. @param link plan index */
export function ofWire(layout: FrameLayout, frame: Frame, link: number, metric: string): number {
  let columns = linkColumns.get(layout);
  if (!columns) {
    columns = new Map(layout.columns.flatMap((c, at) => (c.link === undefined ? [] : [[`${c.link} ${c.metric}`, at] as const])));
    linkColumns.set(layout, columns);
  }
  const at = columns.get(`${link} ${metric}`);
  return at === undefined ? 0 : Math.max(0, frame.values[at]);
}
