/** Where a metric stands in a frame. Looked up once per layout, not once per frame. */

import type { Column, FrameLayout } from '../engine/frame.ts';

/** What somebody needs to know of a layout, found out once: names are looked up neither per frame nor per look at one. */
export function oncePerLayout<T>(make: (layout: FrameLayout) => T): (layout: FrameLayout) => T {
  const known = new WeakMap<FrameLayout, { made: T }>();
  return (layout) => {
    const before = known.get(layout);
    if (before) return before.made;
    const made = make(layout);
    known.set(layout, { made });
    return made;
  };
}

const none: readonly number[] = [];

const keyOf = (node: number, instance: number, metric: string): string => `${node}/${instance}/${metric}`;

const indexOf = oncePerLayout(({ columns }) => new Map(columns.map((c: Column, i) => [keyOf(c.node, c.instance, c.metric), i])));

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

/** Columns of one metric of a node, its instances in order; empty when the kind does not keep it. */
export function nodeColumns(layout: FrameLayout, node: number, metric: string): readonly number[] {
  return groupsOf(layout).get(`${node}/${metric}`) ?? none;
}

/** A summary asks for every metric of every node: with 200 parts, looking through all columns each time took a second. */
const groupsOf = oncePerLayout(({ columns }): ReadonlyMap<string, readonly number[]> => {
  const made = new Map<string, number[]>();
  for (const [at, { scope, node, metric }] of columns.entries()) {
    if (scope === 'run') continue;
    const key = `${node}/${metric}`;
    const group = made.get(key);
    if (group) group.push(at);
    else made.set(key, [at]);
  }
  return made;
});
