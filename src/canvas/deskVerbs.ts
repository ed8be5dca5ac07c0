/** The acts that only the canvas can do, by the act's name. Each edit is one undo step. */

import { liesIn } from '../design/nesting.ts';
import { notesOf } from '../design/notes.ts';
import { designStore } from '../store/designStore.ts';
import { noSelection, type Selection, sessionStore } from '../store/sessionStore.ts';
import { aligned, distributed, type Edge } from './arrange.ts';
import type { Box } from './cardGeometry.ts';
import { boxOf } from './cardGeometry.ts';
import { shifted } from './dragging.ts';
import { flowIdOfGroup, flowIdOfNote, groupOfFlowId, type Moves, noteOfFlowId } from './flowAdapter.ts';
import { groupSelection, moveInto, ungroupSelection } from './grouping.ts';
import { isMapShown } from './mapShown.ts';
import { commitMoves } from './moving.ts';
import { startNote } from './noteHand.ts';
import { showNodes, zoomTo } from './viewport.ts';
import { zoomInside, zoomWorld } from './zoomInto.ts';

interface Chosen {
  /** React Flow's. */
  id: string;
  box: Box;
}

/** What is selected, each with its box; what stands in a selected frame goes with the frame and is none of its own. */
function chosen(): Chosen[] {
  const { selection } = sessionStore.getState();
  const { design } = designStore.getState();
  const { nodes, groups } = design;
  const frames = groups.filter(({ id }) => selection.groups.includes(id));
  const cards = nodes.filter(({ id, group }) => selection.nodes.includes(id) && !selection.groups.includes(group ?? ''));
  const notes = notesOf(design).filter((note) => selection.notes.includes(note.id) && !frames.some((frame) => liesIn(note, frame)));
  return [
    ...frames.map((group) => ({ id: flowIdOfGroup(group.id), box: group })),
    ...notes.map((note) => ({ id: flowIdOfNote(note.id), box: note })),
    ...cards.map((node) => ({ id: node.id, box: boxOf(node) })),
  ];
}

function arrange(places: (boxes: readonly Box[]) => { x: number; y: number }[], label: 'align' | 'distribute'): void {
  const parts = chosen();
  const { design } = designStore.getState();
  const goals = places(parts.map(({ box }) => box));
  const moves = new Map<string, { x: number; y: number }>();
  parts.forEach(({ id, box }, i) => {
    for (const [moved, at] of shifted(design, aloneOf(id), goals[i].x - box.x, goals[i].y - box.y)) moves.set(moved, at);
  });
  commitMoves(
    moves as Moves,
    parts.map(({ id }) => id),
    label,
  );
}

function aloneOf(flowId: string): Selection {
  const [group, note] = [groupOfFlowId(flowId), noteOfFlowId(flowId)];
  if (group !== null) return { ...noSelection, groups: [group] };
  return note === null ? { ...noSelection, nodes: [flowId] } : { ...noSelection, notes: [note] };
}

const align = (edge: Edge) => () => arrange((boxes) => aligned(boxes, edge), 'align');
const distribute = (axis: 'x' | 'y') => () => arrange((boxes) => distributed(boxes, axis), 'distribute');

export const verbs = {
  alignLeft: align('left'),
  alignCentre: align('centre'),
  alignRight: align('right'),
  alignTop: align('top'),
  alignMiddle: align('middle'),
  alignBottom: align('bottom'),
  distributeAcross: distribute('x'),
  distributeDown: distribute('y'),
  group: groupSelection,
  ungroup: ungroupSelection,
  moveOut: () => moveInto(sessionStore.getState().selection.nodes, null),
  addNote: () => void startNote(),
  zoomSelection: () => showNodes(new Set(chosen().map(({ id }) => id))),
  zoomWorld,
  zoomInside,
  toggleMap: () => sessionStore.getState().set({ map: !isMapShown() }),
  zoomActual: () => zoomTo(1),
};
