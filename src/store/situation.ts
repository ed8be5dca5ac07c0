/** The design in hand and its run, as goals and lessons are judged on. */

import type { Design } from '../design/design.ts';
import type { Plan } from '../engine/plan.ts';
import type { Situation } from '../goals/situation.ts';
import { compile } from '../runner/compile.ts';
import { designStore } from './designStore.ts';
import { type RunState, runStore } from './runStore.ts';

/** A run has one plan for as long as it goes. */
const plans = new WeakMap<Design, Plan | null>();

function planOf(design: Design): Plan | null {
  const known = plans.get(design);
  if (known !== undefined) return known;
  const { plan } = compile(design);
  plans.set(design, plan);
  return plan;
}

/** @param design as it stands now */
export function situationOf(state: RunState, design: Design): Situation {
  const { startedFrom, layout, index, frames, notes, time, interventions } = state;
  const plan = startedFrom && planOf(startedFrom);
  if (!startedFrom || !plan || !layout || !index) return { design, run: null };
  return { design, run: { plan, index, layout, frames, notes, time, done: [...startedFrom.scenario, ...interventions] } };
}

export const situationNow = (): Situation => situationOf(runStore.getState(), designStore.getState().design);
