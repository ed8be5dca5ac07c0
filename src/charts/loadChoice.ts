/** Which part the load chart shows, and which of its measures: what was chosen, else what is selected, else the busiest. */

import { createStore } from 'zustand/vanilla';
import type { Design } from '../design/design.ts';
import { isSeen, seenParts } from '../design/sight.ts';
import type { FrameLayout } from '../engine/frame.ts';
import { specs } from '../nodes/specs.ts';
import type { Bucket } from '../runner/buckets.ts';
import type { PlanIndex } from '../store/runStore.ts';
import { type MeasureName, measuresOf } from './load.ts';
import type { Line } from './series.ts';

export interface LoadPart {
  /** Plan index. */
  node: number;
  id: string;
  label: string;
  /** As the design has it now. */
  instances: number;
  /** Whether people choose how many instances it has. */
  isScalable: boolean;
  measures: readonly MeasureName[];
  /** Of several parts that share rows of data: which, a row each. */
  members?: readonly { node: number; id: string; label: string }[];
}

/** Parts that carry load, in plan order: users only send it. */
export function partsOf(design: Design, index: PlanIndex, layout: FrameLayout): readonly LoadPart[] {
  const seen = seenParts(design);
  return index.nodes.flatMap(({ id }, node) => {
    const placed = design.nodes.find((other) => other.id === id);
    if (!placed) return [];
    const spec = specs[placed.kind];
    const measures = measuresOf(layout, node);
    if (spec.role === 'source' || measures.length === 0 || !isSeen(seen, id)) return [];
    const counted = spec.instancesField === null ? 0 : Number(placed.params[spec.instancesField]);
    return [
      { node, id, label: placed.label, instances: counted + spec.extraInstances, isScalable: spec.instancesField !== null, measures },
    ];
  });
}

/**
 * Parts among which one divides the rows of its data, as one: how evenly it does is seen beside each other, not one by one.
 * @param parts those that can be seen
 */
export function shardsOf({ nodes, links }: Design, parts: readonly LoadPart[]): readonly LoadPart[] {
  return nodes.flatMap(({ id, kind }): LoadPart[] => {
    if (specs[kind].shows !== 'shards') return [];
    const callees = links.flatMap(({ from, to }) => (from === id ? [to] : []));
    const members = parts.filter((part) => callees.includes(part.id));
    if (members.length < 2) return [];
    const measures = members[0].measures.filter((name) => members.every((member) => member.measures.includes(name)));
    if (measures.length === 0) return [];
    const label = `${members[0].label} … ${members.at(-1)?.label}`;
    return [{ node: -1, id: `shards of ${id}`, label, instances: members.length, isScalable: false, measures, members }];
  });
}

/** The parts that the busiest is one of, if it is one of several that share rows. */
export const withSiblings = (groups: readonly LoadPart[], busiest: string | undefined): string | undefined =>
  groups.find(({ members }) => members?.some(({ id }) => id === busiest))?.id ?? busiest;

/** What people chose to see, for as long as the page stands: closing the chart and opening it again is no change of mind. */
export const loadChosen = createStore<{ part: { id: string; during: readonly string[] } | null; measure: MeasureName | null }>()(() => ({
  part: null,
  measure: null,
}));

/** The newest intervals by which a part is called the busiest, and by how much another must be busier to take its place: a chart that hops is not read. */
const lookBack = 30;
const clearlyMore = 0.1;

/** Mean over the newest intervals of how busy the busiest instance of a part was; null where that is not measured. */
export function busyShare(line: Line | null, list: readonly Bucket[]): number | null {
  if (!line) return null;
  let [sum, seconds] = [0, 0];
  for (let i = Math.max(0, list.length - lookBack); i < list.length; i++) {
    const value = line.value(list[i], list, i);
    if (value === null) continue;
    const lasted = list[i].end - list[i].start;
    sum += value * lasted;
    seconds += lasted;
  }
  return seconds > 0 ? sum / seconds : null;
}

/** @param before the id of the one that was it until now */
export function busiestOf(busy: readonly { id: string; share: number | null }[], before: string | undefined): string | undefined {
  const known = busy.flatMap(({ id, share }) => (share === null ? [] : [{ id, share }]));
  const most = known.reduce<(typeof known)[number] | undefined>((best, one) => (best && best.share >= one.share ? best : one), undefined);
  const last = known.find(({ id }) => id === before);
  return most && last && most.share - last.share < clearlyMore ? last.id : most?.id;
}

/** Without a wish, the part with most instances among those whose number is chosen: it says most at first sight. */
export function choosePart(parts: readonly LoadPart[], wanted: readonly (string | undefined)[]): LoadPart | undefined {
  for (const id of wanted) {
    const part = parts.find((other) => other.id === id);
    if (part) return part;
  }
  const scalable = parts.filter((part) => part.isScalable);
  const candidates = scalable.length > 0 ? scalable : parts;
  return candidates.reduce<LoadPart | undefined>((best, part) => (best && best.instances >= part.instances ? best : part), undefined);
}
