/**
 * The watched run as the charts see it: thinned frames that outlive the store's short memory, and the tip, which is the interval that has not
 * ended yet. Brought up to date five times a second while something comes. Begins with the first chart on the page and then keeps listening, so
 * that closing the strip loses nothing.
 */

import { useSyncExternalStore } from 'react';
import type { Note } from '../engine/frame.ts';
import { appendFrames, type Bucket, type Buckets, bucketOfFrame, emptyBuckets } from '../runner/buckets.ts';
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
/** Of the interval before it, so much of the tip has to have passed: the first requests of an interval say nothing yet. */
const leastOfTip = 0.2;

/** What of the store charts show. */
const watched = ['frames', 'notes', 'soFar', 'layout', 'runId'] as const;

let live: Live = { runId: -1, buckets: null, tally: null, instances: new Map(), notes: [] };
let tip: Bucket | null = null;
let instances = new Map<number, number>();
const listeners = new Set<() => void>();
const tipListeners = new Set<() => void>();
let listening = false;

/** Takes over what the store holds now. A run begun anew under the same id is told by its frames starting over. */
function catchUp(state: RunState): void {
  const { runId, layout, frames, notes } = state;
  const newest = frames.at(-1);
  const isSame = live.runId === runId && live.buckets?.layout === layout && (newest?.index ?? -1) >= live.buckets.nextFrame - 1;
  // the same array while nothing new happened, so that marks are not laid out again
  const isQuiet = isSame && live.notes.length === notes.length;
  if (isQuiet && live.buckets && (newest?.index ?? -1) < live.buckets.nextFrame) {
    tip = tipOf(state, live.buckets);
    for (const listener of tipListeners) listener();
    return;
  }
  const buckets = layout === null ? null : isSame && live.buckets ? live.buckets : emptyBuckets(layout);
  const tally = layout === null ? null : isSame && live.tally ? live.tally : emptyTally(layout);
  if (!isSame) instances = new Map();
  if (buckets && tally) {
    const from = frames.findLastIndex((frame) => frame.index < buckets.nextFrame) + 1;
    for (const frame of frames.slice(from)) busyInstances(buckets.layout, frame.values, instances);
    appendFrames(buckets, frames);
    tallyFrames(tally, frames);
  }
  tip = buckets && tipOf(state, buckets);
  live = { runId, buckets, tally, instances, notes: isQuiet ? live.notes : notes };
  for (const listener of listeners) listener();
}

/** The store's unfinished frame as an interval, where it follows on the newest one and has lasted long enough. */
function tipOf({ soFar }: RunState, { nextFrame, list }: Buckets): Bucket | null {
  if (!soFar || soFar.index !== nextFrame) return null;
  const before = list.at(-1);
  const usual = before ? (before.end - before.start) / before.frames : 0;
  return soFar.end - soFar.start >= leastOfTip * usual ? bucketOfFrame(soFar, soFar.index) : null;
}

/** The interval that has not ended yet: only drawn, since its numbers are restless and no sum holds them. */
export const tipNow = (): Bucket | null => tip;

/** When nothing but the tip has changed; with anything else comes a new `Live`. Returns how to stop. */
export function onTip(listener: () => void): () => void {
  tipListeners.add(listener);
  return () => tipListeners.delete(listener);
}

/** Follows the store, starting now. Called by the first chart; calling it earlier only makes the history longer. */
export function startLive(): void {
  if (listening) return;
  listening = true;
  catchUp(runStore.getState());
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Wall time from which on the next update may be made. */
  let dueAt = 0;
  const update = (): void => {
    clearTimeout(timer);
    timer = undefined;
    catchUp(runStore.getState());
  };
  runStore.subscribe((state, before) => {
    // a run that stands shows its last numbers at once: whoever reads them now must not read older ones
    if (state.status !== before.status && state.status !== 'playing') return update();
    if (!watched.some((name) => state[name] !== before[name])) return;
    if (state.runId !== live.runId) return update();
    if (timer !== undefined) return;
    const every = matchMedia('(prefers-reduced-motion: reduce)').matches ? calmUpdateEveryMs : updateEveryMs;
    const now = performance.now();
    // a timer that was a little late does not make all after it late
    dueAt = Math.max(dueAt + every, now - every / 2);
    timer = setTimeout(update, dueAt - now);
  });
}

/** When something but the tip has changed. Returns how to stop. */
export function onLive(listener: () => void): () => void {
  startLive();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The newest state of the charts' run; renders at most five times a second. */
export function useLive(): Live {
  return useSyncExternalStore(onLive, () => live);
}
