/** Notes how the design of an interview is built, step by step, as long as its document is in hand. A gesture is one step. */

import type { Design } from '../design/design.ts';
import { type BuildStep, designsOf, withStep } from '../prompts/buildHistory.ts';
import { withoutHidden } from '../prompts/drill.ts';
import { type DesignState, designStore } from './designStore.ts';
import { readBuild, writeBuild } from './interviewKept.ts';

let steps: readonly BuildStep[] = [];
/** The design that the steps come to. */
let built: Design | null = null;
let stop: (() => void) | null = null;

/** The steps of the interview that is taken. */
export const buildSteps = (): readonly BuildStep[] => steps;

export interface Recording {
  given: Design;
  documentId: () => string | null;
  /** Seconds of the interview. */
  now: () => number;
  /** There is more of the design than before: parts or wires. */
  onDrawn: () => void;
  /** The interview begins; else it goes on where a reload ended. */
  isNew: boolean;
}

/** From now on. Another interview's steps are forgotten. */
export function startRecorder({ given, documentId, now, onDrawn, isNew }: Recording): void {
  stopRecorder();
  steps = isNew ? [] : readBuild();
  built = designsOf(given, steps).at(-1) ?? given;
  const look = (state: DesignState, before: DesignState | null): void => {
    const { design, history } = state;
    if (state.documentId === null || state.documentId !== documentId() || history.gesture || built === null) return;
    if (before !== null && design === before.design && history === before.history) return;
    const next = withStep(steps, built, withoutHidden(design), now(), labelOf(state, before, isNew));
    const isMore = design.nodes.length > built.nodes.length || design.links.length > built.links.length;
    built = withoutHidden(design);
    if (next === steps) return;
    if (isMore && before !== null) onDrawn();
    steps = next;
    writeBuild(steps);
  };
  look(designStore.getState(), null);
  stop = designStore.subscribe(look);
}

export function stopRecorder(): void {
  stop?.();
  stop = null;
  steps = [];
  built = null;
}

/** What was done, as the words of undo call it. */
function labelOf({ history, design }: DesignState, before: DesignState | null, isNew: boolean): string {
  if (before === null) return isNew ? 'begin' : 'reopened';
  if (history.past.length === 0 && history.future.length === 0) return 'reopened';
  if (history.future.length > before.history.future.length) return 'undo';
  if (before.history.future[0]?.design === design) return 'redo';
  return history.past.at(-1)?.label ?? 'reopened';
}
