/** What a wire carries: its delay and the caller's patience with it. */

import { choice, number } from '../schema/fields.ts';

export const linkFields = {
  /** 0 = from the regions of both ends (same zone 0.5 ms). */
  rttMs: number({ default: 0, min: 0, max: 1000, unit: 'ms', source: 'V14, V15' }),
  /** In the order of the engine's `FORM`. */
  /** `none`: the wire takes no time at all, for textbook models. */
  delay: choice(['lognormal', 'exponential', 'fixed', 'none'], { default: 'lognormal', source: 'assumption', advanced: true }),
  /** Spread of the lognormal delay: standard deviation over mean. */
  jitter: number({
    default: 0.1,
    min: 0,
    max: 2,
    unit: '',
    source: 'assumption',
    advanced: true,
    when: { field: 'delay', is: ['lognormal'] },
  }),
  /** 0 = waits for ever. */
  timeoutMs: number({ default: 1000, min: 0, max: 120_000, unit: 'ms', scale: 'log', source: 'V55' }),
  retries: number({ default: 0, min: 0, max: 10, unit: '', integer: true, source: 'V55' }),
  /** First wait before a retry; doubles each time; see `backoffJitter` for what is really waited. */
  backoffMs: number({
    default: 100,
    min: 0,
    max: 60_000,
    unit: 'ms',
    scale: 'log',
    source: 'V55',
    advanced: true,
    when: { field: 'retries', above: 0 },
  }),
  backoffCapMs: number({
    default: 2000,
    min: 0,
    max: 60_000,
    unit: 'ms',
    scale: 'log',
    source: 'V55',
    advanced: true,
    when: { field: 'retries', above: 0 },
  }),
  /** Where a caller shares its calls among several wires, this one gets as many as its part of all their weights; 0 = none. */
  weight: number({ default: 1, min: 0, max: 1000, unit: '', source: 'assumption', advanced: true }),
  /** `full`: the wait is drawn between 0 and the first wait, doubled each time (Brooker 2015). `none`: it is exactly that. */
  backoffJitter: choice(['full', 'none'], { default: 'full', source: 'V55', advanced: true, when: { field: 'retries', above: 0 } }),
  /**
   * When a web server asks the part at the other end. `between`: only before it computes again; `last`: only when it has computed for
   * the last time. Where nobody computes again, all but `between` are one. Other callers pay no attention.
   */
  asked: choice(['always', 'between', 'last'], { default: 'always', source: 'assumption', advanced: true }),
} as const;

export type LinkFields = typeof linkFields;
