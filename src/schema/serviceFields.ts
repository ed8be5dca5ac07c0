/** How service times scatter: the same words for every kind that serves. The engine's `shapeOf` finds these fields by name. */

import { choice, number } from './fields.ts';

/** In the order of the engine's `FORM`. `none`: takes no time at all, for textbook models. */
export const service = choice(['lognormal', 'exponential', 'fixed', 'none', 'erlang', 'hyperexponential', 'bimodal', 'pareto'], {
  default: 'lognormal',
  source: 'assumption',
  advanced: true,
  topic: 'service',
});

/** What the forms need beside the mean. */
export const serviceShape = {
  /** Standard deviation over mean. Erlang: 1 / spread^2 stages, to the nearest whole number. */
  serviceSpread: number({
    default: 0.6,
    min: 0,
    max: 20,
    unit: '',
    scale: 'log',
    source: 'assumption',
    advanced: true,
    topic: 'service',
    when: { field: 'service', is: ['lognormal', 'erlang', 'hyperexponential', 'bimodal'] },
  }),
  /** With mean and spread it gives both branches; where the fast ones would have to take less than nothing, they take nothing. */
  slowShare: number({
    default: 5,
    min: 0.01,
    max: 99.99,
    unit: '%',
    source: 'assumption',
    advanced: true,
    topic: 'service',
    when: { field: 'service', is: ['hyperexponential', 'bimodal'] },
  }),
  /** The smaller, the heavier the tail; the mean stays. */
  tailIndex: number({
    default: 1.5,
    min: 0.1,
    max: 20,
    unit: '',
    source: 'assumption',
    advanced: true,
    topic: 'service',
    when: { field: 'service', is: ['pareto'] },
  }),
  /** Largest service time over smallest. */
  tailRange: number({
    default: 1000,
    min: 1.01,
    max: 10_000_000,
    unit: 'x',
    scale: 'log',
    source: 'assumption',
    advanced: true,
    topic: 'service',
    when: { field: 'service', is: ['pareto'] },
  }),
} as const;
