/** The reference cases and what has become of them in this sitting. Never saved: whoever wants to know plays them again. */

import { createStore } from 'zustand/vanilla';
import { type ReferenceCase, readCase } from '../physics/caseFile.ts';
import { type Listed, listCases } from '../physics/caseList.ts';
import type { CaseSoFar } from '../physics/caseWorker.ts';
import type { CaseResult } from '../physics/check.ts';
import { type Family, familyOf } from '../physics/families.ts';

/** A case for people: what it is, and where its answer comes from. */
export interface ShownCase {
  id: string;
  family: Family;
  description: string;
  source: string;
  /** The metric that stands for the case where there is room for one. */
  primary: string;
  given: ReferenceCase;
  listed: Listed;
}

export type CaseState =
  | { state: 'unplayed' }
  /** In the line for a worker. */
  | { state: 'queued'; quick: boolean }
  | { state: 'playing'; quick: boolean; soFar: CaseSoFar | null }
  | { state: 'ended'; quick: boolean; result: CaseResult };

export interface PhysicsState {
  /** Empty until they have been fetched. */
  cases: readonly ShownCase[];
  /** By id; who is not here is unplayed. */
  states: Readonly<Record<string, CaseState>>;
}

export const physicsStore = createStore<PhysicsState>()(() => ({ cases: [], states: {} }));

export const unplayed: CaseState = { state: 'unplayed' };

function shown(listed: Listed): ShownCase {
  const given = readCase(listed.value, listed.position);
  const { description, source, primary_metric: primary } = listed.value as Record<'description' | 'source' | 'primary_metric', string>;
  const [first] = Object.keys(given.expected);
  return { id: listed.id, family: familyOf(listed.kind), description, source, primary: primary ?? first, given, listed };
}

/** Fetches the cases, once. Rejects when they cannot be had, e.g. without a network. */
export async function loadCases(): Promise<void> {
  if (physicsStore.getState().cases.length > 0) return;
  const { default: text } = await import('../library/physics/cases.json?raw');
  physicsStore.setState({ cases: listCases(text).map(shown) });
}

export function setCaseState(id: string, state: CaseState): void {
  physicsStore.setState(({ states }) => ({ states: { ...states, [id]: state } }));
}
