/**
 * The lines of the outline: parts and their wires. The Tab key stops at one of them and its buttons, the arrows go from line to line;
 * three hundred parts would else be thousands of stops.
 */

import type { KeyboardEvent } from 'react';
import type { OutlineTree } from './outlineTree.ts';

/** The line that Tab reaches: the one that last had the keyboard, else the first there is. */
export function currentLine({ regions, outside }: OutlineTree, wanted: string | null): string | null {
  const groups = regions.flatMap((region) => region.groups);
  const parts = [...outside, ...groups.flatMap((group) => group.parts)];
  const isThere =
    groups.some(({ group }) => group.id === wanted) ||
    parts.some(({ node, out }) => node.id === wanted || out.some(({ id }) => id === wanted));
  return isThere ? wanted : (parts[0]?.node.id ?? groups[0]?.group.id ?? null);
}

const namesIn = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-line-name]')];

/** Which button of a line a key presses. */
const buttons: Readonly<Record<string, string>> = { KeyC: 'connect', KeyX: 'disconnect', F2: 'rename', Delete: 'remove', KeyB: 'break' };

/** Whether the key was one of the outline's. */
export function lineKeys(event: KeyboardEvent, root: HTMLElement | null): boolean {
  const target = event.target as HTMLElement;
  if (!root || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  if (event.code === 'Slash' && !(target instanceof HTMLInputElement)) {
    root.querySelector<HTMLElement>('[data-add]')?.focus();
    return true;
  }
  const line = target.closest<HTMLElement>('[data-line]');
  if (!line || target instanceof HTMLInputElement) return false;
  const names = namesIn(root);
  const at = names.indexOf(line.querySelector<HTMLElement>('[data-line-name]') as HTMLElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: names.length - 1 }[event.key];
  if (next !== undefined) {
    names[Math.min(names.length - 1, Math.max(0, next))]?.focus();
    return true;
  }
  const wanted = event.code === 'Backspace' ? 'remove' : buttons[event.code];
  const button = wanted && line.querySelector<HTMLButtonElement>(`[data-do="${wanted}"]`);
  if (!button || button.closest('[data-line]') !== line || button.disabled) return false;
  button.focus();
  // The menus' library opens on a key, which puts the keyboard on the first item, and does not hear a click alone.
  if (button.ariaHasPopup === 'menu') button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
  else button.click();
  return true;
}

/** Puts the keyboard on a line, now or as soon as it is drawn. */
export function focusLine(id: string): void {
  const focus = (): boolean => {
    const name = document.querySelector<HTMLElement>(`#outline [data-line="${CSS.escape(id)}"] [data-line-name]`);
    name?.focus();
    return name !== null;
  };
  if (!focus()) requestAnimationFrame(focus);
}

/** When the line that has the keyboard goes, the one that takes its place gets it; without that it would fall to the page's beginning. */
export function keepFocus(root: HTMLElement | null): () => void {
  if (!root) return () => undefined;
  let at = -1;
  const remember = (): void => {
    const line = document.activeElement?.closest('[data-line]');
    at = line ? namesIn(root).findIndex((name) => line.contains(name)) : -1;
  };
  const observer = new MutationObserver(() => {
    if (at < 0 || document.activeElement !== document.body) return;
    const names = namesIn(root);
    names[Math.min(at, names.length - 1)]?.focus();
  });
  root.addEventListener('focusin', remember);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', remember);
    observer.disconnect();
  };
}
