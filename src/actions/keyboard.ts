/** From a key to an act: never while somebody types or a letter is being composed. */

import { sessionStore } from '../store/sessionStore.ts';
import type { Act } from './act.ts';
import { isCharacter, isPressed, type Pressed } from './shortcut.ts';

const textInputs = new Set(['text', 'search', 'email', 'url', 'tel', 'password', 'number']);

/** Whether keys belong to a field. A slider is none: Ctrl+Z on it undoes. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && textInputs.has(target.type);
}

/** Whether the element with the focus has its own use for this key: a button is pressed by the space bar. */
function isUsedByControl(event: KeyboardEvent): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement) || (event.code !== 'Space' && event.key !== 'Enter')) return false;
  return target.closest('button, a, input, summary, [role="menuitem"], [role="switch"], [role="tab"]') !== null;
}

/** The act that a key asks for, if any: letters alone ask for none when they are turned off. */
export function actFor(acts: readonly Act[], event: Pressed, letterKeys: boolean): Act | undefined {
  return acts.find((act) => act.shortcuts.some((shortcut) => (letterKeys || !isCharacter(shortcut)) && isPressed(shortcut, event)));
}

/** Listens for shortcuts. Returns how to stop. */
export function startKeyboard(acts: readonly Act[]): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isUsedByControl(event)) return;
    // A modal dialog and an open menu have the keyboard to themselves.
    if (document.querySelector('dialog[open], [role="menu"][data-state="open"]')) return;
    const act = actFor(acts, event, sessionStore.getState().letterKeys);
    if (!act?.enabled() || (isTyping(event.target) && !act.everywhere)) return;
    event.preventDefault();
    if (!event.repeat || act.repeats) act.perform();
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
