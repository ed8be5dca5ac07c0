/** Of which parts the page may show the insides. Pure. */

import type { Design, Id } from './design.ts';
import { settingsOf } from './settingFields.ts';
import { isOperator, specOf } from './wires.ts';

/**
 * Null: of all. Where a design shows only what its tools see: of the users, because they tell; of the tools; and of the parts that a
 * monitor is wired to.
 */
export function seenParts(design: Design): ReadonlySet<Id> | null {
  if (!design.settings || !settingsOf(design).onlyMyTools) return null;
  // asked by every card of every drawing
  const known = seenBy.get(design) ?? watchedParts(design);
  seenBy.set(design, known);
  return known;
}

const seenBy = new WeakMap<Design, ReadonlySet<Id>>();

function watchedParts(design: Design): ReadonlySet<Id> {
  const monitors = new Set(design.nodes.filter(({ kind }) => specOf(kind).shows === 'metrics').map(({ id }) => id));
  const open = design.nodes.filter(({ kind }) => specOf(kind).role === 'source' || isOperator(kind)).map(({ id }) => id);
  return new Set([...open, ...design.links.filter(({ from }) => monitors.has(from)).map(({ to }) => to)]);
}

export const isSeen = (seen: ReadonlySet<Id> | null, node: Id): boolean => seen === null || seen.has(node);
