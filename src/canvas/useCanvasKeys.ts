/**
 * The canvas by keyboard. Arrows go from card to card until one is selected with Enter; then they move it. Alt with left and
 * right goes through the wires of a card, and Enter follows the one that is selected. A key used here ends here: the page's own shortcuts, Delete and Escape among them, see all others.
 */

import { type KeyboardEvent, useCallback } from 'react';
import type { Design, DesignNode, Id } from '../design/design.ts';
import { textOf } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { noSelection, type Selection, sessionStore } from '../store/sessionStore.ts';
import { nudge, tryConnect } from './canvasEdits.ts';
import { say } from './canvasStore.ts';
import { boxOf } from './cardGeometry.ts';
import { transposed } from './transposed.ts';
import { isPhoneNow, isUprightPhoneNow } from './useMedia.ts';
import { focusNode } from './viewport.ts';
import { nextWire, otherEnd } from './wireWalk.ts';

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Grid steps of an arrow with Shift. */
const bigStep = 5;

export function useCanvasKeys(cancelWire: () => void): (event: KeyboardEvent) => void {
  return useCallback(
    (event) => {
      const target = event.target as HTMLElement;
      const focused = target.classList.contains('react-flow__node') ? (target.dataset.id ?? null) : null;
      const isCanvas = focused !== null || target.classList.contains('react-flow');
      if (!isCanvas || event.nativeEvent.isComposing) return;
      if (handle(event, focused, cancelWire)) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    [cancelWire],
  );
}

function handle(event: KeyboardEvent, focused: Id | null, cancelWire: () => void): boolean {
  const { design } = designStore.getState();
  const { selection, tool, select, set } = sessionStore.getState();
  const node = design.nodes.find((each) => each.id === focused);
  const arrow = arrows[event.key];
  if (event.ctrlKey || event.metaKey) return false;
  if (arrow) {
    const isHeld = selection.groups.length > 0 || (node ? selection.nodes.includes(node.id) : selection.nodes.length > 0);
    if (event.altKey) return node !== undefined && arrow[0] !== 0 && walkWires(node, arrow[0] > 0 ? 'out' : 'in');
    const step = event.shiftKey ? bigStep : 1;
    if (isHeld && tool.name === 'select' && !isPhoneNow()) nudge(arrow[0] * step, arrow[1] * step);
    else focusSome(node ? nearest(isUprightPhoneNow() ? transposed(design) : design, node, arrow) : design.nodes[0]);
    return true;
  }
  switch (event.code) {
    case 'Enter':
    case 'NumpadEnter':
      if (!node) return false;
      if (tool.name === 'connect') {
        if (tool.from !== node.id && tryConnect(tool.from, node.id)) cancelWire();
      } else if (!followWire(design, node, selection)) select({ nodes: [node.id] });
      return true;
    case 'Escape':
      if (tool.name !== 'select') cancelWire();
      else if (selection.nodes.length + selection.links.length + selection.groups.length > 0) select(noSelection);
      else return false;
      return true;
    case 'KeyC':
      if (!node || event.altKey || event.shiftKey || isPhoneNow()) return false;
      set({ tool: { name: 'connect', from: node.id } });
      return true;
    default:
      return false;
  }
}

function focusSome(node: DesignNode | undefined): boolean {
  if (node) focusNode(node.id);
  return node !== undefined;
}

/** The nearest card in a direction: straight ahead counts once, sideways twice. */
function nearest(design: Design, from: DesignNode, [columns, rows]: readonly [number, number]): DesignNode | undefined {
  const middle = (node: DesignNode): { x: number; y: number } => {
    const { x, y, width, height } = boxOf(node);
    return { x: x + width / 2, y: y + height / 2 };
  };
  const start = middle(from);
  let best: DesignNode | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const node of design.nodes) {
    if (node.id === from.id) continue;
    const { x, y } = middle(node);
    const ahead = (x - start.x) * columns + (y - start.y) * rows;
    const aside = Math.abs((x - start.x) * rows) + Math.abs((y - start.y) * columns);
    if (ahead <= 0 || ahead + 2 * aside >= least) continue;
    least = ahead + 2 * aside;
    best = node;
  }
  return best;
}

/** Selects the card's next wire and says which it is. The keyboard stays on the card. */
function walkWires(from: DesignNode, way: 'out' | 'in'): boolean {
  const { design } = designStore.getState();
  const { selection, select, locale } = sessionStore.getState();
  const wire = nextWire(design, from.id, way, selection.links[0] ?? null);
  const { walk } = textOf(locale).canvas;
  if (!wire) {
    say(way === 'out' ? walk.noneOut(from.label) : walk.noneIn(from.label));
    return true;
  }
  const other = design.nodes.find((node) => node.id === wire.other)?.label ?? '';
  const [caller, callee] = way === 'out' ? [from.label, other] : [other, from.label];
  select({ links: [wire.link.id] });
  say(walk.wire(caller, callee, wire.position, wire.count));
  return true;
}

/** To the other end of the selected wire, if it is one of this card's. */
function followWire(design: Design, from: DesignNode, selection: Selection): boolean {
  if (selection.links.length !== 1 || selection.nodes.length > 0) return false;
  const other = otherEnd(design, from.id, selection.links[0]);
  if (other === null) return false;
  sessionStore.getState().select({ nodes: [other] });
  focusNode(other);
  return true;
}
