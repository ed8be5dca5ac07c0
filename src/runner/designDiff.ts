/** What differs between two designs of one origin, in the design's words. Places and labels mean nothing to a run and are left out. Pure. */

import type { Design, DesignLink, DesignNode, Id } from '../design/design.ts';
import { type Change, changesBetween } from './changes.ts';

export interface DesignDiff {
  /** Parts and wires that only B has, and that only A has. */
  added: { nodes: readonly DesignNode[]; links: readonly DesignLink[] };
  removed: { nodes: readonly DesignNode[]; links: readonly DesignLink[] };
  /** Settings of what both have, as B has them. */
  changes: readonly Change[];
  /** Ids of parts and wires that are marked where they stand: in A those removed or changed, in B those added or changed. */
  marked: readonly [ReadonlySet<Id>, ReadonlySet<Id>];
  /** Whether hardly anything is common: then they are two designs, and a list of differences says nothing. */
  isOther: boolean;
}

const without = <T extends { id: Id }>(parts: readonly T[], others: readonly { id: Id }[]): T[] => {
  const known = new Set(others.map(({ id }) => id));
  return parts.filter(({ id }) => !known.has(id));
};

export function diffOf(a: Design, b: Design): DesignDiff {
  const kinds = new Map(a.nodes.map(({ id, kind }) => [id, kind]));
  // the same id for another kind is another part
  const nodesOfB = b.nodes.map((node) => (kinds.has(node.id) && kinds.get(node.id) !== node.kind ? { ...node, id: `${node.id}~` } : node));
  const endsOf = new Map(a.links.map(({ id, from, to }) => [id, `${from} ${to}`]));
  const isSameWire = ({ id, from, to }: DesignLink) => endsOf.get(id) === `${from} ${to}`;
  const linksOfB = b.links.map((link) => (endsOf.has(link.id) && !isSameWire(link) ? { ...link, id: `${link.id}~` } : link));
  const renamed = { ...b, nodes: nodesOfB, links: linksOfB };
  const added = { nodes: without(nodesOfB, a.nodes), links: without(linksOfB, a.links) };
  const removed = { nodes: without(a.nodes, nodesOfB), links: without(a.links, linksOfB) };
  const changes = changesBetween(a, renamed);
  const changed = changes.flatMap((change) => ('node' in change ? [change.node] : 'link' in change ? [change.link] : []));
  const idsOf = ({ nodes, links }: { nodes: readonly { id: Id }[]; links: readonly { id: Id }[] }) =>
    [...nodes, ...links].map(({ id }) => id.replace(/~$/, ''));
  const common = nodesOfB.length - added.nodes.length;
  return {
    added,
    removed,
    changes,
    marked: [new Set([...idsOf(removed), ...changed]), new Set([...idsOf(added), ...changed])],
    isOther: common * 2 < Math.max(a.nodes.length, b.nodes.length),
  };
}
