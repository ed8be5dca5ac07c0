/** Putting new parts on the canvas: by click or Enter in the palette, by dragging from it, by clicking the place. */

import type { Design, Id } from '../design/design.ts';
import { addGroup, addNode, groupAt, moveParts, setGroupOf } from '../design/edits.ts';
import type { NodeKind } from '../nodes/specs.ts';
import { designStore } from '../store/designStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { boxOf, snapped } from './cardGeometry.ts';
import { freeSpot } from './freeSpot.ts';
import { named } from './named.ts';
import { focusNode, viewCentre } from './viewport.ts';

export type Placeable = NodeKind | 'region';

interface Point {
  x: number;
  y: number;
}

/** Adds a part with its middle at a canvas point, selects it, and leaves the place tool. One undo step. */
export function placeAt(kind: Placeable, middle: Point): void {
  if (kind === 'region') placeRegion(middle);
  else placeNode(kind, (_design, box) => ({ x: snapped(middle.x - box.width / 2), y: snapped(middle.y - box.height / 2) }));
  sessionStore.getState().set({ tool: { name: 'select' } });
}

/** Adds a part near the middle of what is seen, where no other stands. */
export function placeAtCentre(kind: Placeable): void {
  const middle = viewCentre();
  if (kind === 'region') placeRegion(middle);
  else {
    placeNode(kind, (design, box) =>
      freeSpot(design.nodes.filter((node) => node.id !== box.id).map(boxOf), {
        ...box,
        x: middle.x - box.width / 2,
        y: middle.y - box.height / 2,
      }),
    );
  }
  sessionStore.getState().set({ tool: { name: 'select' } });
}

function placeNode(
  kind: NodeKind,
  spot: (design: Design, box: { id: Id; x: number; y: number; width: number; height: number }) => Point,
): void {
  designStore.getState().edit('addNode', (design) => {
    const added = named(addNode(design, kind, { x: 0, y: 0 }), 'node');
    const node = added.nodes.at(-1);
    if (!node) return design;
    const box = { id: node.id, ...boxOf(node) };
    const at = spot(added, box);
    const group = groupAt(added, { x: at.x + box.width / 2, y: at.y + box.height / 2 });
    return setGroupOf(moveParts(added, [{ id: node.id, ...at }]), [node.id], group);
  });
  const id = designStore.getState().design.nodes.at(-1)?.id;
  if (!id) return;
  sessionStore.getState().select({ nodes: [id] });
  focusNode(id);
}

function placeRegion(middle: Point): void {
  const width = 480;
  const height = 320;
  const at = { x: snapped(middle.x - width / 2), y: snapped(middle.y - height / 2) };
  designStore.getState().edit('addGroup', (design) => named(addGroup(design, at, { width, height }), 'group'));
  const group = designStore.getState().design.groups.at(-1);
  if (group) sessionStore.getState().select({ groups: [group.id] });
}
