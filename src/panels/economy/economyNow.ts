/** Cost and business of a design by what its run has measured so far; computed once for whoever asks for the same moment. */

import type { Design } from '../../design/design.ts';
import type { Business } from '../../economy/business.ts';
import { businessOfRun } from '../../runner/business.ts';
import { type Cost, costOf } from '../../runner/cost.ts';
import type { RunState } from '../../store/runStore.ts';
import { summaryOfRun } from '../../store/runSummary.ts';

export interface Economy {
  cost: Cost;
  business: Business | null;
}

let known: { frames: RunState['frames']; design: Design; economy: Economy } | null = null;

export function economyOf(run: RunState, design: Design): Economy {
  if (known?.frames === run.frames && known.design === design) return known.economy;
  const economy = {
    cost: costOf(design, summaryOfRun(run)),
    business: run.layout ? businessOfRun(design, run.layout, run.frames) : null,
  };
  known = { frames: run.frames, design, economy };
  return economy;
}
