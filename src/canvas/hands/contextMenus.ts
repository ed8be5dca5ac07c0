/**
 * When a menu opens on the canvas, and what it is about: right click, long press, and the menu key or Shift+F10. The other
 * mouse button also drags the canvas, so a menu opens only where it was pressed and let go in one place.
 */

import { sessionStore } from '../../store/sessionStore.ts';
import { groupOfFlowId, noteOfFlowId } from '../flowAdapter.ts';
import { handsStore, type MenuAbout } from './handsStore.ts';
import { openMenuAt } from './menuPlace.ts';

const stillPixels = 6;
const longPressMs = 550;

interface Press {
  x: number;
  y: number;
  hasMoved: boolean;
  isDown: boolean;
}

/** Selects what lies under an element, unless it is selected with others, and says what it is. Null where menus of ours do not belong. */
function aboutUnder(element: Element): MenuAbout | null {
  if (!element.closest('#canvas .react-flow__renderer')) return null;
  const { selection, select } = sessionStore.getState();
  const node = element.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  const link = element.closest<HTMLElement>('.react-flow__edge')?.dataset.id;
  if (link !== undefined) {
    select({ links: [link] });
    return 'link';
  }
  if (element.closest('.react-flow__nodesselection')) return 'several';
  if (node === undefined) return 'pane';
  const [group, note] = [groupOfFlowId(node), noteOfFlowId(node)];
  const [about, ids, id]: ['group' | 'note' | 'node', readonly string[], string] =
    group !== null ? ['group', selection.groups, group] : note !== null ? ['note', selection.notes, note] : ['node', selection.nodes, node];
  if (ids.includes(id) && selection.nodes.length + selection.groups.length + selection.notes.length > 1) return 'several';
  if (!ids.includes(id)) select({ [`${about}s`]: [id] });
  return about;
}

/** What the keyboard's menu is about: what is selected. */
function aboutSelection(): MenuAbout {
  const { nodes, groups, links, notes } = sessionStore.getState().selection;
  if (nodes.length + groups.length + notes.length > 1) return 'several';
  if (notes.length === 1) return 'note';
  return nodes.length === 1 ? 'node' : groups.length === 1 ? 'group' : links.length === 1 ? 'link' : 'pane';
}

function open(element: Element, x: number, y: number): void {
  if (sessionStore.getState().tool.name !== 'select') return;
  const about = aboutUnder(element);
  if (about) openMenuAt(about, x, y);
}

/** Listens. Returns how to stop. */
export function startContextMenus(): () => void {
  let press: Press | null = null;
  let asked: Element | null = null;
  let timer = 0;
  let isTouched = false;

  const onDown = (event: PointerEvent): void => {
    window.clearTimeout(timer);
    isTouched = event.pointerType === 'touch';
    asked = null;
    press = event.button === 2 || isTouched ? { x: event.clientX, y: event.clientY, hasMoved: false, isDown: true } : null;
    if (!isTouched || !event.isPrimary) return;
    const { target, clientX, clientY } = event;
    timer = window.setTimeout(() => press && !press.hasMoved && target instanceof Element && open(target, clientX, clientY), longPressMs);
  };
  const onMove = (event: PointerEvent): void => {
    if (!press || Math.hypot(event.clientX - press.x, event.clientY - press.y) < stillPixels) return;
    press.hasMoved = true;
    window.clearTimeout(timer);
  };
  const onUp = (): void => {
    window.clearTimeout(timer);
    if (press && asked && !press.hasMoved) open(asked, press.x, press.y);
    if (press) press.isDown = false;
    asked = null;
  };
  // A menu asked for by a key has nothing to do with the last touch.
  const onKey = (): void => {
    isTouched = false;
    press = null;
  };
  const onContextMenu = (event: MouseEvent): void => {
    const { target } = event;
    if (!(target instanceof Element) || !target.closest('#canvas .react-flow__renderer')) return;
    event.preventDefault();
    // Some browsers tell a finger's long press, too; the timer sees it.
    if (handsStore.getState().menu || isTouched) return;
    if (event.button !== 2) {
      const card = document.activeElement?.closest('.react-flow__node')?.getBoundingClientRect();
      openMenuAt(aboutSelection(), card ? card.left + 24 : event.clientX, card ? card.bottom - 16 : event.clientY);
      return;
    }
    // Where the event comes with the press, the way the hand takes until it lets go decides.
    if (press?.isDown) asked = target;
    else if (!press?.hasMoved) open(target, event.clientX, event.clientY);
  };
  document.addEventListener('pointerdown', onDown, true);
  document.addEventListener('pointermove', onMove, true);
  document.addEventListener('pointerup', onUp, true);
  document.addEventListener('keydown', onKey, true);
  document.addEventListener('contextmenu', onContextMenu, true);
  return () => {
    window.clearTimeout(timer);
    document.removeEventListener('pointerdown', onDown, true);
    document.removeEventListener('pointermove', onMove, true);
    document.removeEventListener('pointerup', onUp, true);
    document.removeEventListener('keydown', onKey, true);
    document.removeEventListener('contextmenu', onContextMenu, true);
  };
}
