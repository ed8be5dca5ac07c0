/** From a part to its settings and back, by keyboard. */

import type { Id } from '../../design/design.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { flowIdOfGroup } from '../flowAdapter.ts';
import { focusNode } from '../viewport.ts';
import { awaitForKeys } from './waiting.ts';

/** Opens the pane of settings and does something with what `selector` finds in it, as soon as it is there and seen. */
export function whenInInspector(selector: string, act: (element: HTMLElement) => void): void {
  sessionStore.getState().set({ inspectorOpen: true });
  awaitForKeys({ find: () => document.querySelector<HTMLElement>(`#inspector ${selector}`), take: act });
}

export function goToSettings(): void {
  whenInInspector('[data-field]', () => {
    const controls = document.querySelectorAll<HTMLElement>('#inspector [data-field] :is(input, select, button)');
    // The first that is not folded away.
    [...controls].find((control) => control.offsetParent !== null)?.focus();
  });
}

export function renamePart(): void {
  whenInInspector('header input', (box) => {
    box.focus();
    (box as HTMLInputElement).select();
  });
}

/** The keyboard goes back to the card or region that the settings are about. */
function backToCanvas(): void {
  const { nodes, groups } = sessionStore.getState().selection;
  const id: Id | undefined = nodes[0] ?? (groups[0] === undefined ? undefined : flowIdOfGroup(groups[0]));
  if (id) focusNode(id);
}

let valueAtFocus = '';

/** Notes what a box held when the keyboard came to it. */
export function onInspectorFocus({ target }: FocusEvent): void {
  if (target instanceof HTMLInputElement) valueAtFocus = target.value;
}

/** Esc leaves the settings; in a box that was typed into, the first Esc only takes that back. Enter in the name leaves, too. */
export function onInspectorKey(event: KeyboardEvent): void {
  const { target } = event;
  if (event.isComposing || !(target instanceof HTMLElement) || !target.closest('#inspector')) return;
  const isTyped = target instanceof HTMLInputElement && target.type === 'text' && target.value !== valueAtFocus;
  if (event.key === 'Escape' && !isTyped) {
    event.stopPropagation();
    backToCanvas();
  }
  // The box hears Enter first and says what was typed.
  if (event.key === 'Enter' && target.matches('#inspector header input')) setTimeout(backToCanvas);
}
