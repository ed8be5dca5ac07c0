/**
 * The cells and live lines of all cards on one canvas. It has its own loop, reads the run without React, draws only when
 * something changed, and rests while nothing moves.
 */

import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { isSeen, seenParts } from '../design/sight.ts';
import { textOf } from '../i18n/text.ts';
import { designStore } from '../store/designStore.ts';
import { runStore } from '../store/runStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import css from './Canvas.module.css';
import { currentColours, onColours } from './colours.ts';
import { type FlowNode, groupOfFlowId, type LinkEdge } from './flowAdapter.ts';
import { frameLoop } from './frameLoop.ts';
import { createGaugePainter, type GaugePainter } from './gaugePainter.ts';
import { applyCamera, beginLayer, fitLayer, type LayerView, readView } from './layerCanvas.ts';
import { currentPulse, liveStore } from './liveFeed.ts';

export function GaugeLayer() {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const flow = useStoreApi<FlowNode, LinkEdge>();

  useEffect(() => {
    const canvas = canvasRef.current;
    if (!canvas) return;
    const painter = createGaugePainter();
    const view: LayerView = { width: 0, height: 0, x: 0, y: 0, zoom: 1 };
    // Something moved: cards, camera, size, theme or words. Then everything is painted, else only cards that changed.
    let isStale = true;
    let isOver = false;
    const pass = (isWhole: boolean, seconds: number): void => {
      const ctx = beginLayer(canvas, isWhole);
      if (!ctx) return;
      applyCamera(ctx, view);
      painter.begin(ctx, currentPulse(), currentColours(), view, seconds, isWhole, runStore.getState().status === 'playing');
      paintNodes(painter, flow.getState(), false);
      paintNodes(painter, flow.getState(), true);
    };
    const draw = (seconds: number): boolean => {
      readView(flow.getState(), view);
      const isWhole = fitLayer(canvas, view) || isStale;
      isStale = false;
      pass(isWhole, seconds);
      if (painter.needsWhole()) pass(true, 0);
      return painter.isMoving();
    };
    const loop = frameLoop(draw);
    const tell = (): void => {
      const { canvas, common } = textOf(sessionStore.getState().locale);
      painter.tell({ ...canvas.live, duration: common.duration }, liveStore.getState());
    };
    const retell = (): void => {
      tell();
      loop.wake();
    };
    const repaint = (): void => {
      isStale = true;
      loop.wake();
    };
    retell();
    // The painter learns of the plan's slots here: the pulse is by slot, the cards by node.
    const place = (): void => {
      painter.place(runStore.getState().index);
      repaint();
    };
    place();
    const stops = [
      flow.subscribe((state, before) => {
        if (
          state.transform !== before.transform ||
          state.nodes !== before.nodes ||
          state.width !== before.width ||
          state.height !== before.height
        )
          repaint();
      }),
      runStore.subscribe((state, before) => {
        if (state.index !== before.index) place();
        if (state.glance !== before.glance) loop.wake();
      }),
      designStore.subscribe((state, before) => {
        if (state.design.settings !== before.design.settings || state.design.links !== before.design.links) repaint();
      }),
      liveStore.subscribe(retell),
      sessionStore.subscribe((state, before) => {
        if (state.locale !== before.locale) {
          tell();
          repaint();
        }
      }),
      onColours(repaint),
      loop.stop,
    ];
    void document.fonts?.ready.then(repaint);
    // Without it cards lack their ring, and whatever does not load is told of elsewhere.
    void import('./TrafficLayer.tsx').then(
      ({ startOutcomes }) => {
        if (isOver) return;
        const { adornment, stop } = startOutcomes(loop.wake);
        painter.adorn(adornment);
        stops.push(stop);
      },
      () => undefined,
    );
    return () => {
      isOver = true;
      for (const stop of stops) stop();
    };
  }, [flow]);

  return <canvas ref={canvasRef} className={css.layer} />;
}

/** Selected cards lie above the others, so they are painted after them. */
function paintNodes(painter: GaugePainter, state: ReactFlowState<FlowNode, LinkEdge>, selected: boolean): void {
  const seen = seenParts(designStore.getState().design);
  for (const internal of state.nodeLookup.values()) {
    const user = internal.internals.userNode;
    if (user.type !== 'card' || groupOfFlowId(user.id) !== null || (user.selected ?? false) !== selected) continue;
    if (!isSeen(seen, user.data.node.id)) continue;
    const { x, y } = internal.internals.positionAbsolute;
    painter.paint(user.data.node, user.data.instances, x, y);
  }
}
