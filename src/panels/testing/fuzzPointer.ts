/** Presses, drags, turns the wheel, and asks for menus, anywhere on the page. */

import { leadsAway } from './outOfBounds.ts';
import type { Chance } from './seeded.ts';

interface Spot {
  x: number;
  y: number;
}

const steps = 5;

/** Does one thing at random. */
export function usePointer(chance: Chance): void {
  const spot = anywhere(chance);
  const what = chance.share();
  if (what < 0.2) drag(spot, anywhere(chance), chance);
  else if (what < 0.3) turn(spot, chance);
  else if (what < 0.35) press(spot, 2, 'contextmenu');
  else if (what < 0.4) {
    press(spot, 0, 'click');
    press(spot, 0, 'click');
    tell('dblclick', spot, 0);
  } else press(spot, 0, 'click');
}

/** Anywhere, but half of the time on something that can be pressed. */
function anywhere(chance: Chance): Spot {
  const room: Element = document.querySelector('dialog[open]') ?? document.body;
  const found = room.querySelectorAll(
    'button, [role="menuitem"], [role="slider"], [role="switch"], summary, [data-node-id], input, select',
  );
  const target = chance.share() < 0.5 && found.length > 0 ? found[chance.below(found.length)].getBoundingClientRect() : null;
  const { left, top, width, height } = target ?? { left: 0, top: 0, width: innerWidth, height: innerHeight };
  return { x: left + chance.share() * width, y: top + chance.share() * height };
}

/** @returns whether there is something that may be touched */
function tell(type: string, { x, y }: Spot, button: number): boolean {
  const element = document.elementFromPoint(x, y);
  if (!element || leadsAway(element)) return false;
  const isHeld = /down|move/.test(type);
  const given = {
    bubbles: true,
    cancelable: true,
    composed: true,
    view: window,
    clientX: x,
    clientY: y,
    button,
    buttons: isHeld ? 1 << button : 0,
  };
  element.dispatchEvent(
    type.startsWith('pointer')
      ? new PointerEvent(type, { ...given, pointerId: 1, pointerType: 'mouse', isPrimary: true })
      : new MouseEvent(type, { ...given, detail: type === 'dblclick' ? 2 : 1 }),
  );
  return true;
}

function press(spot: Spot, button: number, end: 'click' | 'contextmenu'): void {
  if (!tell('pointerdown', spot, button)) return;
  tell('mousedown', spot, button);
  const element = document.elementFromPoint(spot.x, spot.y)?.closest<HTMLElement>('button, input, select, [tabindex]');
  element?.focus();
  tell('pointerup', spot, button);
  tell('mouseup', spot, button);
  tell(end, spot, button);
}

function drag(from: Spot, to: Spot, chance: Chance): void {
  if (!tell('pointerdown', from, 0)) return;
  tell('mousedown', from, 0);
  for (let step = 1; step <= steps; step++) {
    const at = { x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps };
    tell('pointermove', at, 0);
    tell('mousemove', at, 0);
  }
  // Now and then the end of a drag is lost, as when the mouse leaves the window.
  if (chance.share() < 0.1) return;
  tell('pointerup', to, 0);
  tell('mouseup', to, 0);
}

function turn({ x, y }: Spot, chance: Chance): void {
  const deltaY = 200 - 400 * chance.share();
  document.elementFromPoint(x, y)?.dispatchEvent(
    new WheelEvent('wheel', {
      bubbles: true,
      cancelable: true,
      view: window,
      clientX: x,
      clientY: y,
      deltaY,
      ctrlKey: chance.share() < 0.3,
    }),
  );
}
