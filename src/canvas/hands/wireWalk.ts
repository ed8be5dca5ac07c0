/** The wires of one card, one after the other: how the keyboard comes to them. Pure. */

import type { Design, DesignLink, Id } from '../../design/design.ts';

export interface WalkedWire {
  link: DesignLink;
  /** The node at its other end. */
  other: Id;
  /** From 1. */
  position: number;
  count: number;
}

/** The wire after `current` among those that leave the node (`out`) or come to it; the first when `current` is none of them. */
export function nextWire(design: Design, node: Id, way: 'out' | 'in', current: Id | null): WalkedWire | null {
  const links = design.links.filter((link) => (way === 'out' ? link.from : link.to) === node);
  if (links.length === 0) return null;
  const index = (links.findIndex((link) => link.id === current) + 1) % links.length;
  const link = links[index];
  return { link, other: way === 'out' ? link.to : link.from, position: index + 1, count: links.length };
}

/** The node at the other end of a wire; null when it is no wire of this node. */
export function otherEnd(design: Design, node: Id, wire: Id): Id | null {
  const link = design.links.find((each) => each.id === wire);
  if (link?.from === node) return link.to;
  return link?.to === node ? link.from : null;
}
