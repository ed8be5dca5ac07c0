/**
 * The dots: sampled real requests of this run travelling over the wires. One canvas with its own loop and no React render.
 * Its clock runs only while the run plays, so paused dots stand where they are; nothing moves, the loop rests.
 */

import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { SAMPLE } from '../runner/protocol.ts';
import { useSession } from '../store/hooks.ts';
import { runStore } from '../store/runStore.ts';
import { onSamples } from '../store/samples.ts';
import css from './Canvas.module.css';
import { currentColours, onColours } from './colours.ts';
import { drawDots } from './drawDots.ts';
import type { FlowNode, LinkEdge } from './flowAdapter.ts';
import { frameLoop } from './frameLoop.ts';
import { readView } from './GaugeLayer.tsx';
import { beginLayer, fitLayer, type LayerView } from './layerCanvas.ts';
import { noteJourney } from './liveFeed.ts';
import { addJourneys, advance, clearPool, createPool } from './particles.ts';
import { shownEnds } from './shownEnds.ts';
import { createPaths, type EndsOf, layPaths } from './trafficPaths.ts';
import { useReducedMotion } from './useMedia.ts';

export function TrafficLayer() {
  const isStill = useReducedMotion();
  const isOn = useSession((state) => state.traffic);
  return <Dots shows={isOn && !isStill} />;
}

function Dots({ shows }: { shows: boolean }) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const flow = useStoreApi<FlowNode, LinkEdge>();

  useEffect(() => {
    const canvas = canvasRef.current;
    if (!canvas) return;
    const pool = createPool();
    const view: LayerView = { width: 0, height: 0, x: 0, y: 0, zoom: 1 };
    let paths = createPaths(0);
    let isLaid = false;
    let clock = 0;

    const endsOf: EndsOf = (link) => {
      const { edgeLookup, nodeLookup } = flow.getState();
      const edge = edgeLookup.get(link);
      return edge ? shownEnds(nodeLookup, edge.source, edge.target) : null;
    };
    const lay = (): void => {
      const links = runStore.getState().index?.links ?? [];
      if (paths.links !== links.length) paths = createPaths(links.length);
      layPaths(paths, links, endsOf);
      isLaid = true;
    };
    const draw = (seconds: number): boolean => {
      readView(flow.getState(), view);
      fitLayer(canvas, view);
      const ctx = beginLayer(canvas, true);
      if (!ctx) return false;
      const isPlaying = runStore.getState().status === 'playing';
      if (isPlaying) {
        clock += seconds;
        advance(pool, clock);
      }
      if (!shows || pool.count === 0) return false;
      if (!isLaid) lay();
      drawDots(ctx, pool, paths, clock, view, currentColours());
      hideBehindCards(ctx, flow.getState().nodeLookup, view);
      return isPlaying;
    };
    const loop = frameLoop(draw);
    const take = (rows: Float64Array): void => {
      const { index, trueSpeed, speed } = runStore.getState();
      for (let row = 0; row + SAMPLE.size <= rows.length; row += SAMPLE.size) {
        if (rows[row + SAMPLE.back] === 0) noteJourney(index?.links[rows[row + SAMPLE.link]]?.drawn ?? []);
      }
      addJourneys(pool, rows, clock, Number.isFinite(speed) ? speed : trueSpeed);
      if (!shows) pool.count = 0;
      loop.wake();
    };
    const relay = (): void => {
      isLaid = false;
      loop.wake();
    };
    const stops = [
      onSamples(take),
      flow.subscribe((state, before) => {
        if (state.nodes !== before.nodes || state.edges !== before.edges) relay();
        if (state.transform !== before.transform || state.width !== before.width || state.height !== before.height) loop.wake();
      }),
      runStore.subscribe((state, before) => {
        if (state.runId !== before.runId) clearPool(pool);
        if (state.index !== before.index) relay();
        if (state.status !== before.status || state.runId !== before.runId) loop.wake();
      }),
      onColours(loop.wake),
      loop.stop,
    ];
    return () => {
      for (const stop of stops) stop();
      canvas.width = 0;
    };
  }, [flow, shows]);

  return <canvas ref={canvasRef} className={css.layer} />;
}

/** A wire that passes behind a card takes its dots with it. */
function hideBehindCards(ctx: CanvasRenderingContext2D, nodes: ReactFlowState<FlowNode, LinkEdge>['nodeLookup'], view: LayerView): void {
  for (const { type, width, height, internals } of nodes.values()) {
    if (type !== 'card' || width === undefined || height === undefined) continue;
    const { x, y } = internals.positionAbsolute;
    ctx.clearRect(x * view.zoom + view.x, y * view.zoom + view.y, width * view.zoom, height * view.zoom);
  }
}
