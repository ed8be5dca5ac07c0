/** Which part the load chart shows, and which of its measures: what was chosen, else what is selected, else the first that tells something. */

import type { Design } from '../design/design.ts';
import { isSeen, seenParts } from '../design/sight.ts';
import type { FrameLayout } from '../engine/frame.ts';
import { specs } from '../nodes/specs.ts';
import type { PlanIndex } from '../store/runStore.ts';
import { type MeasureName, measuresOf } from './load.ts';

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
