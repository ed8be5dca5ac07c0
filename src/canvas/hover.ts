/** Which card shows its buttons. Leaving is late, so that the way from the card to its buttons is no cliff. */

import type { Id } from '../design/design.ts';
import { canvasStore } from './canvasStore.ts';

const lateMs = 260;
let timer = 0;

export function enterCard(node: Id): void {
  window.clearTimeout(timer);
  if (canvasStore.getState().hovered !== node) canvasStore.setState({ hovered: node });
}

export function leaveCard(): void {
  window.clearTimeout(timer);
  timer = window.setTimeout(function leave() {
    // While a menu of the card is open the pointer may go anywhere.
    if (document.querySelector('[data-card-actions] [aria-haspopup][aria-expanded="true"]')) {
      timer = window.setTimeout(leave, lateMs);
      return;
    }
    canvasStore.setState({ hovered: null });
  }, lateMs);
}
