/** Listens to the keyboard on the canvas and in the settings beside it. */

import type { DesignNode, Id } from '../../design/design.ts';
import { designStore } from '../../store/designStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { focusNode } from '../viewport.ts';
import { startContextMenus } from './contextMenus.ts';
import { handsStore } from './handsStore.ts';
import { onInspectorFocus, onInspectorKey } from './inspecting.ts';
import { cardOf, onCanvasKey } from './keys.ts';
import { nearestTo } from './nearestCard.ts';
import { bringIntoView } from './reveal.ts';
import { awaitForKeys } from './waiting.ts';

/** Returns how to stop. */
export function startHands(): () => void {
  let isByTab = false;
  const onKeyDown = (event: KeyboardEvent): void => {
    isByTab = event.key === 'Tab';
    onInspectorKey(event);
    onCanvasKey(event);
  };
  const onKeyUp = (): void => {
    isByTab = false;
  };
  const onFocus = (event: FocusEvent): void => {
    onInspectorFocus(event);
    const id = cardOf(event.target);
    if (id === null || !isByTab) return;
    bringIntoView(id);
    takeIfNothing(id);
  };
  const stops = [keepFocus(), startContextMenus(), awaitDialogs()];
  document.getElementById('canvas')?.setAttribute('aria-keyshortcuts', 'ArrowLeft ArrowRight ArrowUp ArrowDown Enter');
  document.addEventListener('keydown', onKeyDown, true);
  document.addEventListener('keyup', onKeyUp, true);
  document.addEventListener('focusin', onFocus);
  return () => {
    for (const stop of stops) stop();
    document.removeEventListener('keydown', onKeyDown, true);
    document.removeEventListener('keyup', onKeyUp, true);
    document.removeEventListener('focusin', onFocus);
  };
}

/** Who comes by Tab means the card that he comes to, unless he has selected others. */
function takeIfNothing(id: Id): void {
  const { selection, select } = sessionStore.getState();
  if (selection.nodes.length < 2 && selection.groups.length === 0) select({ nodes: [id] });
}

/** When the card with the keyboard is deleted, the nearest one gets it; else the keyboard would be nowhere. */
function keepFocus(): () => void {
  return designStore.subscribe(({ design }, before) => {
    if (design.nodes === before.design.nodes) return;
    const id = cardOf(document.activeElement);
    const isGone = id !== null && !design.nodes.some((node) => node.id === id);
    const was: DesignNode | undefined = isGone ? before.design.nodes.find((node) => node.id === id) : undefined;
    if (!was) return;
    // After React has taken the card away, and only if nobody else has taken the keyboard since.
    requestAnimationFrame(() => {
      const next = nearestTo(designStore.getState().design, was);
      if (next && document.activeElement === document.body) focusNode(next.id);
    });
  });
}

/** From the moment a dialog or a list is asked for, keys are for it. */
function awaitDialogs(): () => void {
  // one that only says that another is coming is not what was asked for
  const find = (): HTMLElement | null => document.querySelector('dialog[open]:not([data-coming])');
  const awaitDialog = (giveUp: () => void): void => awaitForKeys({ find, giveUp });
  const stops = [
    sessionStore.subscribe(({ dialog, set }, before) => {
      if (dialog !== null && before.dialog === null) awaitDialog(() => set({ dialog: null }));
    }),
    handsStore.subscribe(({ asked }, before) => {
      if (asked !== null && before.asked === null) awaitDialog(() => handsStore.setState({ asked: null }));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
