/** A design in reading order: region, then what stands in it, then parts from those who ask to those who answer. Pure. */

import type { Design, DesignGroup, DesignLink, DesignNode, Id, RegionId } from '../../design/design.ts';
import { leadingLinks, startsOf } from '../../design/wires.ts';

export interface OutlinePart {
  node: DesignNode;
  /** Who calls it, and the wires over which it calls others. */
  receivesFrom: readonly DesignNode[];
  out: readonly DesignLink[];
}

export interface OutlineGroup {
  group: DesignGroup;
  parts: readonly OutlinePart[];
}

export interface OutlineRegion {
  region: RegionId;
  groups: readonly OutlineGroup[];
}

export interface OutlineTree {
  regions: readonly OutlineRegion[];
  /** What stands in no group, users mostly. */
  outside: readonly OutlinePart[];
}

/** Regions by their first part in reading order, empty ones last. */
export function outlineTree(design: Design): OutlineTree {
  const order = readingOrder(design);
  const partsIn = (group: Id | null): OutlinePart[] => order.filter((node) => node.group === group).map((node) => partOf(design, node));
  const firstIn = new Map<Id, number>();
  order.forEach(({ group }, at) => {
    if (group !== null && !firstIn.has(group)) firstIn.set(group, at);
  });
  const placeOf = ({ id }: DesignGroup): number => firstIn.get(id) ?? order.length;
  const groups = [...design.groups].sort((a, b) => placeOf(a) - placeOf(b));
  const regions = [...new Set(groups.map(({ region }) => region))].map((region) => ({
    region,
    groups: groups.filter((group) => group.region === region).map((group) => ({ group, parts: partsIn(group.id) })),
  }));
  const known = new Set(design.groups.map(({ id }) => id));
  const outside = order.filter(({ group }) => group === null || !known.has(group)).map((node) => partOf(design, node));
  return { regions, outside };
}

function partOf(design: Design, node: DesignNode): OutlinePart {
  const callers = new Set(design.links.filter(({ to }) => to === node.id).map(({ from }) => from));
  return {
    node,
    receivesFrom: design.nodes.filter(({ id }) => callers.has(id)),
    out: design.links.filter(({ from }) => from === node.id),
  };
}

/** As requests travel: from where they begin, breadth first; what nothing reaches comes last, as it was drawn. */
function readingOrder(design: Design): DesignNode[] {
  const byId = new Map(design.nodes.map((node) => [node.id, node]));
  const links = leadingLinks(design);
  const order = new Set(startsOf(design));
  // a Set hands out what is added while it is walked
  for (const { id } of order) {
    for (const { from, to } of links) {
      const callee = from === id ? byId.get(to) : undefined;
      if (callee) order.add(callee);
    }
  }
  return [...order, ...design.nodes.filter((node) => !order.has(node))];
}
