/** Where a metric stands in a frame. Looked up once per layout, not once per frame. */

import type { Column, FrameLayout } from '../engine/frame.ts';

const indices = new WeakMap<FrameLayout, ReadonlyMap<string, number>>();

const keyOf = (node: number, instance: number, metric: string): string => `${node}/${instance}/${metric}`;

function indexOf(layout: FrameLayout): ReadonlyMap<string, number> {
  const known = indices.get(layout);
  if (known) return known;
  const made = new Map(layout.columns.map((c: Column, i) => [keyOf(c.node, c.instance, c.metric), i]));
  indices.set(layout, made);
  return made;
}

/** Column of the whole run; -1 when the layout has none of that name. */
export function runColumn(layout: FrameLayout, metric: string): number {
  return indexOf(layout).get(keyOf(-1, -1, metric)) ?? -1;
}

export function nodeColumn(layout: FrameLayout, node: number, metric: string): number {
  return indexOf(layout).get(keyOf(node, -1, metric)) ?? -1;
}

export function instanceColumn(layout: FrameLayout, node: number, instance: number, metric: string): number {
  return indexOf(layout).get(keyOf(node, instance, metric)) ?? -1;
}
