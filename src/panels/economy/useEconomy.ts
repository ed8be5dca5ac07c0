/** Cost and business of the design in hand by what the run has measured so far; computed once a second for whoever shows it. */

import type { Design } from '../../design/design.ts';
import type { Business } from '../../economy/business.ts';
import { businessOfRun } from '../../runner/business.ts';
import { type Cost, costOf } from '../../runner/cost.ts';
import { useDesign } from '../../store/hooks.ts';
import type { RunState } from '../../store/runStore.ts';
import { summaryOfRun } from '../../store/runSummary.ts';
import { useSlowRun } from '../theory/useSlowRun.ts';

export interface Economy {
  cost: Cost;
  business: Business | null;
}

let known: { run: RunState; design: Design; economy: Economy } | null = null;

/** Several may ask for the same moment. */
function economyOf(run: RunState, design: Design): Economy {
  if (known?.run === run && known.design === design) return known.economy;
  const economy = {
    cost: costOf(design, summaryOfRun(run)),
    business: run.layout ? businessOfRun(design, run.layout, run.frames) : null,
  };
  known = { run, design, economy };
  return economy;
}

export function useEconomy(): Economy {
  const run = useSlowRun();
  const design = useDesign((state) => state.design);
  return economyOf(run, design);
}
