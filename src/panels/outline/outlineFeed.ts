/**
 * The numbers of the outline, at most twice a second: a screen reader must be able to read a line to its end. They are the very words
 * of the cards on the canvas, and the percentile of the inspector.
 */

import { createStore } from 'zustand/vanilla';
import { shownInstances } from '../../canvas/cardGeometry.ts';
import { currentPulse, liveStore } from '../../canvas/liveFeed.ts';
import { type LiveWords, livePieces } from '../../canvas/liveLine.ts';
import { atRest, liveNow } from '../../canvas/pulse.ts';
import type { Id } from '../../design/design.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import { type Text, textOf } from '../../i18n/text.ts';
import { designStore } from '../../store/designStore.ts';
import { runStore } from '../../store/runStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { formatDuration } from '../../ui/format.ts';
import { columnsOfNode, type NodeColumns, nodeNow } from '../nodeNow.ts';

/** Between two readings, ms. */
export const calmMs = 500;

/** Part -> its line of numbers, "284/s · 71% · p99 41 ms". */
export const outlineNumbers = createStore<ReadonlyMap<Id, string>>()(() => new Map());

const percentiles = ['p99', 'p95', 'p50'] as const;

const known = new WeakMap<object, readonly NodeColumns[]>();

/** Every part's line as it is now; parts that the page must not look into have none. */
export function numbersNow(t: Text = textOf(sessionStore.getState().locale)): ReadonlyMap<Id, string> {
  const { index, layout, frames } = runStore.getState();
  const { design } = designStore.getState();
  const frame = frames.at(-1);
  const lines = new Map<Id, string>();
  if (!index || !layout) return lines;
  const columns = known.get(layout) ?? index.nodes.map((_, at) => columnsOfNode(layout, at));
  known.set(layout, columns);
  const words: LiveWords = { ...t.canvas.live, duration: t.common.duration };
  const { health, readings } = liveStore.getState();
  const seen = seenParts(design);
  const nodes = new Map(design.nodes.map((node) => [node.id, node]));
  index.nodes.forEach(({ id, firstSlot, slots }, at) => {
    const node = nodes.get(id);
    if (!node || !isSeen(seen, id)) return;
    const its = health.get(id) ?? atRest;
    const hasServers = shownInstances(node, its.total) > 0;
    const pieces = livePieces(readings.get(id), its, liveNow(currentPulse(), firstSlot, slots, hasServers), words);
    const now = frame && columns[at] ? nodeNow(frame, columns[at]) : null;
    // the highest for which there were answers enough
    const tail = now && percentiles.find((name) => now[name] >= 0);
    if (now && tail) pieces.push(`${t.panels.inspector[tail]} ${formatDuration(now[tail], t.common.duration)}`);
    if (pieces.length > 0) lines.set(id, pieces.join(' · '));
  });
  return lines;
}

/** Begins to read; returns how to stop. */
export function startOutlineFeed(): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const read = (): void => {
    timer = null;
    outlineNumbers.setState(numbersNow(), true);
  };
  const wake = (): void => {
    timer ??= setTimeout(read, calmMs);
  };
  read();
  const stops = [liveStore.subscribe(wake), designStore.subscribe(wake), sessionStore.subscribe(wake)];
  return () => {
    for (const stop of stops) stop();
    if (timer !== null) clearTimeout(timer);
  };
}
