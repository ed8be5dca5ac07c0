/** From the moment that somebody points at to the canvas: cards, cells, numbers and wires as they were in that second. Arrives late. */

import { concealedSlots } from '../design/concealed.ts';
import type { Id } from '../design/design.ts';
import type { FrameLayout } from '../engine/frame.ts';
import { designStore } from '../store/designStore.ts';
import { frameAt, knownStore } from '../store/known.ts';
import { momentStore, pointAt } from '../store/moment.ts';
import { runStore } from '../store/runStore.ts';
import { healthOf, holdLive, ratesOf } from './liveFeed.ts';
import { type FrameLike, type MomentColumns, momentColumns, momentPulse } from './momentPulse.ts';
import { columnsByNode, type Reading, readNode } from './readings.ts';

/** Ten pictures a second, however fast somebody moves. */
const restMs = 100;

/** Follows the moment pointed at; returns how to stop. */
export function startMomentFeed(): () => void {
  let layout: FrameLayout | null = null;
  let places: MomentColumns | null = null;
  let columns: ReturnType<typeof columnsByNode> = [];
  let shown: FrameLike | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const show = (): void => {
    const { at } = momentStore.getState();
    const { index, layout: ofRun } = runStore.getState();
    const frame = at === null ? null : frameAt(at);
    if (frame === shown) return;
    shown = frame;
    if (at === null || !frame || !index || !ofRun) {
      holdLive(null);
      return;
    }
    if (layout !== ofRun || !places) {
      layout = ofRun;
      columns = columnsByNode(ofRun);
      places = momentColumns(ofRun, index.nodes);
    }
    const time = Math.min(at, frame.end);
    const notes = knownStore.getState().notes;
    const until = notes.filter((note) => note.time <= time);
    const hidden = concealedSlots(until, designStore.getState().design.scenario, index.nodes);
    const pulse = momentPulse(frame, places, until, time, hidden);
    const readings = new Map<Id, Reading>(index.nodes.map(({ id }, i) => [id, readNode(columns[i], frame)]));
    holdLive(pulse, { health: healthOf(pulse, index), readings, rates: ratesOf(readings) });
  };
  const soon = (): void => {
    if (timer !== null) return;
    show();
    timer = setTimeout(() => {
      timer = null;
      show();
    }, restMs);
  };

  const stops = [
    momentStore.subscribe(soon),
    // Another run has no such moment.
    runStore.subscribe((state, before) => state.runId !== before.runId && pointAt(null)),
  ];
  return () => {
    for (const stop of stops) stop();
    if (timer !== null) clearTimeout(timer);
    pointAt(null);
    if (shown) holdLive(null);
  };
}
