/** A card that got the keyboard must be seen: whole, and not below what floats over the canvas. */

import type { Id } from '../../design/design.ts';
import { centreOn, fitView, isViewKept } from '../viewport.ts';

const air = 8;

/** Moves the camera only when the card is not wholly in view. A card that was only just added is looked for after the next paint. */
export function bringIntoView(id: Id): void {
  requestAnimationFrame(() => {
    const canvas = document.getElementById('canvas');
    const card = canvas?.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`)?.getBoundingClientRect();
    if (!canvas || !card) return;
    const frame = canvas.getBoundingClientRect();
    const isSeen =
      card.left >= frame.left + air && card.right <= frame.right - air && card.top >= frame.top + air && card.bottom <= frame.bottom - air;
    const floats = [...canvas.querySelectorAll('[data-floats], .react-flow__minimap')].map((each) => each.getBoundingClientRect());
    const isCovered = floats.some(
      (box) => card.left < box.right && box.left < card.right && card.top < box.bottom && box.top < card.bottom && box.width > 0,
    );
    if (isSeen && !isCovered) return;
    // Who never moved the camera goes on seeing everything.
    if (isViewKept()) centreOn(id);
    else fitView();
  });
}
