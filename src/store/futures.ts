/**
 * Runs of this sitting that are over, or that another future took the place of: each as it began, with what was done to it and what it
 * showed, thinned. `past.ts` keeps all but the frames. The ghost in the charts, the notebook and the comparison read it; `keepFutures.ts` alone fills it.
 */

import { createStore } from 'zustand/vanilla';
import type { Design, ScenarioEvent } from '../design/design.ts';
import type { Note } from '../engine/frame.ts';
import type { Buckets } from '../runner/buckets.ts';
import type { PlanIndex } from '../runner/planIndex.ts';
import type { Figures } from '../runner/tally.ts';
import { runsAlike, withInterventions } from './replay.ts';

/** What a run was: enough to play it again to the same numbers, and to draw it again while `buckets` are kept. */
export interface KeptRun {
  /** Within the sitting, rising. */
  id: number;
  /** Wall clock, milliseconds since 1970. */
  keptAtMs: number;
  /** As it began; its seed is in it. */
  design: Design;
  /** What was done to it while it ran, at exact simulated times. */
  interventions: readonly ScenarioEvent[];
  /** The simulated second from which another future was played instead; null when the next run began anew. */
  branchedAt: number | null;
  /** Simulated seconds it had come to. */
  until: number;
  /** Its frames, thinned; null once they were let go for those of newer runs. */
  buckets: Buckets | null;
  /** Which part of the design stands where in its frames. */
  index: PlanIndex | null;
  notes: readonly Note[];
  figures: Figures;
  /** A pinned run is never let go. */
  isPinned: boolean;
  note: string;
}

/** One side of a comparison. */
export interface ComparedRun {
  /** The kept run; null for the one being watched. */
  id: number | null;
  /** Begins like the run and holds what was done to it as its scenario: it plays to the same numbers. */
  design: Design;
}

export interface FuturesState {
  /** Oldest first. */
  kept: readonly KeptRun[];
  /** The run drawn in grey behind the charts: the newest that is over, unless another was chosen. */
  ghost: number | 'newest';
  showsGhost: boolean;
  /** What somebody wants to see side by side; the dialog that compares takes it from here. */
  compared: { a: ComparedRun; b: ComparedRun } | null;
}

/** Rows of the notebook without a pin. */
export const mostKept = 30;
/** What the thinned frames of all of them may take, bytes. */
export const mostKeptBytes = 48 * 1024 * 1024;

export const futuresStore = createStore<FuturesState>()(() => ({ kept: [], ghost: 'newest', showsGhost: true, compared: null }));

let nextId = 1;

/** Adds a run; the same run kept before gives its pin and its note to the new one. */
export function keepRun(run: Omit<KeptRun, 'id' | 'isPinned' | 'note'>): void {
  const { kept } = futuresStore.getState();
  const before = kept.find((other) => isSameRun(other, run));
  const made: KeptRun = { ...run, id: before?.id ?? nextId++, isPinned: before?.isPinned ?? false, note: before?.note ?? '' };
  futuresStore.setState({ kept: withinBounds([...kept.filter((other) => other !== before), made]), ghost: 'newest' });
}

/** Whether two runs are one: the same beginning and the same acts, however far each was played. */
export function isSameRun(a: Pick<KeptRun, 'design' | 'interventions'>, b: Pick<KeptRun, 'design' | 'interventions'>): boolean {
  return (
    a.interventions.length === b.interventions.length &&
    runsAlike(a.design, b.design) &&
    a.interventions.every((event, i) => event === b.interventions[i] || JSON.stringify(event) === JSON.stringify(b.interventions[i]))
  );
}

/** Lets rows go, oldest first, until they are few enough, and frames until they fit; neither of pinned ones while others are left. */
export function withinBounds(kept: readonly KeptRun[], most = mostKept, mostBytes = mostKeptBytes): readonly KeptRun[] {
  const loose = kept.filter(({ isPinned }) => !isPinned);
  const gone = new Set(loose.slice(0, Math.max(0, loose.length - most)));
  const rows = kept.filter((run) => !gone.has(run));
  const bytes = new Map(rows.map((run) => [run, run.buckets ? bytesOf(run.buckets) : 0]));
  let total = [...bytes.values()].reduce((sum, each) => sum + each, 0);
  const light = new Set<KeptRun>();
  // The newest is the ghost: it keeps its frames whatever it takes.
  for (const run of [...rows.slice(0, -1).filter(({ isPinned }) => !isPinned), ...rows.slice(0, -1).filter(({ isPinned }) => isPinned)]) {
    if (total <= mostBytes) break;
    total -= bytes.get(run) ?? 0;
    light.add(run);
  }
  return rows.map((run) => (light.has(run) ? { ...run, buckets: null } : run));
}

/** Bytes of its numbers; frames that have not been merged share theirs with nobody once their run is over. */
function bytesOf({ list }: Buckets): number {
  return list.reduce((sum, { values, latency }) => sum + values.byteLength + latency.byteLength, 0);
}

export function changeKept(id: number, change: Partial<Pick<KeptRun, 'isPinned' | 'note'>>): void {
  futuresStore.setState(({ kept }) => ({ kept: kept.map((run) => (run.id === id ? { ...run, ...change } : run)) }));
}

export function forgetKept(id: number): void {
  futuresStore.setState(({ kept, ghost }) => ({ kept: kept.filter((run) => run.id !== id), ghost: ghost === id ? 'newest' : ghost }));
}

/** Rows of a document that is opened again, before those of this sitting. Their frames are gone; they can be played again. */
export function restoreKept(rows: readonly Omit<KeptRun, 'id'>[]): void {
  const old = rows.map((row): KeptRun => ({ ...row, id: nextId++ }));
  futuresStore.setState(({ kept }) => ({
    kept: withinBounds([...old.filter((row) => !kept.some((run) => isSameRun(run, row))), ...kept]),
  }));
}

/** Another document has another past. */
export function forgetFutures(): void {
  futuresStore.setState({ kept: [], ghost: 'newest', compared: null });
}

/** The run to be drawn behind the one being watched; null without one that still has its frames, or when nobody wants to see it. */
export function ghostOf({ kept, ghost, showsGhost }: FuturesState): KeptRun | null {
  if (!showsGhost) return null;
  const chosen = ghost === 'newest' ? kept.at(-1) : kept.find(({ id }) => id === ghost);
  return chosen?.buckets ? chosen : null;
}

/** The design that plays a kept run again, act for act. */
export const designOfKept = ({ design, interventions }: Pick<KeptRun, 'design' | 'interventions'>): Design =>
  withInterventions(design, interventions);
