/**
 * The dots: sampled real requests of this run travelling over the wires. One canvas with its own loop and no React render.
 * Its clock runs only while the run plays, so paused dots stand where they are; nothing moves, the loop rests.
 */

import { type ReactFlowState, useStoreApi } from '@xyflow/react';
import { Suspense, useEffect, useRef, useState } from 'react';
import { followMarkStore } from '../store/followMark.ts';
import { useSession } from '../store/hooks.ts';
import { runStore } from '../store/runStore.ts';
import { onSamples } from '../store/samples.ts';
import { latePart } from '../ui/latePart.tsx';
import css from './Canvas.module.css';
import { canvasStore } from './canvasStore.ts';
import { currentColours, onColours } from './colours.ts';
import type { Asked } from './DotChip.tsx';
import { dotNear } from './dotNear.ts';
import { drawDots, sizeOfDots } from './drawDots.ts';
import { drawFollowed, drawHeads, drawNumbers, type Rect } from './drawFollowed.ts';
import type { FlowNode, LinkEdge } from './flowAdapter.ts';
import { frameLoop } from './frameLoop.ts';
import { beginLayer, fitLayer, type LayerView, readView } from './layerCanvas.ts';
import { addJourneys, advance, clearPool, createPool, hasLeapt } from './particles.ts';
import { shownEnds } from './shownEnds.ts';
import { createPaths, type EndsOf, layPaths } from './trafficPaths.ts';
import { useReducedMotion } from './useMedia.ts';

export { startOutcomes } from './outcomeRing.ts';

const DotChip = latePart(async () => (await import('./DotChip.tsx')).DotChip);

/** How far beside a dot one may press: a moving one lies on its wire, which wants to be pressed, too. Pixels. */
const slopStill = 12;
const slopMoving = 7;

export function TrafficLayer() {
  const isStill = useReducedMotion();
  const isOn = useSession((state) => state.traffic);
  return <Dots shows={isOn && !isStill} />;
}

function Dots({ shows }: { shows: boolean }) {
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
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
      return edge ? shownEnds(nodeLookup, { id: link, from: edge.source, to: edge.target }) : null;
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
      const { mark } = followMarkStore.getState();
      const hasDots = shows && pool.count > 0;
      if (!hasDots && !mark) return false;
      if (!isLaid) lay();
      if (mark) drawFollowed(ctx, paths, mark, view, currentColours());
      if (hasDots) drawDots(ctx, pool, paths, clock, view, currentColours());
      const cards = cardsOn(flow.getState().nodeLookup, view);
      if (hasDots && !isPlaying) drawHeads(ctx, pool, paths, clock, view, currentColours());
      if (hasDots && !isPlaying) drawNumbers(ctx, pool, paths, clock, view, currentColours(), cards);
      // a wire that passes behind a card takes its dots with it
      for (const card of cards) ctx.clearRect(...card);
      return isPlaying && hasDots;
    };
    const loop = frameLoop(draw);
    const take = (rows: Float64Array): void => {
      const { trueSpeed, speed, status } = runStore.getState();
      // on a leap through time nobody watches them go
      if (status !== 'playing') return;
      addJourneys(pool, rows, clock, Number.isFinite(speed) ? speed : trueSpeed);
      if (!shows) pool.count = 0;
      loop.wake();
    };
    const relay = (): void => {
      isLaid = false;
      loop.wake();
    };
    const press = (event: MouseEvent): void => {
      if (!shows || !(event.target instanceof Element) || !isLaid) return;
      if (event.target.closest('.react-flow__node, button, a, input, [data-floats]')) return;
      const { left, top } = canvas.getBoundingClientRect();
      const [x, y] = [event.clientX - left, event.clientY - top];
      const isStill = runStore.getState().status !== 'playing';
      const near = (slop: number): number => dotNear(pool, paths, clock, view, x, y, slop);
      const dot = near(isStill ? slopStill : slopMoving);
      if (dot < 0) return;
      // dots keep beside the line of their wire: who presses the line means the wire, though a dot is near
      const isMeant = isStill && (!event.target.closest('.react-flow__edge') || near(sizeOfDots(view)) >= 0);
      setAsked({ x, y, request: pool.request[dot], bornAt: pool.bornAt[dot], isMeant });
    };
    const frame = canvas.closest('section');
    frame?.addEventListener('click', press);
    const stops = [
      () => frame?.removeEventListener('click', press),
      followMarkStore.subscribe(loop.wake),
      onSamples(take),
      flow.subscribe((state, before) => {
        if (state.nodes !== before.nodes || state.edges !== before.edges) relay();
        if (state.transform !== before.transform || state.width !== before.width || state.height !== before.height) loop.wake();
      }),
      runStore.subscribe((state, before) => {
        const isOther = hasLeapt(state, before);
        if (isOther) clearPool(pool);
        if (state.index !== before.index) relay();
        if (state.status !== before.status || isOther) loop.wake();
      }),
      canvasStore.subscribe((state, before) => {
        if (state.bends !== before.bends) relay();
      }),
      onColours(loop.wake),
      loop.stop,
    ];
    return () => {
      for (const stop of stops) stop();
      canvas.width = 0;
    };
  }, [flow, shows]);

  return (
    <>
      <canvas ref={canvasRef} className={css.layer} data-layer="traffic" />
      <Suspense>
        {asked ? <DotChip key={`${asked.request}/${asked.x}/${asked.y}`} asked={asked} onDone={() => setAsked(null)} /> : null}
      </Suspense>
    </>
  );
}

function cardsOn(nodes: ReactFlowState<FlowNode, LinkEdge>['nodeLookup'], view: LayerView): Rect[] {
  return [...nodes.values()].flatMap(({ type, width, height, internals }): Rect[] => {
    if (type !== 'card' || width === undefined || height === undefined) return [];
    const { x, y } = internals.positionAbsolute;
    return [[x * view.zoom + view.x, y * view.zoom + view.y, width * view.zoom, height * view.zoom]];
  });
}
