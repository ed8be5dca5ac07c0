/** The page as a projector shows it, and back to what it was: everything that presenter mode moves it puts back. */

import { flowIdOfGroup } from '../../canvas/flowAdapter.ts';
import { currentCamera, fitView, isViewKept, keepView, lookAgain, showNodes } from '../../canvas/viewport.ts';
import { designStore } from '../../store/designStore.ts';
import { presentingStore, stopPresenting, wholeScreen } from '../../store/presenting.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { onLayout } from '../useLayout.ts';

/** Begins; returns how to end. */
export function setTheStage(): () => void {
  const { theme, paletteOpen, inspectorOpen, requestsOpen, chartsOpen, view, set } = sessionStore.getState();
  const before = { theme, paletteOpen, inspectorOpen, requestsOpen, chartsOpen, view };
  const camera = isViewKept() ? currentCamera() : null;
  const focused = document.activeElement;
  const root = document.documentElement;
  const putBack = (): void => set(before);
  const hidePanes = (): void => {
    const { lesson } = sessionStore.getState();
    set({ paletteOpen: false, inspectorOpen: lesson !== null, requestsOpen: false });
  };

  root.dataset.presenting = '';
  // Who chose a dark page has a dark room.
  set({ theme: theme === 'dark' ? 'dark' : 'projector', view: 'canvas', chartsOpen: true });
  hidePanes();
  const stops = [
    onLayout(hidePanes),
    sessionStore.subscribe((state, old) => {
      if (state.lesson !== old.lesson) hidePanes();
    }),
    fillCanvas(),
    leaveWithFullScreen(),
    // What is kept of the sitting is kept as it was.
    onLeave(putBack),
  ];
  return () => {
    for (const stop of stops) stop();
    delete root.dataset.presenting;
    putBack();
    // The panes may be arranged anew once the window has its size back.
    if (document.fullscreenElement) void document.exitFullscreen().then(putBack, () => undefined);
    if (camera) {
      keepView();
      requestAnimationFrame(() => lookAgain(camera));
    } else fitView();
    if (focused instanceof HTMLElement) requestAnimationFrame(() => focused.focus({ preventScroll: true }));
  };
}

/** The whole design, as large as it fits, and again when the canvas gets another size or another design. */
function fillCanvas(): () => void {
  const fill = (): void => {
    const { nodes, groups } = designStore.getState().design;
    showNodes(new Set([...nodes.map(({ id }) => id), ...groups.map(({ id }) => flowIdOfGroup(id))]));
  };
  const canvas = document.getElementById('canvas');
  const observer = new ResizeObserver(() => requestAnimationFrame(fill));
  if (canvas) observer.observe(canvas);
  const stop = designStore.subscribe((state, old) => {
    if (state.documentId !== old.documentId || state.design.nodes.length !== old.design.nodes.length) requestAnimationFrame(fill);
  });
  return () => {
    observer.disconnect();
    stop();
  };
}

/**
 * A browser keeps Esc to itself while it shows one page alone: leaving that leaves presenter mode. But a second window takes the whole
 * screen away, too; then the next press gets it back.
 */
function leaveWithFullScreen(): () => void {
  let wasFull = document.fullscreenElement !== null;
  const onChange = (): void => {
    const isFull = document.fullscreenElement !== null;
    if (wasFull && !isFull && !presentingStore.getState().hasNotes) stopPresenting();
    wasFull ||= isFull;
  };
  const onPress = (event: Event): void => {
    const isLeaving = event instanceof KeyboardEvent && event.key === 'Escape';
    if (wasFull && !isLeaving && document.fullscreenElement === null && presentingStore.getState().hasNotes) wholeScreen();
  };
  document.addEventListener('fullscreenchange', onChange);
  addEventListener('keyup', onPress);
  return () => {
    document.removeEventListener('fullscreenchange', onChange);
    removeEventListener('keyup', onPress);
  };
}

function onLeave(listener: () => void): () => void {
  addEventListener('pagehide', listener);
  return () => removeEventListener('pagehide', listener);
}
