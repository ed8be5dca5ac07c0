/** What programs that answer requests have in common, whatever they answer: their lines, their memory, and what befalls them. */

import type { Faults } from './faults.ts';
import { choice, number } from './fields.ts';
import type { MetricSpec } from './spec.ts';

const ofService = { advanced: true, topic: 'service' } as const;
const ofLine = { advanced: true, topic: 'line' } as const;
const ofFailing = { advanced: true, topic: 'failing' } as const;

export const lineFields = {
  threads: number({ default: 200, min: 1, max: 10_000, unit: '', integer: true, scale: 'log', source: 'K' }),
  queueLimit: number({ default: 1000, min: 0, max: 1_000_000, unit: '', integer: true, scale: 'log', source: 'assumption' }),
  /** In the order of the engine's `DISCIPLINE`. */
  discipline: choice(['fifo', 'sharing', 'lifo', 'priority'], { default: 'fifo', source: 'assumption', ...ofLine }),
  /** Ranks of the classes, under `priority`; the engine's `processors.ts` has them all. */
  servedFirst: choice(['writes', 'reads', 'files'], {
    default: 'writes',
    source: 'assumption',
    ...ofLine,
    when: { field: 'discipline', is: ['priority'] },
  }),
  /** 0 = those in line wait for ever. */
  queueTimeoutMs: number({ default: 0, min: 0, max: 600_000, unit: 'ms', scale: 'log', source: 'assumption', ...ofLine }),
  queueTimeoutForm: choice(['fixed', 'exponential'], {
    default: 'fixed',
    source: 'assumption',
    ...ofLine,
    when: { field: 'queueTimeoutMs', above: 0 },
  }),
  /** 0 = always warm. */
  coldStartMs: number({ default: 0, min: 0, max: 600_000, unit: 'ms', scale: 'log', source: 'assumption', ...ofService }),
  keepWarmSeconds: number({
    default: 0,
    min: 0,
    max: 86_400,
    unit: 's',
    scale: 'log',
    source: 'assumption',
    ...ofService,
    when: { field: 'coldStartMs', above: 0 },
  }),
} as const;

export const memoryFields = {
  /** What a leak fills, and requests that wait. */
  memoryGB: number({ default: 8, min: 0.1, max: 1024, unit: 'GB', scale: 'log', source: 'V26', ...ofFailing }),
  /** What it takes with nobody inside: operating system, program, libraries. */
  baseMB: number({ default: 500, min: 0, max: 100_000, unit: 'MB', scale: 'log', source: 'assumption', ...ofFailing }),
  /** What one request takes for as long as it is inside; 0 = nothing that matters. */
  requestMB: number({ default: 0, min: 0, max: 1024, unit: 'MB', scale: 'log', source: 'assumption', ...ofFailing }),
} as const;

/** Whoever has `memoryFields` says how much of it is in use. */
export const memoryMetrics = {
  memoryMb: { form: 'gauge', per: 'instance', unit: 'MB' },
} as const satisfies Readonly<Record<string, MetricSpec>>;

/** In the order of the engine's `process.ts`. */
export const programFaults = {
  /** Everything stands still while garbage is collected. */
  pause: { per: 'instance', value: number({ default: 2, min: 0.2, max: 60, unit: 's', scale: 'log', source: 'domain 2.6' }) },
  /** MB a minute. */
  leak: {
    per: 'instance',
    value: number({ default: 1000, min: 1, max: 100_000, unit: 'MB', scale: 'log', source: 'assumption' }),
    lasts: true,
  },
} as const satisfies Faults;

export type LineFields = typeof lineFields;
export type MemoryFields = typeof memoryFields;
