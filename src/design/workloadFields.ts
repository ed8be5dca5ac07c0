/** What all users of a design have in common: how traffic goes over time, what is asked for, and how popular each key is. */

import { choice, number, type Values } from '../schema/fields.ts';

export const workloadFields = {
  /** Multiplies every population's rate; the traffic slider of the run bar. */
  traffic: number({ default: 1, min: 0, max: 100, unit: 'x', scale: 'log', source: 'assumption' }),
  shape: choice(['steady', 'ramp', 'spike', 'day', 'trace'], { default: 'steady', source: 'domain 3.2' }),
  /** Ramp: from `rampFrom` times the rate to once the rate over `rampSeconds`. */
  rampFrom: number({ default: 0.1, min: 0, max: 1, unit: 'x', source: 'assumption' }),
  rampSeconds: number({ default: 120, min: 1, max: 86_400, unit: 's', scale: 'log', source: 'assumption' }),
  /** Spike: rises to `spikeFactor` in `spikeRiseSeconds` at `spikeAtSeconds`, holds, decays exponentially. News link preset. */
  spikeAtSeconds: number({ default: 60, min: 0, max: 86_400, unit: 's', scale: 'log', source: 'assumption' }),
  spikeFactor: number({ default: 5, min: 1, max: 100, unit: 'x', scale: 'log', source: 'domain 3.2' }),
  spikeRiseSeconds: number({ default: 10, min: 0.1, max: 3600, unit: 's', scale: 'log', source: 'domain 3.2' }),
  spikeHoldSeconds: number({ default: 30, min: 0, max: 7200, unit: 's', source: 'domain 3.2' }),
  spikeDecaySeconds: number({ default: 30, min: 0.1, max: 7200, unit: 's', scale: 'log', source: 'domain 3.2' }),
  /** Day curve: one day passes in `daySeconds`; rate x (1 + A cos(2 pi (t / day - peak))). 0.65 gives peak/mean 1.65. */
  daySeconds: number({ default: 240, min: 1, max: 86_400, unit: 's', scale: 'log', source: 'assumption' }),
  dayAmplitude: number({ default: 0.65, min: 0, max: 1, unit: '', source: 'V30' }),
  /** Share of the classes, in percent; the rest up to 100 are reads. */
  staticShare: number({ default: 40, min: 0, max: 100, unit: '%', source: 'domain 3.3' }),
  writeShare: number({ default: 6, min: 0, max: 100, unit: '%', source: 'domain 3.3' }),
  /** Rows that reads and writes choose from, and how unequal they are: P(rank r) ~ r^-s (Zipf). */
  keys: number({ default: 100_000, min: 1, max: 1_000_000, unit: 'keys', integer: true, scale: 'log', source: 'domain 3.4' }),
  keySkew: number({ default: 0.99, min: 0, max: 2.5, unit: '', source: 'V32' }),
  staticFiles: number({
    default: 2000,
    min: 1,
    max: 100_000,
    unit: 'keys',
    integer: true,
    scale: 'log',
    source: 'assumption',
    advanced: true,
  }),
  staticSkew: number({ default: 0.8, min: 0, max: 2.5, unit: '', source: 'V33', advanced: true }),
  /** Further classes of requests (domain 3.3 has 20, 5, 3 and 2 % of what is not static); none unless asked for. */
  feedShare: number({ default: 0, min: 0, max: 100, unit: '%', source: 'domain 3.3', advanced: true }),
  loginShare: number({ default: 0, min: 0, max: 100, unit: '%', source: 'domain 3.3', advanced: true }),
  searchShare: number({ default: 0, min: 0, max: 100, unit: '%', source: 'domain 3.3', advanced: true }),
  uploadShare: number({ default: 0, min: 0, max: 100, unit: '%', source: 'domain 3.3', advanced: true }),
  /** Of the day curve: the rate of the sixth and seventh day of each week over that of the others (domain 3.2: 0.85). */
  weekendFactor: number({ default: 1, min: 0, max: 10, unit: 'x', source: 'domain 3.2' }),
} as const;

/** Shares of the classes that are not reads, in the order in which a request's lot finds its class; what is left are reads. */
export const shareFields = ['staticShare', 'writeShare', 'feedShare', 'loginShare', 'searchShare', 'uploadShare'] as const;

/** Their sum, in percent. */
export const sharesOf = (params: Values): number => shareFields.reduce((sum, name) => sum + Number(params[name] ?? 0), 0);

/** The highest the rate gets over what it is set to. A trace is not looked at. */
export function highestOf({ shape, spikeFactor, dayAmplitude, weekendFactor }: Values): number {
  if (shape === 'spike') return Number(spikeFactor);
  return shape === 'day' ? (1 + Number(dayAmplitude)) * Math.max(1, Number(weekendFactor)) : 1;
}

/** Known flash crowds (domain 3.2): how high, and how fast they rise, stay and go. */
export const flashCrowds = {
  newsLink: { spikeFactor: 5, spikeRiseSeconds: 60, spikeHoldSeconds: 600, spikeDecaySeconds: 600 },
  tvAd: { spikeFactor: 10, spikeRiseSeconds: 5, spikeHoldSeconds: 60, spikeDecaySeconds: 120 },
  ticketSale: { spikeFactor: 50, spikeRiseSeconds: 1, spikeHoldSeconds: 300, spikeDecaySeconds: 300 },
} as const satisfies Record<string, Values>;
export type FlashCrowd = keyof typeof flashCrowds;

export type WorkloadFields = typeof workloadFields;
