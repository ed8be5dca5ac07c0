/** What charts call parts, instances and events, in the sitting's language. */

import { useMemo } from 'react';
import type { Note } from '../engine/frame.ts';
import type { Text } from '../i18n/text.ts';
import { useDesign, useRun } from '../store/hooks.ts';
import { formatCount, formatNumber } from '../ui/format.ts';
import type { Mark } from './marks.ts';

/** Labels of the plan's nodes, in plan order; a part that has been deleted since keeps its id. */
export function useNodeLabels(): readonly string[] {
  const index = useRun((state) => state.index);
  const nodes = useDesign((state) => state.design.nodes);
  return useMemo(() => index?.nodes.map(({ id }) => nodes.find((node) => node.id === id)?.label ?? id) ?? [], [index, nodes]);
}

/** "web #2", "web #1, 3", "web", or "the system" for what happened to no part in particular. */
function whoOf(t: Text, labels: readonly string[], { node, instances }: Pick<Mark, 'node' | 'instances'>): string {
  const label = labels[node];
  if (label === undefined) return t.charts.system;
  if (instances.length === 0) return label;
  return t.charts.someInstances(label, instances.map((i) => i + 1).join(', '));
}

const markValue = (code: Note['code'], value: number): string => (code === 'slow' ? formatNumber(value, 'x') : formatCount(value));

export function markWords(t: Text, labels: readonly string[], mark: Mark): string {
  return t.charts.marks[mark.code](whoOf(t, labels, mark), markValue(mark.code, mark.value));
}
