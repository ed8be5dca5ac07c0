/** What can go wrong by chance with any part: the fields that every kind but the users has. The engine finds them by name. */

import { choice, number } from './fields.ts';

const advanced = { advanced: true, topic: 'failing' } as const;
/** What is said of breakdowns means nothing where there are none. */
const ofBreakdowns = { ...advanced, when: { field: 'mtbfSeconds', above: 0 } } as const;

export const mishapFields = {
  /** Share of attempts that are answered with an error although everything works. */
  errorPercent: number({ default: 0, min: 0, max: 100, unit: '%', source: 'domain 2', ...advanced }),
  /** Mean time that an instance works before it breaks down; 0 = it never does. */
  mtbfSeconds: number({ default: 0, min: 0, max: 100_000_000, unit: 's', scale: 'log', source: 'domain 2.25', ...advanced }),
  mttrSeconds: number({ default: 300, min: 0, max: 10_000_000, unit: 's', scale: 'log', source: 'domain 2.25', ...ofBreakdowns }),
  /** In the order of the engine's `breakdowns.ts`. */
  breakdown: choice(['crash', 'hang'], { default: 'crash', source: 'assumption', ...ofBreakdowns }),
  /** How many of the node's instances can be under repair at once; 0 = all. */
  repairCrews: number({ default: 0, min: 0, max: 500, unit: '', integer: true, source: 'assumption', ...ofBreakdowns }),
} as const;

export type MishapFields = typeof mishapFields;
