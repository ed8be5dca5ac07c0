/**
 * The canvas by keyboard, as far as it is more than shortcuts. It is one stop of the Tab key. Arrows go from card to card and
 * select it; with several parts or a region selected, with Ctrl, and while moving, they move what is selected. Alt with left and right
 * goes through the wires of a card, and Enter follows the one that is selected. A key used here ends here.
 */

import type { Design, DesignNode, Id } from '../../design/design.ts';
import { textOf } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { noSelection, type Selection, sessionStore } from '../../store/sessionStore.ts';
import { announce } from '../../ui/announce.ts';
import { tryConnect } from '../canvasEdits.ts';
import { canvasStore } from '../canvasStore.ts';
import { noteOfFlowId } from '../flowAdapter.ts';
import { nudge } from '../moving.ts';
import { openNote } from '../noteHand.ts';
import { focusNode } from '../viewport.ts';
import { handsStore } from './handsStore.ts';
import { endMove } from './moving.ts';
import { type Direction, nearestCard } from './nearestCard.ts';
import { bringIntoView } from './reveal.ts';
import { nextWire, otherEnd } from './wireWalk.ts';

const arrows: Readonly<Record<string, Direction>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Keys that mean no card. */
const quietKeys = new Set(['Escape', 'Tab', 'Control', 'Shift', 'Alt', 'Meta']);

/** Grid steps of an arrow with Shift. */
const bigStep = 5;

/** The card of an element that is one; null for anything else. */
export const cardOf = (element: EventTarget | null): Id | null =>
  element instanceof HTMLElement && element.classList.contains('react-flow__node-card') ? (element.dataset.id ?? null) : null;

/** Heard before everybody else. */
export function onCanvasKey(event: KeyboardEvent): void {
  const { target } = event;
  const focused = cardOf(target);
  const isFrame = target instanceof HTMLElement && /\breact-flow(__node)?\b/.test(target.className);
  const isMoving = handsStore.getState().movingFrom !== null;
  if (event.isComposing || !(focused !== null || isFrame || (isMoving && target === document.body))) return;
  const words = focused === null && target instanceof HTMLElement ? noteOfFlowId(target.dataset.id ?? '') : null;
  if (words !== null && event.key === 'Enter' && !isMoving) openNote(words);
  else if (!(isMoving ? moveBy(event) : handle(event, focused))) return;
  event.preventDefault();
  event.stopPropagation();
}

/** While arrows move: any other key ends that, and then does what it always does. */
function moveBy(event: KeyboardEvent): boolean {
  const arrow = arrows[event.key];
  if (arrow && !event.altKey) {
    shift(arrow, event.shiftKey);
    return true;
  }
  if (event.key === 'Shift') return false;
  endMove(event.key !== 'Escape');
  return event.key === 'Escape' || event.key === 'Enter';
}

function shift([columns, rows]: Direction, isFar: boolean): void {
  const step = isFar ? bigStep : 1;
  nudge(columns * step, rows * step);
  const [node] = sessionStore.getState().selection.nodes;
  if (node) bringIntoView(node);
}

function handle(event: KeyboardEvent, focused: Id | null): boolean {
  const { design } = designStore.getState();
  const { selection, tool, select } = sessionStore.getState();
  const node = design.nodes.find((each) => each.id === focused);
  const arrow = arrows[event.key];
  // Acts are about what is selected, and the card with the keyboard is meant when nothing is.
  if (node && isNothing(selection) && tool.name === 'select' && !quietKeys.has(event.key)) {
    take(node.id);
    return handle(event, focused);
  }
  // Shift and Alt lay several parts in line.
  if (arrow && !(event.altKey && event.shiftKey)) {
    const sheets = selection.groups.length + selection.notes.length;
    const count = selection.nodes.length + sheets;
    const isHeld = count > 1 || sheets > 0 || (count > 0 && (event.ctrlKey || event.metaKey));
    if (event.altKey) return node !== undefined && arrow[0] !== 0 && walkWires(node, arrow[0] > 0 ? 'out' : 'in');
    if (isHeld && tool.name === 'select') shift(arrow, event.shiftKey);
    else if (event.ctrlKey || event.metaKey) return false;
    else goTo(node ? nearestCard(design, node, arrow) : design.nodes[0]);
    return true;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  switch (event.key) {
    case 'Enter':
      if (!node) return false;
      if (tool.name !== 'connect') return followWire(design, node, selection);
      if (tool.from !== node.id && tryConnect(tool.from, node.id)) letGoOfWire();
      return true;
    case 'Escape':
      if (tool.name !== 'select' || canvasStore.getState().connecting) letGoOfWire();
      else if (selection.nodes.length + selection.links.length + selection.groups.length + selection.notes.length > 0) select(noSelection);
      else return false;
      return true;
    default:
      return false;
  }
}

const isNothing = ({ nodes, links, groups, notes }: Selection): boolean => nodes.length + links.length + groups.length + notes.length === 0;

function take(id: Id): true {
  sessionStore.getState().select({ nodes: [id] });
  return true;
}

function letGoOfWire(): void {
  canvasStore.setState({ connecting: null });
  sessionStore.getState().set({ tool: { name: 'select' } });
}

function goTo(node: DesignNode | undefined): void {
  if (!node) return;
  focusNode(node.id);
  bringIntoView(node.id);
  // A tool in hand asks for a second part; the first one stays selected.
  if (sessionStore.getState().tool.name === 'select') take(node.id);
}

/** Selects the card's next wire and says which it is. The keyboard stays on the card. */
function walkWires(from: DesignNode, way: 'out' | 'in'): boolean {
  const { design } = designStore.getState();
  const { selection, select, locale } = sessionStore.getState();
  const wire = nextWire(design, from.id, way, selection.links[0] ?? null);
  const { walk } = textOf(locale).canvas;
  if (!wire) {
    announce(way === 'out' ? walk.noneOut(from.label) : walk.noneIn(from.label), 'answer');
    return true;
  }
  const other = design.nodes.find((node) => node.id === wire.other)?.label ?? '';
  const [caller, callee] = way === 'out' ? [from.label, other] : [other, from.label];
  select({ links: [wire.link.id] });
  announce(walk.wire(caller, callee, wire.position, wire.count), 'answer');
  return true;
}

/** To the other end of the selected wire, if it is one of this card's. */
function followWire(design: Design, from: DesignNode, selection: Selection): boolean {
  if (selection.links.length !== 1 || selection.nodes.length > 0) return false;
  const other = otherEnd(design, from.id, selection.links[0]);
  const node = design.nodes.find((each) => each.id === other);
  goTo(node);
  return node !== undefined;
}
