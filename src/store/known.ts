/** As far as the run being watched was played, whatever moment it stands at. Filled by `keepFutures.ts`, which arrives late. */

import { createStore } from 'zustand/vanilla';
import type { Design, ScenarioEvent } from '../design/design.ts';
import type { Frame, Note } from '../engine/frame.ts';
import type { Buckets } from '../runner/buckets.ts';
import { type PlanIndex, runStore } from './runStore.ts';

export interface Known {
  runId: number;
  /** Simulated seconds. */
  until: number;
  startedFrom: Design | null;
  interventions: readonly ScenarioEvent[];
  index: PlanIndex | null;
  /** Grows in place. */
  buckets: Buckets | null;
  notes: readonly Note[];
}

export const nothingKnown: Known = { runId: -1, until: 0, startedFrom: null, interventions: [], index: null, buckets: null, notes: [] };

export const knownStore = createStore<Known>()(() => nothingKnown);

/** Simulated seconds. */
export const knownUntil = (): number => knownStore.getState().until;

/** What there is to see of a moment: its frame, or where frames were let go the thinned ones; null where nothing was played. */
export function frameAt(time: number): Pick<Frame, 'start' | 'end' | 'values'> | null {
  const holds = ({ start, end }: { start: number; end: number }): boolean => start <= time && time < end;
  return runStore.getState().frames.findLast(holds) ?? knownStore.getState().buckets?.list.findLast(holds) ?? null;
}
