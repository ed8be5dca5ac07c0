/**
 * Watches the run and keeps what it leaves behind: the run before it begins anew, and the future that is given up when something is
 * done at a moment the run was put back to. While the run stands before a moment that was played already, `known` still has all of it.
 */

import type { ScenarioEvent } from '../design/design.ts';
import { appendFrames, type Buckets, emptyBuckets } from '../runner/buckets.ts';
import { emptyTally, figuresOf, tallyFrames } from '../runner/tally.ts';
import { designStore } from './designStore.ts';
import { forgetFutures, keepRun } from './futures.ts';
import { emptyHistory } from './history.ts';
import { type Known, knownStore, nothingKnown } from './known.ts';
import { removeAllPins } from './pins.ts';
import { type RunState, runStore } from './runStore.ts';

/** A run that did not even play this long leaves nothing worth keeping, simulated seconds. */
const leastSeconds = 1;

/** Begins to watch; returns how to stop. What the run has shown so far is taken over. */
export function startKeeping(): () => void {
  knownStore.setState(follow(nothingKnown, runStore.getState()), true);
  const stopRun = runStore.subscribe((state) => {
    const known = knownStore.getState();
    const next = follow(known, state);
    if (next !== known) knownStore.setState(next, true);
  });
  const stopDesign = designStore.subscribe((state, before) => {
    if (state.design === before.design || state.history !== emptyHistory) return;
    knownStore.setState(nothingKnown, true);
    forgetFutures();
    removeAllPins();
  });
  return () => {
    stopRun();
    stopDesign();
    knownStore.setState(nothingKnown, true);
  };
}

/** What is known once the run looks like `state`; keeps what is given up on the way. */
export function follow(known: Known, state: RunState): Known {
  const { runId, layout, frames, notes, time, startedFrom, index, interventions } = state;
  if (runId !== known.runId) {
    if (known.runId >= 0) keep(known, null);
    return grown({ ...nothingKnown, runId, startedFrom, index }, state);
  }
  const branchedAt = branchOf(known, interventions);
  if (branchedAt !== null) {
    keep(known, branchedAt);
    const buckets = known.buckets && shortened(known.buckets, branchedAt);
    return grown({ ...known, until: branchedAt, interventions, buckets, notes: [] }, state);
  }
  const isNew =
    time > known.until ||
    notes.length > known.notes.length ||
    interventions !== known.interventions ||
    (layout !== null && layout !== known.buckets?.layout) ||
    (frames.at(-1)?.index ?? -1) >= (known.buckets?.nextFrame ?? 0);
  return isNew ? grown(known, state) : known;
}

/** The moment of an act that was done before a moment already played; null when nothing was given up. */
function branchOf(known: Known, interventions: readonly ScenarioEvent[]): number | null {
  const newest = interventions.at(-1);
  if (interventions === known.interventions || !newest || newest.at >= known.until - 1e-9) return null;
  return known.interventions.includes(newest) ? null : newest.at;
}

function grown(known: Known, { layout, frames, notes, time, interventions }: RunState): Known {
  const buckets = layout === null ? null : known.buckets?.layout === layout ? known.buckets : emptyBuckets(layout);
  if (buckets) appendFrames(buckets, frames);
  return {
    ...known,
    buckets,
    interventions,
    until: Math.max(known.until, time),
    notes: notes.length > known.notes.length ? notes : known.notes,
  };
}

/** The buckets that are over at a moment; the frames since come again. Shares what it keeps. */
function shortened(buckets: Buckets, time: number): Buckets {
  const list = buckets.list.filter(({ end }) => end <= time + 1e-9);
  const last = list.at(-1);
  return { ...buckets, list, nextFrame: last ? last.first + last.frames : 0 };
}

function keep(known: Known, branchedAt: number | null): void {
  const { startedFrom, buckets, until, index, notes, interventions } = known;
  if (!startedFrom || !buckets || buckets.list.length === 0 || until < leastSeconds) return;
  const tally = emptyTally(buckets.layout);
  tallyFrames(
    tally,
    buckets.list.map((bucket, i) => ({ ...bucket, index: i })),
  );
  const figures = figuresOf(tally);
  keepRun({ keptAtMs: Date.now(), design: startedFrom, interventions, branchedAt, until, buckets, index, notes, figures });
}
