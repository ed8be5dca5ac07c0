/** A wire let go in the void ends at a part that is made there. */

import type { Id } from '../design/design.ts';
import { addNode, connect, setGroupOf } from '../design/edits.ts';
import type { NodeKind } from '../nodes/specs.ts';
import { designStore } from '../store/designStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { cardHeight, cardWidth, snapped } from './cardGeometry.ts';
import { regroupings } from './dragging.ts';
import { named } from './named.ts';

/** A new part at the loose end of a wire, wired. */
export function addAtLooseEnd(kind: NodeKind, wire: { node: Id; end: 'from' | 'to'; at: { x: number; y: number } }): void {
  const { edit } = designStore.getState();
  // The wire meets the knob of the new card, not its corner.
  const x = snapped(wire.end === 'from' ? wire.at.x : wire.at.x - cardWidth);
  const y = snapped(wire.at.y - cardHeight / 2);
  edit('addNode', (design) => {
    const added = named(addNode(design, kind, { x, y }), 'node');
    const id = added.nodes.at(-1)?.id;
    if (!id) return design;
    const placed = setGroupOf(added, [id], regroupings(added, new Map(), [id])[0]?.group ?? null);
    return wire.end === 'from' ? connect(placed, wire.node, id) : connect(placed, id, wire.node);
  });
  const node = designStore.getState().design.nodes.at(-1);
  if (node) sessionStore.getState().select({ nodes: [node.id] });
}
