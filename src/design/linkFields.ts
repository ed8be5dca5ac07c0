/** What a wire carries: its delay and the caller's patience with it. */

import { requestClasses } from '../engine/plan.ts';
import { choice, flag, number } from '../schema/fields.ts';

const guard = { advanced: true, topic: 'guard' } as const;
const ofBreaker = { ...guard, when: { field: 'breaker', is: ['true'] } } as const;

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
  /** Each message takes its size over this longer, whatever else is under way; 0 = no limit. */
  mbps: number({ default: 0, min: 0, max: 100_000, unit: 'Mbit/s', scale: 'log', source: 'domain 0.3', advanced: true }),
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
  /**
   * Which requests go this way. A wire that names a class takes it away from those that carry all, as routes do; a service asks all of
   * them. Only those who sort what they ask pay attention (`Spec.sorts`).
   */
  carries: choice(['all', ...requestClasses], { default: 'all', source: 'assumption' }),
  // --- what the caller does to protect itself, in the order in which a call passes it (engine/policies.ts) ---
  /** Calls of one caller at once; 0 = as many as come. Envoy's is 1024. */
  maxRequests: number({ default: 0, min: 0, max: 100_000, unit: '', integer: true, scale: 'log', source: 'V9', ...guard }),
  maxPending: number({
    default: 0,
    min: 0,
    max: 100_000,
    unit: '',
    integer: true,
    scale: 'log',
    source: 'V9',
    ...guard,
    when: { field: 'poolSize', above: 0 },
  }),
  maxRetries: number({
    default: 0,
    min: 0,
    max: 10_000,
    unit: '',
    integer: true,
    source: 'V9',
    ...guard,
    when: { field: 'retries', above: 0 },
  }),
  /** Retries per hundred first attempts; 0 = any number. */
  retryBudget: number({ default: 0, min: 0, max: 100, unit: '%', source: 'V9, V44', ...guard, when: { field: 'retries', above: 0 } }),
  retryWrites: flag({ default: true, source: 'assumption', ...guard, when: { field: 'retries', above: 0 } }),
  breaker: flag({ default: false, source: 'V10', ...guard }),
  breakerWindow: number({ default: 100, min: 2, max: 1000, unit: '', integer: true, source: 'V10', ...ofBreaker }),
  breakerCalls: number({ default: 100, min: 1, max: 1000, unit: '', integer: true, source: 'V10', ...ofBreaker }),
  breakerPercent: number({ default: 50, min: 1, max: 100, unit: '%', source: 'V10', ...ofBreaker }),
  breakerOpenSeconds: number({ default: 60, min: 0.1, max: 3600, unit: 's', scale: 'log', source: 'V10', ...ofBreaker }),
  breakerProbes: number({ default: 10, min: 1, max: 1000, unit: '', integer: true, source: 'V10', ...ofBreaker }),
  /** Connections of one caller; 0 = as many as it needs. HikariCP's is 10. */
  poolSize: number({ default: 0, min: 0, max: 1000, unit: '', integer: true, source: 'V7', ...guard }),
  /** 0 = waits for ever. */
  poolWaitMs: number({
    default: 30_000,
    min: 0,
    max: 600_000,
    unit: 'ms',
    scale: 'log',
    source: 'V7',
    ...guard,
    when: { field: 'poolSize', above: 0 },
  }),
  /** A copy of a call whose answer is late goes to another instance. In the order of the policy's `hedge`. */
  hedge: choice(['off', 'after', 'percentile'], { default: 'off', source: 'V38', ...guard }),
  hedgeMs: number({
    default: 50,
    min: 0,
    max: 60_000,
    unit: 'ms',
    scale: 'log',
    source: 'assumption',
    ...guard,
    when: { field: 'hedge', is: ['after'] },
  }),
  /** Of the newest 200 good answers. */
  hedgePercentile: number({
    default: 95,
    min: 50,
    max: 99.9,
    unit: '%',
    source: 'V38',
    ...guard,
    when: { field: 'hedge', is: ['percentile'] },
  }),
  cancelOnTimeout: flag({ default: false, source: 'assumption', ...guard }),
  passDeadline: flag({ default: false, source: 'assumption', ...guard }),
  /** Whoever is called drops what it would begin too late. */
  dropLate: flag({ default: false, source: 'domain 5.1', ...guard }),
  deadlineMarginMs: number({
    default: 0,
    min: 0,
    max: 60_000,
    unit: 'ms',
    scale: 'log',
    source: 'domain 5.1',
    ...guard,
    when: { field: 'dropLate', is: ['true'] },
  }),
} as const;

export type LinkFields = typeof linkFields;
