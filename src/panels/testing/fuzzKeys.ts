/** Walks with Tab, presses keys that mean something and keys that do not, and types into fields. */

import { leadsAway } from './outOfBounds.ts';
import type { Chance } from './seeded.ts';

interface Key {
  key: string;
  code: string;
  ctrlKey?: boolean;
  shiftKey?: boolean;
  altKey?: boolean;
}

const named = (key: string): Key => ({ key, code: key === ' ' ? 'Space' : key });
const letter = (key: string, held: Partial<Key> = {}): Key => ({ key, code: `Key${key.toUpperCase()}`, ...held });
const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
const keys: readonly Key[] = [
  ...[...arrows, ...arrows, 'Enter', 'Enter', ' ', ' ', 'Escape', 'Escape', 'Delete', 'Home', 'End', 'PageUp', 'PageDown', 'F2'].map(named),
  ...arrows.flatMap((key) => [
    { ...named(key), altKey: true },
    { ...named(key), shiftKey: true },
  ]),
  ...[...'abcdefghijklmnopqrstuvwxyz'].map((key) => letter(key)),
  // of those with Ctrl only what stays within the page
  ...[...'zzyacvxdk'].map((key) => letter(key, { ctrlKey: true })),
  letter('z', { ctrlKey: true, shiftKey: true }),
  { key: '/', code: 'Slash' },
  { key: '?', code: 'Slash', shiftKey: true },
  { key: '+', code: 'Equal' },
  { key: '-', code: 'Minus' },
  { key: '.', code: 'Period' },
  { key: '1', code: 'Digit1', shiftKey: true },
];
const typed = ['1,5', '-7', '1e999', '', 'x'.repeat(500), '한글', '<img src=x onerror=alert(1)>', '0', '12'];

/** Does one thing at random. */
export function pressKeys(chance: Chance): void {
  const what = chance.share();
  const focused = document.activeElement ?? document.body;
  if (what < 0.3) walk(chance);
  else if (what < 0.4 && focused instanceof HTMLInputElement && focused.type === 'text') type(focused, chance.oneOf(typed));
  else press(focused, chance.oneOf(keys));
}

/** Tab, on to the next or somewhere else, within a dialog if there is one: made-up keys move no focus. */
function walk(chance: Chance): void {
  const room: ParentNode = document.querySelector('dialog[open]') ?? document;
  const stops = [...room.querySelectorAll<HTMLElement>('button, input, select, textarea, summary, [tabindex="0"]')].filter(
    (each) => each.getClientRects().length > 0 && !each.matches(':disabled') && !leadsAway(each),
  );
  if (stops.length === 0) return;
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[chance.share() < 0.7 ? (at + 1) % stops.length : chance.below(stops.length)].focus();
}

function press(element: Element, key: Key): void {
  const given = { bubbles: true, cancelable: true, composed: true, view: window, ...key };
  const isTaken = !element.dispatchEvent(new KeyboardEvent('keydown', given));
  const presses = key.key === 'Enter' || key.key === ' ';
  if (presses && !isTaken && element.matches('button, summary, [role="switch"]') && !leadsAway(element)) (element as HTMLElement).click();
  element.dispatchEvent(new KeyboardEvent('keyup', given));
}

/** As the browser does it for a hand: React looks at the value through the element's own setter. */
function type(box: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, text);
  box.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
}
