/** Eyes and hand are led to what somebody saw and pointed at. */

import { designStore } from '../../store/designStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { layoutNow } from '../useLayout.ts';

type View = { x: number; y: number; width: number; height: number } | null;

/** The camera that shows a piece of the canvas as large as it fits, within what the canvas can show. Pixels of the frame. */
export function cameraOn(
  view: NonNullable<View>,
  frame: { width: number; height: number },
  { minZoom, maxZoom }: { minZoom: number; maxZoom: number },
): { x: number; y: number; zoom: number } {
  const fits = Math.min(frame.width / view.width, frame.height / view.height);
  const zoom = Math.min(maxZoom, Math.max(minZoom, fits));
  return {
    x: frame.width / 2 - (view.x + view.width / 2) * zoom,
    y: frame.height / 2 - (view.y + view.height / 2) * zoom,
    zoom,
  };
}

/**
 * After the canvas has shown all of a design that was just opened. A phone, which draws it another way round, goes on showing all, and
 * fetches nothing of the editor's canvas for it. Returns how to call it off.
 */
export function lookAt(view: View): () => void {
  if (!view || layoutNow() === 'phone') return () => undefined;
  let isOff = false;
  void import('../../canvas/viewport.ts').then(({ keepView, lookAgain, minZoom, maxZoom }) => {
    const look = (): void => {
      const canvas = document.getElementById('canvas');
      if (isOff || !canvas || canvas.clientWidth === 0) return;
      keepView();
      lookAgain(cameraOn(view, { width: canvas.clientWidth, height: canvas.clientHeight }, { minZoom, maxZoom }));
    };
    requestAnimationFrame(() => requestAnimationFrame(look));
  });
  return () => {
    isOff = true;
  };
}

/** Selects the part or wire, and follows the request where there is a pane for it. */
export function pointAt({ part, request }: { part: string | null; request: { number: number; bornAt: number } | null }): void {
  if (part !== null) {
    const isNode = designStore.getState().design.nodes.some(({ id }) => id === part);
    sessionStore.getState().select(isNode ? { nodes: [part] } : { links: [part] });
  }
  if (request && layoutNow() !== 'phone')
    void import('../../store/requests.ts').then(({ follow }) => follow(request.number, request.bornAt));
}
