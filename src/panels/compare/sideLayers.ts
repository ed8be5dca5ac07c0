/** The gauges and the dots over one picture: the canvas's own painters, fed by one side of the pair. One loop, no React render. */

import { boxOf, shownInstances } from '../../canvas/cardGeometry.ts';
import { currentColours, onColours } from '../../canvas/colours.ts';
import { drawDots } from '../../canvas/drawDots.ts';
import { frameLoop } from '../../canvas/frameLoop.ts';
import { createGaugePainter } from '../../canvas/gaugePainter.ts';
import { applyCamera, beginLayer, fitLayer, type LayerView } from '../../canvas/layerCanvas.ts';
import { addJourneys, advance, clearPool, createPool } from '../../canvas/particles.ts';
import type { HealthWord } from '../../canvas/pulse.ts';
import { createPaths, type EndsOf, layPaths } from '../../canvas/trafficPaths.ts';
import type { Design, Id } from '../../design/design.ts';
import { textOf } from '../../i18n/text.ts';
import { onSideSamples, pairStore, type SideName, sideStores } from '../../store/pair.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { createSideFeed } from './sideFeed.ts';

interface Layers {
  side: SideName;
  design: Design;
  gauges: HTMLCanvasElement;
  dots: HTMLCanvasElement;
  view: LayerView;
  /** When some part changes its class. */
  onHealth: (health: ReadonlyMap<Id, HealthWord>) => void;
}

/** Smaller lines could not be read. */
const leastLineZoom = 0.5;

/** Returns how to stop. */
export function startSideLayers({ side, design, gauges, dots, view, onHealth }: Layers): () => void {
  const feed = createSideFeed(design);
  const painter = createGaugePainter(leastLineZoom);
  const pool = createPool();
  const store = sideStores[side];
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const boxes = new Map(design.nodes.map((node) => [node.id, boxOf(node)]));
  const links = new Map(design.links.map((link) => [link.id, link]));
  let paths = createPaths(0);
  let clock = 0;
  let isWhole = true;
  let said = '';

  const endsOf: EndsOf = (id) => {
    const link = links.get(id);
    const [from, to] = [boxes.get(link?.from ?? ''), boxes.get(link?.to ?? '')];
    return from && to ? { from, to, axis: 'across' } : null;
  };

  const place = (): void => {
    const { index } = store.getState();
    painter.place(index);
    paths = createPaths(index?.links.length ?? 0);
    layPaths(paths, index?.links ?? [], endsOf);
    isWhole = true;
  };

  const tell = (): void => {
    const { canvas, common } = textOf(sessionStore.getState().locale);
    painter.tell({ ...canvas.live, duration: common.duration }, feed.live());
  };

  const drawGauges = (seconds: number): boolean => {
    const whole = fitLayer(gauges, view) || isWhole;
    isWhole = false;
    const ctx = beginLayer(gauges, whole);
    if (!ctx) return false;
    applyCamera(ctx, view);
    painter.begin(ctx, feed.pulse(), currentColours(), view, seconds, whole, pairStore.getState().status === 'playing');
    for (const node of design.nodes) painter.paint(node, shownInstances(node), node.x, node.y);
    if (painter.needsWhole()) isWhole = true;
    return painter.isMoving() || isWhole;
  };

  const drawTraffic = (seconds: number): boolean => {
    fitLayer(dots, view);
    const ctx = beginLayer(dots, true);
    if (!ctx) return false;
    const isPlaying = pairStore.getState().status === 'playing';
    if (isPlaying) {
      clock += seconds;
      advance(pool, clock);
    }
    if (isStill || pool.count === 0) return false;
    drawDots(ctx, pool, paths, clock, view, currentColours());
    for (const { x, y, width, height } of boxes.values())
      ctx.clearRect(x * view.zoom + view.x, y * view.zoom + view.y, width * view.zoom, height * view.zoom);
    return isPlaying;
  };

  const loop = frameLoop((seconds) => {
    const moves = drawGauges(seconds);
    return drawTraffic(seconds) || moves;
  });
  const follow = (): void => {
    feed.follow(store.getState());
    tell();
    const words = new Map([...feed.live().health].map(([id, { word }]) => [id, word]));
    const saying = [...words].join();
    if (saying !== said) {
      said = saying;
      onHealth(words);
    }
    loop.wake();
  };

  place();
  follow();
  const stops = [
    store.subscribe((state, before) => {
      if (state.runId !== before.runId || state.glance === null) clearPool(pool);
      if (state.index !== before.index) place();
      if (state.glance !== before.glance || state.frames !== before.frames) follow();
    }),
    onSideSamples(side, (rows) => {
      feed.heard(rows, store.getState());
      const { speed } = pairStore.getState();
      addJourneys(pool, rows, clock, Number.isFinite(speed) ? speed : 0);
      loop.wake();
    }),
    pairStore.subscribe((state, before) => {
      if (state.status !== before.status) loop.wake();
    }),
    onColours(() => {
      isWhole = true;
      loop.wake();
    }),
    loop.stop,
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
