/** Groups that stand in groups. A design says it by where they stand: a frame wholly within another belongs to it. Pure. */

import type { Design, DesignGroup, Id } from './design.ts';

interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Whether `inner` lies wholly in `outer`. */
export function liesIn(inner: Frame, outer: Frame): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** The group that a group stands in: the smallest around it. Of two with the very same frame the later one stands in the earlier. */
export function groupAround(design: Pick<Design, 'groups'>, id: Id): DesignGroup | null {
  const index = design.groups.findIndex((group) => group.id === id);
  const own = design.groups[index];
  if (!own) return null;
  let best: DesignGroup | null = null;
  design.groups.forEach((group, i) => {
    if (group === own || !liesIn(own, group) || (liesIn(group, own) && i > index)) return;
    if (!best || group.width * group.height <= best.width * best.height) best = group;
  });
  return best;
}

/** All groups that stand in one of these, at any depth; these themselves are not among them. */
export function groupsWithin(design: Pick<Design, 'groups'>, outer: readonly Id[]): Id[] {
  const found = new Set<Id>();
  const around = new Map(design.groups.map((group) => [group.id, groupAround(design, group.id)?.id ?? null]));
  for (const group of design.groups) {
    const seen = new Set<Id>();
    for (let at = around.get(group.id) ?? null; at !== null && !seen.has(at); at = around.get(at) ?? null) {
      seen.add(at);
      if (outer.includes(at) && !outer.includes(group.id)) found.add(group.id);
    }
  }
  return [...found];
}
