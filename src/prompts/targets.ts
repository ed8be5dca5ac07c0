/** Which parts of a design that nobody has seen yet a prompt means: found by what they are and by how much they are called. Pure. */

import type { Design, DesignNode, Id } from '../design/design.ts';
import { setSeconds } from '../design/edits.ts';
import type { Parts } from '../goals/goal.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { nodeColumns } from '../runner/columnIndex.ts';
import { totalOf } from '../runner/columns.ts';
import { compile } from '../runner/compile.ts';
import { runHeadless } from '../runner/headless.ts';
import type { Target } from './prompt.ts';

/** Calls that arrived at each part, by its id. */
export type Calls = ReadonlyMap<Id, number>;

/** Simulated seconds of peace that tell busy parts from others: caches are warm enough by then to keep load off what stands behind. */
const watchedSeconds = 20;

/** Plays the beginning of a design in peace and counts; empty when it cannot run. */
export function callsOf(design: Design): Calls {
  const { plan } = compile({ ...setSeconds(design, watchedSeconds), scenario: [] });
  if (plan === null) return new Map();
  const { layout, frames } = runHeadless(plan, behaviors);
  return new Map(plan.nodes.map(({ id }, node) => [id, totalOf(frames, nodeColumns(layout, node, 'arrived'))]));
}

/** Parts by their id or their kinds, in the design's order. */
export const partsOf = ({ nodes }: Design, parts: Parts): DesignNode[] =>
  nodes.filter(({ id, kind }) => (typeof parts === 'string' ? id === parts : parts.kinds.includes(kind)));

/**
 * Ids of the parts a target means; none where there is no such part.
 * @param calls asked only where there is a choice
 */
export function targetsOf(design: Design, { kinds, pick }: Target | Omit<Target, 'instance'>, calls: () => Calls): Id[] {
  const found = partsOf(design, { kinds }).map(({ id }) => id);
  if (found.length <= 1 || pick === 'all') return found;
  return [pick === 'first' ? found.reduce((a, b) => (b < a ? b : a)) : busiestOf(found, calls())];
}

/** Of equally busy ones the first. */
export const busiestOf = (ids: readonly Id[], calls: Calls): Id =>
  ids.reduce((a, b) => ((calls.get(b) ?? 0) > (calls.get(a) ?? 0) ? b : a));
