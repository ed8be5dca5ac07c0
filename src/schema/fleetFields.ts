/** How instances come and go: the fields of kinds that operators may scale. The engine's `fleet.ts` finds them by name. */

import { flag, number } from './fields.ts';

const advanced = { advanced: true, topic: 'life' } as const;

export const fleetFields = {
  /** From the decision to the first request: the machine (60 s) and the program on it (30 s). */
  bootSeconds: number({ default: 90, min: 0, max: 3600, unit: 's', scale: 'log', source: 'V13', ...advanced }),
  /** How long after that service is slower: caches are empty, nothing is compiled yet. */
  warmupSeconds: number({ default: 30, min: 0, max: 600, unit: 's', scale: 'log', source: 'assumption', ...advanced }),
  /** How many times as long service takes at first; it falls evenly to 1. */
  warmupFactor: number({
    default: 2,
    min: 1,
    max: 100,
    unit: 'x',
    source: 'assumption',
    ...advanced,
    when: { field: 'warmupSeconds', above: 0 },
  }),
  /** How long an instance that is taken away may finish what it has. */
  drainSeconds: number({ default: 30, min: 0, max: 300, unit: 's', scale: 'log', source: 'assumption', ...advanced }),
  /** Off: a count set by hand or on the timeline holds at once. On: it takes the same way as an operator's. */
  bootsByHand: flag({ default: false, source: 'assumption', ...advanced }),
} as const;

export type FleetFields = typeof fleetFields;
