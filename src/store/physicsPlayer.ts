/** Plays reference cases in a crew of workers, as many at a time as the machine has cores for. */

import type { Design } from '../design/design.ts';
import type { CaseAnswer, CaseJob, CaseSoFar } from '../physics/caseWorker.ts';
import address from '../physics/caseWorker.ts?worker&url';
import type { CaseResult } from '../physics/check.ts';
import { lengthOf } from '../physics/length.ts';
import type { Crew, JobEnd } from '../runner/crew.ts';
import { pageCrew } from '../runner/pageCrew.ts';
import { physicsStore, type ShownCase, setCaseState, unplayed } from './physicsStore.ts';

let crew: Crew<CaseJob, CaseSoFar | null, CaseAnswer> | null = null;
const hired = () => {
  crew ??= pageCrew(address, 'physics');
  return crew;
};

/** What stopping puts back: a case that had an answer before keeps it. */
const before = new Map<string, Extract<ReturnType<typeof stateOf>, { state: 'ended' }>>();
const stateOf = (id: string) => physicsStore.getState().states[id] ?? unplayed;

function brokenDown({ id, given }: ShownCase, quick: boolean, reason: string): CaseResult {
  const { n, counts } = lengthOf(given, quick);
  return { id, kind: given.kind, verdict: 'failed', reason, n, counts, metrics: [], events: 0, seconds: 0 };
}

function settle(shown: ShownCase, quick: boolean, end: JobEnd<CaseAnswer>): void {
  const { id } = shown;
  const last = before.get(id);
  before.delete(id);
  if (end.end === 'cancelled') setCaseState(id, last ?? unplayed);
  else if (end.end === 'failed') setCaseState(id, { state: 'ended', quick, result: brokenDown(shown, quick, end.reason) });
  else if ('result' in end.result) setCaseState(id, { state: 'ended', quick, result: end.result.result });
}

/** Puts cases into the line, at their quick or their full length; those that are in it already stay as they are. */
export function playCases(cases: readonly ShownCase[], quick: boolean): void {
  for (const shown of cases) {
    const { id, listed } = shown;
    const now = stateOf(id);
    if (now.state === 'queued' || now.state === 'playing') continue;
    if (now.state === 'ended') before.set(id, now);
    setCaseState(id, { state: 'queued', quick });
    const { ended } = hired().add({ what: 'play', listed, quick }, (soFar) => setCaseState(id, { state: 'playing', quick, soFar }));
    void ended.then((end) => settle(shown, quick, end));
  }
}

/** Ends everything at once. */
export function stopCases(): void {
  crew?.cancelAll();
}

/** The designs that a case is played with; rejects with the reason where it has none. Never waits behind cases in the line. */
export async function designsFor({ listed }: ShownCase): Promise<readonly Design[]> {
  const drawer = pageCrew<CaseJob, CaseSoFar | null, CaseAnswer>(address, 'physics-designs');
  const end = await drawer.add({ what: 'designs', listed }).ended;
  if (end.end === 'done' && 'designs' in end.result) return end.result.designs;
  throw new Error(end.end === 'failed' ? end.reason : '');
}
