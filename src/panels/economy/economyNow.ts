/** Cost and business of a design by what its run has measured so far; computed once for whoever asks for the same moment. */

import type { Design } from '../../design/design.ts';
import type { Business } from '../../economy/business.ts';
import type { Plan } from '../../engine/plan.ts';
import { businessOfRun } from '../../runner/business.ts';
import { compile } from '../../runner/compile.ts';
import { type Cost, costOf } from '../../runner/cost.ts';
import { createUsedSoFar } from '../../runner/usedSoFar.ts';
import type { RunState } from '../../store/runStore.ts';

export interface Economy {
  cost: Cost;
  business: Business | null;
}

const known = new WeakMap<RunState['frames'], { design: Design; economy: Economy }>();
/** What is done while a run goes on gives it no other parts. */
const plans = new WeakMap<Design, Plan | null>();
const usedSoFar = createUsedSoFar();

export function economyOf(run: RunState, design: Design): Economy {
  const { layout, frames } = run;
  const before = known.get(frames);
  if (before?.design === design) return before.economy;
  const plan = planOf(run);
  const economy = {
    cost: costOf(design, plan && layout && frames.length > 0 ? usedSoFar(plan, layout, frames) : null),
    business: layout ? businessOfRun(design, layout, frames) : null,
  };
  known.set(frames, { design, economy });
  return economy;
}

function planOf({ startedFrom }: RunState): Plan | null {
  if (!startedFrom) return null;
  const made = plans.get(startedFrom) ?? compile(startedFrom).plan;
  plans.set(startedFrom, made);
  return made;
}
