/** The search for capacity in the page: its probes as they come. */

import type { Design } from '../design/design.ts';
import { type CapacityAsked, mostProbes, type Probe } from '../runner/capacity.ts';
import { planUnder, searchCapacity } from '../runner/capacitySearch.ts';
import { createTrial } from './trial.ts';

export interface Probed {
  /** Decided ones, in the order in which they were asked. */
  probes: readonly Probe[];
  /** The one being played, as far as it is known. */
  open: { factor: number; probe: Probe | null } | null;
}

export const capacityTrial = createTrial<CapacityAsked, Probed>({ probes: [], open: null });

/** @returns whether it has begun: a design that cannot run has no capacity */
export function startCapacity(design: Design, asked: CapacityAsked): boolean {
  if (planUnder(design, asked, 1) === null) return false;
  capacityTrial.begin(design, asked, (crew, say) => {
    let decided = 0;
    return searchCapacity(crew, design, asked, {
      onBegin: (factor) => say.result(({ probes }) => ({ probes, open: { factor, probe: null } })),
      onProbe(probe, isDecided) {
        if (isDecided) decided++;
        say.result(({ probes }) =>
          isDecided ? { probes: [...probes, probe], open: null } : { probes, open: { factor: probe.factor, probe } },
        );
        // How many it will take is not known: each is taken for a tenth, and the last ones share what is left.
        say.share(Math.min(0.95, decided / (mostProbes / 1.6)));
      },
      onFailed: (_, reason) => say.failed(reason),
    });
  });
  return true;
}
