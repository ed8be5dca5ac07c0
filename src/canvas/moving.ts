/** What hands move on the canvas, as edits of the design: each function is one undo step. */

import type { NodeChange } from '@xyflow/react';
import { createStore } from 'zustand/vanilla';
import type { Id } from '../design/design.ts';
import { moveParts, resizeGroup, setGroupOf } from '../design/edits.ts';
import { moveNotes, resizeNote } from '../design/notes.ts';
import type { EditLabel } from '../i18n/en/edits.ts';
import { textOf } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { emptyHistory } from '../store/history.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { announce } from '../ui/announce.ts';
import { canvasStore } from './canvasStore.ts';
import { grid } from './cardGeometry.ts';
import { goalOf, regroupings, settled, shifted } from './dragging.ts';
import { type FlowNode, groupOfFlowId, type Moves, noteOfFlowId } from './flowAdapter.ts';
import { forgetPlaced, notePlaced } from './placed.ts';
import type { Guide } from './snapping.ts';
import { currentZoom } from './viewport.ts';

/** Pixels of the screen within which a neighbour attracts. */
const reachPixels = 6;

/** The lines shown while something is dragged. */
export const guideStore = createStore<{ guides: readonly Guide[] }>()(() => ({ guides: [] }));

// Opening a document is what gives it the very history that stands for "none".
designStore.subscribe((state, before) => {
  if (state.design !== before.design && state.history === emptyHistory) forgetPlaced();
});

let isAltHeld = false;
const noteAlt = (event: PointerEvent | KeyboardEvent): void => {
  isAltHeld = event.altKey;
};
globalThis.window?.addEventListener('pointermove', noteAlt, { capture: true, passive: true });
globalThis.window?.addEventListener('keydown', noteAlt, true);
globalThis.window?.addEventListener('keyup', noteAlt, true);

/** React Flow's changes with what is dragged at rest: beside its neighbours, or with Alt on the grid only. */
export function settle(changes: readonly NodeChange<FlowNode>[], shown: readonly FlowNode[]): readonly NodeChange<FlowNode>[] {
  const result = settled(changes, shown, designStore.getState().design, isAltHeld ? 0 : reachPixels / currentZoom());
  const isOver = changes.every((change) => change.type !== 'position' || change.dragging !== true);
  const guides = isOver ? [] : result.guides;
  if (guides.length + guideStore.getState().guides.length > 0) guideStore.setState({ guides });
  return result.changes;
}

/** A drag under way: the frame that would take in what is dragged is shown. */
export function drag(moves: Moves, dragged: readonly string[]): void {
  const dropGroup = goalOf(designStore.getState().design, moves, dragged);
  const state = canvasStore.getState();
  if (!state.isDragging || state.dropGroup !== dropGroup) canvasStore.setState({ isDragging: true, dropGroup });
}

/** New places and, for cards that came in or out of a frame, their new group. `moved`: by React Flow's id, without what was carried. */
export function commitMoves(moves: Moves, moved: readonly string[], label: EditLabel = 'move'): void {
  if (moves.size === 0) return;
  const { design, edit } = designStore.getState();
  edit(label, (now) => {
    const places = [...moves].map(([id, { x, y }]) => ({ id: groupOfFlowId(id) ?? noteOfFlowId(id) ?? id, x, y }));
    let next = moveNotes(moveParts(now, places), places);
    // A click that trembled is no move, and must not change what a resized frame left outside.
    if (next === now) return now;
    for (const { node, group } of regroupings(now, moves, moved)) next = setGroupOf(next, [node], group);
    return next;
  });
  const after = designStore.getState().design;
  if (after === design) return;
  const bare = (id: string): Id => groupOfFlowId(id) ?? id;
  notePlaced(after, moved.map(bare), [...moves.keys()].map(bare));
  tellRegrouping(regroupings(design, moves, moved));
}

/** Says which frame parts came to. */
function tellRegrouping(changed: readonly { node: Id; group: Id | null }[]): void {
  const last = changed.at(-1);
  if (!last) return;
  const { nodes, groups } = designStore.getState().design;
  const label = (parts: readonly { id: Id; label: string }[], id: Id | null): string => parts.find((part) => part.id === id)?.label ?? '';
  const { walk } = textOf(sessionStore.getState().locale).canvas;
  const node = label(nodes, last.node);
  announce(last.group === null ? walk.left(node) : walk.entered(node, label(groups, last.group)), 'answer');
}

/** Of a frame or a note, by React Flow's id. */
export function commitResize(flowId: string, box: { x: number; y: number; width: number; height: number }): void {
  const group = groupOfFlowId(flowId);
  const note = noteOfFlowId(flowId);
  designStore.getState().edit(note === null ? 'resize' : 'resizeNote', (design) => {
    if (group !== null) return resizeGroup(design, group, box);
    return note === null ? design : resizeNote(design, note, box);
  });
}

/** Moves the selection by whole grid steps, in and out of frames as a drag does. */
export function nudge(columns: number, rows: number): void {
  const { selection } = sessionStore.getState();
  commitMoves(shifted(designStore.getState().design, selection, columns * grid, rows * grid), selection.nodes);
}
