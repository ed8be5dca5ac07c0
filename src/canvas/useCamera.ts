/** The canvas's camera: handed to `viewport.ts`, and pointed at a document when one is opened. */

import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { designStore } from '../store/designStore.ts';
import { emptyHistory } from '../store/history.ts';
import { type Distance, distanceAt } from './cardGeometry.ts';
import type { FlowNode, LinkEdge } from './flowAdapter.ts';
import { attachViewport, keepView, openView, refitView } from './viewport.ts';

/**
 * Hands the camera to `viewport.ts`, keeps --zoom for the hit areas and `data-far` for the type, and shows a document whole: when
 * it is opened, turned, and whenever the canvas changes size, as long as nobody moved the camera.
 */
export function useCamera(frameRef: RefObject<HTMLDivElement | null>): void {
  const instance = useReactFlow<FlowNode, LinkEdge>();
  const store = useStoreApi<FlowNode, LinkEdge>();
  useEffect(() => {
    attachViewport(instance, frameRef.current);
    let shown = 0;
    let distance: Distance = 'near';
    const follow = (): void => {
      // In steps, so that a zoom does not restyle every card at every pixel.
      const zoom = Math.round(store.getState().transform[2] * 10) / 10 || 0.1;
      if (zoom !== shown) frameRef.current?.style.setProperty('--zoom', String(zoom));
      shown = zoom;
      const before = distance;
      distance = distanceAt(store.getState().transform[2]);
      if (distance === before) return;
      if (distance === 'near') frameRef.current?.removeAttribute('data-far');
      else frameRef.current?.setAttribute('data-far', distance);
    };
    follow();
    refitView();
    const byMap = (event: Event): void => {
      if ((event.target as Element).closest('.react-flow__minimap')) keepView();
    };
    const frame = frameRef.current;
    frame?.addEventListener('pointerdown', byMap);
    frame?.addEventListener('wheel', byMap, { passive: true });
    const stops = [
      store.subscribe(follow),
      store.subscribe((state, before) => {
        if (state.width !== before.width || state.height !== before.height) refitView();
      }),
      designStore.subscribe((state, before) => {
        // Opening a document is what gives it the very history that stands for "none".
        if (state.design !== before.design && state.history === emptyHistory) openView();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      frame?.removeEventListener('pointerdown', byMap);
      frame?.removeEventListener('wheel', byMap);
      attachViewport(null, null);
    };
  }, [instance, store, frameRef]);

  useEffect(openView, []);
}
