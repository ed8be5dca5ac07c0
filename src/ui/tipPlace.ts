/** Where a name stands beside its button. Pure; all in pixels of the window. */

export type Side = 'top' | 'bottom' | 'left' | 'right';

export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

const gap = 6;
const margin = 8;
const opposite: Readonly<Record<Side, Side>> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' };

/** On the wished side, on the opposite one where it would leave the window, and never over the window's edge. */
export function tipPlace(
  owner: Rect,
  tip: { width: number; height: number },
  wished: Side,
  view: { width: number; height: number },
): { x: number; y: number } {
  const corner = (side: Side) => ({
    x:
      side === 'left'
        ? owner.left - tip.width - gap
        : side === 'right'
          ? owner.left + owner.width + gap
          : owner.left + (owner.width - tip.width) / 2,
    y:
      side === 'top'
        ? owner.top - tip.height - gap
        : side === 'bottom'
          ? owner.top + owner.height + gap
          : owner.top + (owner.height - tip.height) / 2,
  });
  const isOutside = (side: Side) => {
    const { x, y } = corner(side);
    return side === 'left' || side === 'right' ? x < 0 || x + tip.width > view.width : y < 0 || y + tip.height > view.height;
  };
  const { x, y } = corner(isOutside(wished) ? opposite[wished] : wished);
  const within = (value: number, size: number, room: number) => Math.max(margin, Math.min(value, room - size - margin));
  return { x: Math.round(within(x, tip.width, view.width)), y: Math.round(within(y, tip.height, view.height)) };
}
