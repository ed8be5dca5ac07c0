/**
 * What hands have placed in this sitting, by drag or by keys, and where. It is remembered by the place: whoever undoes a move, or
 * lets everything be tidied, has let go of it. Not in the design, because a link should not carry who nudged what.
 */

import type { Design, Id } from '../design/design.ts';

const places = new Map<Id, { x: number; y: number }>();

/** Parts were put where they stand now. `carried` went along: what of them was placed before stays so. */
export function notePlaced(design: Design, moved: readonly Id[], carried: readonly Id[]): void {
  for (const part of [...design.nodes, ...design.groups]) {
    if (moved.includes(part.id) || (carried.includes(part.id) && places.has(part.id))) places.set(part.id, { x: part.x, y: part.y });
  }
}

/** Nodes and groups that stand where hands put them last. */
export function placedByHand(design: Design): ReadonlySet<Id> {
  const isThere = ({ id, x, y }: { id: Id; x: number; y: number }): boolean => places.get(id)?.x === x && places.get(id)?.y === y;
  return new Set([...design.nodes, ...design.groups].filter(isThere).map(({ id }) => id));
}

/** Another document, or everything tidied. */
export const forgetPlaced = (): void => places.clear();
