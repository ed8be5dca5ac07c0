/** The live layers of the player: dots under the cells, both by the painters of the canvas, each in its own loop without React. */

import { type RefObject, useEffect, useRef } from 'react';
import { isSeen, seenParts } from '../../design/sight.ts';
import { textOf } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { useSession } from '../../store/hooks.ts';
import { runStore } from '../../store/runStore.ts';
import { onSamples } from '../../store/samples.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { currentColours, onColours } from '../colours.ts';
import { drawDots } from '../drawDots.ts';
import { frameLoop } from '../frameLoop.ts';
import { createGaugePainter } from '../gaugePainter.ts';
import { applyCamera, beginLayer, fitLayer, type LayerView } from '../layerCanvas.ts';
import { currentPulse, liveStore } from '../liveFeed.ts';
import { addJourneys, advance, clearPool, createPool, hasLeapt } from '../particles.ts';
import { createPaths, layPaths } from '../trafficPaths.ts';
import { useReducedMotion } from '../useMedia.ts';
import styles from './Player.module.css';
import type { Scene } from './scene.ts';
import type { PlayerCamera } from './usePlayerCamera.ts';

interface LayersProps {
  frameRef: RefObject<HTMLElement | null>;
  camera: PlayerCamera;
  scene: Scene;
}

/** The camera as the painters know it. */
function viewOf(frame: HTMLElement, { x, y, zoom }: { x: number; y: number; zoom: number }, view: LayerView): void {
  view.width = frame.clientWidth;
  view.height = frame.clientHeight;
  view.x = x;
  view.y = y;
  view.zoom = zoom;
}

const emptyView = (): LayerView => ({ width: 0, height: 0, x: 0, y: 0, zoom: 1 });

export function PlayerLayers({ frameRef, camera, scene }: LayersProps) {
  const isStill = useReducedMotion();
  const hasDots = useSession((state) => state.traffic) && !isStill;
  const sceneRef = useRef(scene);
  const wake = useRef<() => void>(() => undefined);
  const gauges = useRef<HTMLCanvasElement>(null);
  const dots = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    sceneRef.current = scene;
    wake.current();
  }, [scene]);

  useEffect(() => {
    const [frame, canvas, dotCanvas] = [frameRef.current, gauges.current, dots.current];
    if (!frame || !canvas || !dotCanvas) return;
    const painter = createGaugePainter();
    const view = emptyView();
    const dotView = emptyView();
    const pool = createPool();
    let paths = createPaths(0);
    let clock = 0;
    let isStale = true;
    let isOver = false;
    let isAdorned = false;

    const pass = (isWhole: boolean, seconds: number): void => {
      const ctx = beginLayer(canvas, isWhole);
      if (!ctx) return;
      applyCamera(ctx, view);
      painter.begin(ctx, currentPulse(), currentColours(), view, seconds, isWhole, runStore.getState().status === 'playing');
      const seen = seenParts(designStore.getState().design);
      for (const { node, instances, box } of sceneRef.current.cards)
        if (isSeen(seen, node.id)) painter.paint(node, instances, box.x, box.y);
    };
    const cells = frameLoop((seconds) => {
      viewOf(frame, camera.now(), view);
      const isWhole = fitLayer(canvas, view) || isStale;
      isStale = false;
      pass(isWhole, seconds);
      if (painter.needsWhole()) pass(true, 0);
      return painter.isMoving();
    });
    const lay = (): void => {
      const links = runStore.getState().index?.links ?? [];
      const ends = new Map(sceneRef.current.wires.map((wire) => [wire.link.id, wire.ends]));
      paths = createPaths(links.length);
      layPaths(paths, links, (link) => ends.get(link) ?? null);
    };
    const traffic = frameLoop((seconds) => {
      viewOf(frame, camera.now(), dotView);
      fitLayer(dotCanvas, dotView);
      const ctx = beginLayer(dotCanvas, true);
      const isPlaying = runStore.getState().status === 'playing';
      if (isPlaying) {
        clock += seconds;
        advance(pool, clock);
      }
      if (!ctx || !hasDots || pool.count === 0) return false;
      drawDots(ctx, pool, paths, clock, dotView, currentColours());
      // A wire that passes behind a card takes its dots with it.
      for (const { box } of sceneRef.current.cards) {
        const { x, y, zoom } = dotView;
        ctx.clearRect(box.x * zoom + x, box.y * zoom + y, box.width * zoom, box.height * zoom);
      }
      return isPlaying;
    });
    const repaint = (): void => {
      isStale = true;
      cells.wake();
      traffic.wake();
    };
    const tell = (): void => {
      const words = textOf(sessionStore.getState().locale);
      painter.tell({ ...words.canvas.live, duration: words.common.duration }, liveStore.getState());
      cells.wake();
    };
    const place = (): void => {
      painter.place(runStore.getState().index);
      lay();
      repaint();
    };
    wake.current = () => {
      lay();
      repaint();
    };
    /** Rings say how answers split: while nothing has happened there is nothing to split. Without them cards still say how they are. */
    const adorn = (): void => {
      if (isAdorned || runStore.getState().notes.length === 0) return;
      isAdorned = true;
      void import('../outcomeRing.ts').then(
        ({ startOutcomes }) => {
          if (isOver) return;
          const { adornment, stop } = startOutcomes(cells.wake);
          painter.adorn(adornment);
          stops.push(stop);
        },
        () => undefined,
      );
    };
    tell();
    place();
    const size = new ResizeObserver(repaint);
    size.observe(frame);
    const stops = [
      () => size.disconnect(),
      camera.onMove(repaint),
      liveStore.subscribe(tell),
      onColours(repaint),
      onSamples((rows) => {
        const { speed, trueSpeed, status } = runStore.getState();
        // on a leap through time nobody watches them go
        if (status !== 'playing') return;
        addJourneys(pool, rows, clock, Number.isFinite(speed) ? speed : trueSpeed);
        if (!hasDots) pool.count = 0;
        traffic.wake();
      }),
      runStore.subscribe((state, before) => {
        const isOther = hasLeapt(state, before);
        if (isOther) clearPool(pool);
        if (state.index !== before.index) place();
        if (state.glance !== before.glance) cells.wake();
        if (state.notes !== before.notes) adorn();
        if (state.status !== before.status || isOther) traffic.wake();
      }),
      sessionStore.subscribe((state, before) => {
        if (state.locale === before.locale) return;
        tell();
        repaint();
      }),
      cells.stop,
      traffic.stop,
    ];
    adorn();
    return () => {
      isOver = true;
      for (const stop of stops) stop();
    };
  }, [frameRef, camera, hasDots]);

  return (
    <>
      <canvas ref={dots} className={styles.layer} />
      <canvas ref={gauges} className={styles.layer} />
    </>
  );
}
