/** The watched run in numbers, for the report dialog and the share check: by the same code as the command line's. */

import { withoutConcealed } from '../design/concealed.ts';
import { compile } from '../runner/compile.ts';
import { framesHash } from '../runner/framesHash.ts';
import { type Summary, summarise } from '../runner/summary.ts';
import { designStore } from './designStore.ts';
import { withInterventions } from './replay.ts';
import type { RunState } from './runStore.ts';

/** null before anything was shown. `window` in simulated seconds; all of the run without one. */
export function summaryOfRun(state: RunState, window?: { start: number; end: number }): Summary | null {
  const { startedFrom, interventions, layout, frames, notes } = state;
  const plan = startedFrom && compile(withInterventions(startedFrom, interventions)).plan;
  return plan && layout && frames.length > 0
    ? summarise({ plan, layout, frames, notes: withoutConcealed(notes, designStore.getState().design.scenario) }, window)
    : null;
}

/** Sixteen digits that are equal when and only when every frame so far is, in whatever browser or on the command line. */
export const hashOfRun = (state: RunState): string => framesHash(state.frames);
