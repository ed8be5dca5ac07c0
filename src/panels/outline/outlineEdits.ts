/** What the outline does to a design: the same edits as the canvas makes, with a place found for what has none. One undo step each. */

import { boxOf, cardHeight, cardWidth, grid } from '../../canvas/cardGeometry.ts';
import { freeSpot } from '../../canvas/freeSpot.ts';
import { named } from '../../canvas/named.ts';
import type { Design, DesignNode, Id } from '../../design/design.ts';
import { addGroup, addNode, connect, moveParts, type Point, removeParts, setGroupOf } from '../../design/edits.ts';
import type { NodeKind } from '../../nodes/specs.ts';
import { designStore } from '../../store/designStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';

/** From one column of cards to the next. */
const column = cardWidth + 9 * grid;

/** A free place for a card near a point, with air to all the others. */
function placeNear(design: Design, at: Point, but: Id | null = null): Point {
  const taken = design.nodes.filter(({ id }) => id !== but).map(boxOf);
  return freeSpot(taken, { ...at, width: cardWidth, height: cardHeight });
}

/** To the right of everything that is drawn. */
function beyond(design: Design, but: Id | null = null): Point {
  const boxes = [...design.nodes.filter(({ id }) => id !== but).map(boxOf), ...design.groups];
  if (boxes.length === 0) return { x: 0, y: 0 };
  return { x: Math.max(...boxes.map(({ x, width }) => x + width)) + 9 * grid, y: Math.min(...boxes.map(({ y }) => y)) };
}

/** Adds a part, to the right of the one that is to call it, in its region and wired; selects it. Null when nothing was added. */
export function addPart(kind: NodeKind, callerId: Id | null): DesignNode | null {
  const { design: before, edit } = designStore.getState();
  edit('addNode', (design) => {
    const caller = design.nodes.find(({ id }) => id === callerId);
    const at = placeNear(design, caller ? { x: caller.x + column, y: caller.y } : beyond(design));
    const added = named(addNode(design, kind, at, { group: caller?.group ?? null }), 'node');
    const node = added.nodes.at(-1);
    return caller && node ? connect(added, caller.id, node.id) : added;
  });
  const { design } = designStore.getState();
  const node = design === before ? null : (design.nodes.at(-1) ?? null);
  if (node) sessionStore.getState().select({ nodes: [node.id] });
  return node;
}

/** Puts a part into a group, or out of all: on the canvas, too, it stands there. Returns false where nothing was changed. */
export function moveToGroup(nodeId: Id, groupId: Id | null): boolean {
  return designStore.getState().edit('move', (design) => {
    const group = design.groups.find(({ id }) => id === groupId);
    const middle = group && { x: group.x + (group.width - cardWidth) / 2, y: group.y + (group.height - cardHeight) / 2 };
    const at = placeNear(design, middle ?? beyond(design, nodeId), nodeId);
    return setGroupOf(moveParts(design, [{ id: nodeId, ...at }]), [nodeId], groupId);
  });
}

/** @returns false where nothing was changed: an assignment may keep a wire */
export function disconnect(linkId: Id): boolean {
  return designStore.getState().edit('remove', (design) => removeParts(design, { links: [linkId] }));
}

/** Adds a region beside all that is drawn and selects it. Returns its name. */
export function addRegion(): string | undefined {
  designStore.getState().edit('addGroup', (design) => named(addGroup(design, beyond(design)), 'group'));
  const group = designStore.getState().design.groups.at(-1);
  if (group) sessionStore.getState().select({ groups: [group.id] });
  return group?.label;
}
