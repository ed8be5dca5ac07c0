/** What hands do on the canvas, as edits of the design: each function is one undo step. */

import type { Id } from '../design/design.ts';
import { addNode, connect, moveParts, resizeGroup, setGroupOf, setParam } from '../design/edits.ts';
import { canConnect, specOf } from '../design/wires.ts';
import { textOf } from '../i18n/text.ts';
import type { NodeKind } from '../nodes/specs.ts';
import { designStore } from '../store/designStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { canvasStore, say } from './canvasStore.ts';
import { cardHeight, cardWidth, grid, snapped } from './cardGeometry.ts';
import { groupOfFlowId, type Moves, regroupings, shifted } from './flowAdapter.ts';
import { named } from './named.ts';
import { refusalText } from './wireText.ts';

let refusalTimer = 0;

/** Shows words beside the pointer for a moment. */
export function refuse(words: string): void {
  canvasStore.setState({ refusal: words });
  window.clearTimeout(refusalTimer);
  refusalTimer = window.setTimeout(() => canvasStore.setState({ refusal: null }), 2600);
}

/** Draws a wire, or says why not. */
export function tryConnect(from: Id, to: Id): boolean {
  const { design, edit } = designStore.getState();
  const answer = canConnect(design, from, to);
  if (!answer.ok) {
    refuse(refusalText(answer.reason, textOf(sessionStore.getState().locale)));
    return false;
  }
  edit('connect', (now) => connect(now, from, to));
  const link = designStore.getState().design.links.at(-1);
  if (link) sessionStore.getState().select({ links: [link.id] });
  return true;
}

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

/** The end of a drag: new places and, for nodes that were dragged in or out of a frame, their new group. */
export function commitMoves(moves: Moves, dragged: readonly string[]): void {
  if (moves.size === 0) return;
  designStore.getState().edit('move', (design) => {
    const places = [...moves].map(([id, { x, y }]) => ({ id: groupOfFlowId(id) ?? id, x, y }));
    let next = moveParts(design, places);
    // A click that trembled is no move, and must not change what a resized frame left outside.
    if (next === design) return design;
    for (const { node, group } of regroupings(design, moves, dragged)) next = setGroupOf(next, [node], group);
    return next;
  });
}

export function commitResize(groupId: Id, box: { x: number; y: number; width: number; height: number }): void {
  designStore.getState().edit('resize', (design) => resizeGroup(design, groupId, box));
}

/** Moves the selection by whole grid steps, in and out of frames as a drag does. Says which frame it came to. */
export function nudge(columns: number, rows: number): void {
  const { selection, locale } = sessionStore.getState();
  const { design } = designStore.getState();
  const moves = shifted(design, selection, columns * grid, rows * grid);
  commitMoves(moves, selection.nodes);
  const entered = regroupings(design, moves, selection.nodes).at(-1);
  if (!entered) return;
  const label = (parts: readonly { id: Id; label: string }[], id: Id | null): string => parts.find((part) => part.id === id)?.label ?? '';
  const { walk } = textOf(locale).canvas;
  const node = label(design.nodes, entered.node);
  say(entered.group === null ? walk.left(node) : walk.entered(node, label(design.groups, entered.group)));
}

/** One instance more or less, where the kind counts them. */
export function changeInstances(nodeId: Id, by: number): void {
  designStore.getState().edit('setParam', (design) => {
    const node = design.nodes.find((each) => each.id === nodeId);
    const field = node && specOf(node.kind).instancesField;
    return node && field ? setParam(design, nodeId, field, Number(node.params[field]) + by) : design;
  });
}
