/**
 * The ring of outcomes on every card: what the answers of the last seconds came to, followed past React. Comes late, once there is a canvas;
 * painted by the gauge painter, whenever it paints a card.
 */

import type { Id } from '../design/design.ts';
import { sourcesOf } from '../design/wires.ts';
import type { FrameLayout } from '../engine/frame.ts';
import type { PlanIndex } from '../runner/planIndex.ts';
import { SAMPLE } from '../runner/protocol.ts';
import { designStore } from '../store/designStore.ts';
import { frameAt } from '../store/known.ts';
import { momentStore } from '../store/moment.ts';
import { runStore } from '../store/runStore.ts';
import { onSamples } from '../store/samples.ts';
import { drawOutcomes } from './drawOutcomes.ts';
import type { Adornment } from './gaugePainter.ts';
import { liveStore } from './liveFeed.ts';
import { arcsOf, isTroubled, noSplit, type Split, splitOf } from './outcomeSplit.ts';
import { hasLeapt, shapeOf, shapes } from './particles.ts';
import { columnsByNode } from './readings.ts';

/** Simulated seconds that are looked at as one. */
const lookSeconds = 3;
/** Wall time between two states of a ring while a run plays: more of them would flicker. */
const leastMs = 350;
/** Wall time in which a ring that is well again goes round once. */
const sweepMs = 240;
/** What of the sampled answers is left from one reading to the next, so that they follow the run. */
const kept = 0.8;

interface Ring {
  arcs: readonly number[];
  /** Those before it was well again, and since when: wall time. */
  before: readonly number[];
  sweptSince: number;
  isTroubled: boolean;
}

/** @param wake whoever paints: something changed @returns what is painted, and how to stop following */
export function startOutcomes(wake: () => void): { adornment: Adornment; stop: () => void } {
  const rings = new Map<Id, Ring>();
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let shownLayout: FrameLayout | null = null;
  let columns: ReturnType<typeof columnsByNode> = [];
  let shownIndex: PlanIndex | null = null;
  /** By plan link, the plan index of the part it leads to; -1 where none is drawn. */
  let calleeOf: readonly number[] = [];
  /** The same of the part it comes from, where that is users: nobody calls them, their answers are those they get. */
  let sourceOf: readonly number[] = [];
  /** Answers by plan index and `SHAPE`. */
  let sampled = new Float64Array(0);
  let readAt = Number.NEGATIVE_INFINITY;
  /** Wall time at which the newest sweep is over. */
  let sweepsUntil = 0;

  const learn = (index: PlanIndex): void => {
    shownIndex = index;
    const { design } = designStore.getState();
    const links = new Map(design.links.map((link) => [link.id, link]));
    const sources = new Set(sourcesOf(design).map(({ id }) => id));
    const places = new Map(index.nodes.map(({ id }, place) => [id, place]));
    const first = index.links.map(({ drawn }) => links.get(drawn[0])?.from ?? '');
    calleeOf = index.links.map(({ drawn }) => places.get(links.get(drawn.at(-1) ?? '')?.to ?? '') ?? -1);
    sourceOf = first.map((id) => (sources.has(id) ? (places.get(id) ?? -1) : -1));
    sampled = new Float64Array(index.nodes.length * shapes);
  };

  const hear = (rows: Float64Array): void => {
    const { index, status } = runStore.getState();
    // of a leap through time nobody saw the way
    if (!index || status !== 'playing') return;
    if (index !== shownIndex) learn(index);
    for (let row = 0; row + SAMPLE.size <= rows.length; row += SAMPLE.size) {
      if (rows[row + SAMPLE.back] === 0) continue;
      const shape = shapeOf(rows[row + SAMPLE.outcome], rows[row + SAMPLE.attempt]);
      for (const part of [calleeOf[rows[row + SAMPLE.link]] ?? -1, sourceOf[rows[row + SAMPLE.link]] ?? -1])
        if (part >= 0) sampled[part * shapes + shape]++;
    }
  };

  const read = (): void => {
    const { layout, index, frames, status } = runStore.getState();
    if (!layout || !index || liveStore.getState().readings.size === 0) {
      rings.clear();
      return;
    }
    if (index !== shownIndex) learn(index);
    if (layout !== shownLayout) {
      shownLayout = layout;
      columns = columnsByNode(layout);
    }
    const { at } = momentStore.getState();
    const shown = at === null ? lastOf(frames) : momentsOf(at);
    const mayMove = at === null && status === 'playing' && !still.matches;
    for (const [place, { id }] of index.nodes.entries()) {
      // what is pointed at was sampled at another time
      const seen = at === null ? sampled.subarray(place * shapes, (place + 1) * shapes) : noSplit;
      follow(id, splitOf(columns[place], shown, seen), mayMove);
    }
    for (let i = 0; i < sampled.length; i++) sampled[i] *= kept;
    readAt = performance.now();
    wake();
  };

  const follow = (id: Id, split: Split, mayMove: boolean): void => {
    const known = rings.get(id);
    const isBad = isTroubled(split);
    const arcs = arcsOf(split);
    if (!known) {
      rings.set(id, { arcs, before: arcs, sweptSince: Number.NEGATIVE_INFINITY, isTroubled: isBad });
      return;
    }
    if (known.isTroubled && !isBad && mayMove && arcs.some((arc) => arc > 0)) {
      known.before = known.arcs;
      known.sweptSince = performance.now();
      sweepsUntil = known.sweptSince + sweepMs;
    }
    known.arcs = arcs;
    known.isTroubled = isBad;
  };

  const sweptOf = (ring: Ring): number => Math.min(1, (performance.now() - ring.sweptSince) / sweepMs);

  const adornment: Adornment = {
    mark: (id) => {
      const ring = rings.get(id);
      if (!ring) return 0;
      let mark = Math.round(sweptOf(ring) * 20);
      for (const arc of ring.arcs) mark = mark * 101 + Math.round(arc * 100);
      return mark | 0;
    },
    draw: (ctx, id, place, colours) => {
      const ring = rings.get(id);
      if (!ring) return;
      const swept = sweptOf(ring);
      drawOutcomes(ctx, swept < 1 ? ring.before : ring.arcs, place, colours, swept);
    },
    isMoving: () => performance.now() < sweepsUntil,
  };
  const stops = [
    liveStore.subscribe((state, before) => {
      const isDue = runStore.getState().status !== 'playing' || performance.now() - readAt >= leastMs;
      if (state.readings !== before.readings && isDue) read();
    }),
    onSamples(hear),
    momentStore.subscribe(read),
    runStore.subscribe((state, before) => {
      if (state.status !== before.status) read();
      if (!hasLeapt(state, before)) return;
      rings.clear();
      sampled.fill(0);
    }),
  ];
  read();
  return {
    adornment,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

function lastOf<F extends { end: number }>(frames: readonly F[]): readonly F[] {
  const now = frames.at(-1)?.end ?? 0;
  return frames.slice(-lookSeconds).filter(({ end }) => end > now - lookSeconds);
}

/** Of a moment that is pointed at: its second alone, as everything else on the canvas. */
function momentsOf(at: number) {
  const frame = frameAt(at);
  return frame ? [frame] : [];
}
