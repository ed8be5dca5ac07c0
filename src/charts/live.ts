/**
 * The watched run as the charts see it: thinned frames that outlive the store's short memory, brought up to date at most
 * five times a second. Begins with the first chart on the page and then keeps listening, so that closing the strip loses nothing.
 */

import { useSyncExternalStore } from 'react';
import type { Note } from '../engine/frame.ts';
import { appendFrames, type Buckets, emptyBuckets } from '../runner/buckets.ts';
import { emptyTally, type Tally, tallyFrames } from '../runner/tally.ts';
import { type RunState, runStore } from '../store/runStore.ts';
import { busyInstances } from './load.ts';

export interface Live {
  runId: number;
  /** Changes in place; a new `Live` object says that something changed. Null before the first run is loaded. */
  buckets: Buckets | null;
  /** Totals of the whole run so far, counted from every frame. */
  tally: Tally | null;
  /** How many instances of each node (by plan index) ever did something. */
  instances: ReadonlyMap<number, number>;
  notes: readonly Note[];
}

const updateEveryMs = 200;
/** For people who asked their system for less motion. */
const calmUpdateEveryMs = 1000;

let live: Live = { runId: -1, buckets: null, tally: null, instances: new Map(), notes: [] };
let instances = new Map<number, number>();
const listeners = new Set<() => void>();
let listening = false;
let isPending = false;

/** Takes over what the store holds now. A run begun anew under the same id is told by its frames starting over. */
function catchUp(state: RunState): void {
  const { runId, layout, frames, notes } = state;
  const newest = frames.at(-1);
  const isSame = live.runId === runId && live.buckets?.layout === layout && (newest?.index ?? -1) >= live.buckets.nextFrame - 1;
  const buckets = layout === null ? null : isSame && live.buckets ? live.buckets : emptyBuckets(layout);
  const tally = layout === null ? null : isSame && live.tally ? live.tally : emptyTally(layout);
  if (!isSame) instances = new Map();
  if (buckets && tally) {
    const from = frames.findLastIndex((frame) => frame.index < buckets.nextFrame) + 1;
    for (const frame of frames.slice(from)) busyInstances(buckets.layout, frame.values, instances);
    appendFrames(buckets, frames);
    tallyFrames(tally, frames);
  }
  // The same array while nothing new happened, so that marks are not laid out again.
  const isQuiet = isSame && live.notes.length === notes.length;
  live = { runId, buckets, tally, instances, notes: isQuiet ? live.notes : notes };
  for (const listener of listeners) listener();
}

/** Follows the store, starting now. Called by the first chart; calling it earlier only makes the history longer. */
export function startLive(): void {
  if (listening) return;
  listening = true;
  catchUp(runStore.getState());
  runStore.subscribe((state, before) => {
    // a run that stands shows its last numbers at once: whoever reads them now must not read older ones
    if (state.status !== before.status && state.status !== 'playing') return catchUp(state);
    if (state.frames === before.frames && state.notes === before.notes && state.layout === before.layout && state.runId === before.runId)
      return;
    if (state.runId !== live.runId) return catchUp(state);
    if (isPending) return;
    isPending = true;
    setTimeout(
      () => {
        isPending = false;
        catchUp(runStore.getState());
      },
      matchMedia('(prefers-reduced-motion: reduce)').matches ? calmUpdateEveryMs : updateEveryMs,
    );
  });
}

function subscribe(listener: () => void): () => void {
  startLive();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The newest state of the charts' run; renders at most five times a second. */
export function useLive(): Live {
  return useSyncExternalStore(subscribe, () => live);
}
