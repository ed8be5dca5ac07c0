/** Which parts of a design that nobody has seen yet a prompt means: found by what they are and by how much they are called. Pure. */

import type { Design, DesignNode, Id } from '../design/design.ts';
import type { Parts } from '../goals/goal.ts';
import type { Target } from './prompt.ts';

/** Calls that arrived at each part, by its id. */
export type Calls = ReadonlyMap<Id, number>;

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
