/** The canvas's camera: handed to `viewport.ts`, and pointed at a document when one is opened. */

import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { designStore } from '../store/designStore.ts';
import { emptyHistory } from '../store/history.ts';
import type { FlowNode, LinkEdge } from './flowAdapter.ts';
import { attachViewport, fitView } from './viewport.ts';

/** Hands the camera to `viewport.ts`, keeps --zoom for the hit areas, and shows a document whole when it is opened. */
export function useCamera(frameRef: RefObject<HTMLDivElement | null>): void {
  const instance = useReactFlow<FlowNode, LinkEdge>();
  const store = useStoreApi<FlowNode, LinkEdge>();
  useEffect(() => {
    attachViewport(instance, frameRef.current);
    let shown = 0;
    const follow = (): void => {
      // In steps, so that a zoom does not restyle every card at every pixel.
      const zoom = Math.round(store.getState().transform[2] * 10) / 10 || 0.1;
      if (zoom !== shown) frameRef.current?.style.setProperty('--zoom', String(zoom));
      shown = zoom;
    };
    follow();
    const stops = [
      store.subscribe(follow),
      designStore.subscribe((state, before) => {
        // Opening a document is what gives it the very history that stands for "none".
        if (state.design !== before.design && state.history === emptyHistory) fitView();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      attachViewport(null, null);
    };
  }, [instance, store, frameRef]);
}
