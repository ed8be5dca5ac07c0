/** What charts call parts, instances and events, in the sitting's language. */

import { useMemo } from 'react';
import { specOf } from '../design/wires.ts';
import type { NoteCode } from '../engine/frame.ts';
import { faultText, fieldWords } from '../i18n/fieldWords.ts';
import { useTextIfThere } from '../i18n/lateText.ts';
import { type Text, useText } from '../i18n/text.ts';
import { faultNamed, linkFaults } from '../schema/faults.ts';
import { useDesign, useRun } from '../store/hooks.ts';
import { formatCount, formatDuration, formatNumber, formatShare } from '../ui/format.ts';
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

/** Shares, factors and times as such. */
const markValue = (code: NoteCode, value: number, t: Text): string =>
  code === 'slow'
    ? formatNumber(value, 'x')
    : code === 'alert-errors' || code === 'alert-cpu'
      ? formatShare(value)
      : code === 'alert-latency' || code === 'alert-over' || code === 'human-acts' || code === 'rewound'
        ? formatDuration(value, t.common.duration)
        : code === 'alert-burn'
          ? formatNumber(value, 'x')
          : formatCount(value);

/** What the fault of a mark is called; a plain word until the words of faults have been fetched. */
export type FaultNames = (mark: Pick<Mark, 'node' | 'fault' | 'link'>) => string;

export function useFaultNames(): FaultNames {
  const words = useTextIfThere(fieldWords);
  const unnamed = useText().charts.fault;
  const index = useRun((state) => state.index);
  const nodes = useDesign((state) => state.design.nodes);
  return useMemo(
    () => (mark) => {
      if (!words || mark.fault === undefined) return unnamed;
      if (mark.link !== undefined) return faultText(words, null, Object.keys(linkFaults)[mark.fault]).label;
      const kind = nodes.find(({ id }) => id === index?.nodes[mark.node]?.id)?.kind;
      const name = kind && faultNamed(specOf(kind), mark.fault);
      return kind && name ? faultText(words, kind, name).label : unnamed;
    },
    [words, unnamed, index, nodes],
  );
}

export function markWords(t: Text, labels: readonly string[], mark: Mark, faultNames: FaultNames): string {
  const value = mark.fault !== undefined ? faultNames(mark) : markValue(mark.code, mark.value, t);
  return t.charts.marks[mark.code](whoOf(t, labels, mark), value);
}
