/** Where a menu about a part opens when no pointer says so. */

import type { Id } from '../../design/design.ts';
import { handsStore, type MenuAbout } from './handsStore.ts';
import { canvasPointUnder } from './pointUnder.ts';

/** Opens a menu at a point of the screen. */
export function openMenuAt(about: MenuAbout, clientX: number, clientY: number): void {
  const frame = document.getElementById('canvas')?.getBoundingClientRect();
  if (!frame) return;
  const at = { x: clientX - frame.left, y: clientY - frame.top };
  handsStore.setState({ menu: { about, at, point: canvasPointUnder(clientX, clientY) } });
}

/** Below the card. */
export function openBreakMenu(id: Id): void {
  const card = document.querySelector(`#canvas .react-flow__node[data-id="${CSS.escape(id)}"]`)?.getBoundingClientRect();
  if (card) openMenuAt('break', card.left, card.bottom + 4);
}
