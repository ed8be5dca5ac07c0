/** What a choice from a list of parts does: an edit, the keyboard to where work goes on, and words about it. */

import type { DesignNode, Id } from '../../design/design.ts';
import { connect, type Point, removeParts } from '../../design/edits.ts';
import { designStore } from '../../store/designStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { boxOf, cardHeight, cardWidth, grid } from '../cardGeometry.ts';
import { freeSpot } from '../freeSpot.ts';
import { moveInto } from '../grouping.ts';
import { addAtLooseEnd } from '../looseEnd.ts';
import { type Placeable, placeAt, placeAtCentre } from '../placing.ts';
import { focusNode } from '../viewport.ts';
import { tell } from './handsWords.ts';
import type { Way } from './partRows.ts';
import { bringIntoView } from './reveal.ts';
import { selectedName } from './selectedName.ts';

/** Between a card and the one that is added beside it: room for the wire and its label. */
const gap = 10 * grid;

const labelOf = (id: Id): string => designStore.getState().design.nodes.find((node) => node.id === id)?.label ?? '';

/** Keeps the keyboard on a part and selects it, so that the next act is about it. */
function takeUp(id: Id): void {
  sessionStore.getState().select({ nodes: [id] });
  focusNode(id);
  bringIntoView(id);
}

export function addPartBeside(kind: Placeable, node: DesignNode | null, way: Way, at?: Point): void {
  const isRegion = kind === 'region';
  if (at) placeAt(kind, at);
  else if (isRegion || !node || way === 'alone') placeAtCentre(kind);
  else {
    const box = boxOf(node);
    const wanted = { ...box, x: box.x + (way === 'after' ? 1 : -1) * (cardWidth + gap), height: cardHeight };
    const spot = freeSpot(designStore.getState().design.nodes.map(boxOf), wanted);
    const isAfter = way === 'after';
    addAtLooseEnd(kind, {
      node: node.id,
      end: isAfter ? 'from' : 'to',
      at: { x: isAfter ? spot.x : spot.x + cardWidth, y: spot.y + cardHeight / 2 },
    });
  }
  const { design } = designStore.getState();
  const added = isRegion ? design.groups.at(-1) : design.nodes.at(-1);
  if (!added) return;
  if (!isRegion) takeUp(added.id);
  tell(({ add }) =>
    way === 'alone' || !node
      ? add.added(added.label)
      : way === 'after'
        ? add.addedAfter(added.label, node.label)
        : add.addedBefore(added.label, node.label),
  );
}

export function connectParts(from: Id, to: Id): void {
  designStore.getState().edit('connect', (design) => connect(design, from, to));
  takeUp(from);
  tell((words) => words.connect.done(labelOf(from), labelOf(to)));
}

export function disconnectParts(wire: Id, inHand: Id): void {
  const link = designStore.getState().design.links.find((each) => each.id === wire);
  if (!link) return;
  if (!designStore.getState().edit('remove', (design) => removeParts(design, { links: [wire] }))) return;
  takeUp(inHand);
  tell((words) => words.disconnect.done(labelOf(link.from), labelOf(link.to)));
}

export function moveIntoRegion(nodes: readonly Id[], group: Id | null): void {
  if (!moveInto(nodes, group)) return;
  const region = designStore.getState().design.groups.find((each) => each.id === group);
  tell((words) => (region ? words.moveInto.done(selectedName(words), region.label) : words.moveInto.left(selectedName(words))));
}
