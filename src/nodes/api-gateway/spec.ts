import { choice, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { defineSpec } from '../../schema/spec.ts';

const whole = { unit: '', integer: true } as const;
/** While anything is limited at all. */
const limits = { field: 'algorithm', is: ['token-bucket', 'fixed-window', 'sliding-window'] } as const;
const ofAll = { field: 'limitBy', is: ['all', 'all-and-user', 'all-and-address'] } as const;
const ofEach = { field: 'limitBy', is: ['user', 'address', 'all-and-user', 'all-and-address'] } as const;
const ofBoth = { field: 'limitBy', is: ['all-and-user', 'all-and-address'] } as const;

/** One gateway alone counts right by itself. */
const shares = { all: [limits, { field: 'counters', is: ['shared'] }, { field: 'instances', above: 1 }] } as const;

/** Checks who asks, turns away who asks too much, and hands the rest on. */
export const apiGatewaySpec = defineSpec({
  kind: 'api-gateway',
  category: 'edge',
  role: 'server',
  calls: ['server', 'cache'],
  needs: ['server'],
  sorts: ['server'],
  needsWhen: [{ role: 'cache', when: shares }],
  instancesField: 'instances',
  extraInstances: 0,
  fields: {
    instances: number({ default: 1, min: 1, max: 100, ...whole, scale: 'log', source: 'assumption' }),
    /** In the order of `LIMIT` (limiter.ts). */
    algorithm: choice(['token-bucket', 'fixed-window', 'sliding-window', 'none'], { default: 'token-bucket', source: 'domain 2.5' }),
    /** In the order of `LIMIT_BY` in `behavior.ts`. */
    limitBy: choice(['all', 'user', 'address', 'all-and-user', 'all-and-address'], { default: 'all', source: 'domain 2.5', when: limits }),
    limitPerSecond: number({ default: 10_000, min: 1, max: 1_000_000, unit: '/s', scale: 'log', source: 'V24', when: ofAll }),
    burst: number({ default: 5000, min: 1, max: 1_000_000, ...whole, scale: 'log', source: 'V24', when: ofAll }),
    limitPerMinute: number({ default: 100, min: 1, max: 100_000, ...whole, scale: 'log', source: 'assumption', when: ofEach }),
    burstEach: number({ default: 20, min: 1, max: 100_000, ...whole, scale: 'log', source: 'assumption', when: ofEach }),
    windowSeconds: number({
      default: 60,
      min: 1,
      max: 3600,
      unit: 's',
      scale: 'log',
      source: 'K',
      when: { field: 'algorithm', is: ['fixed-window', 'sliding-window'] },
    }),
    /** Counters of each instance for itself, or in a cache that all ask. */
    counters: choice(['local', 'shared'], { default: 'shared', source: 'domain 2.5', when: limits }),
    whenStoreFails: choice(['open', 'closed'], { default: 'open', source: 'domain 2.5', when: { field: 'counters', is: ['shared'] } }),
    /** How far the last gateway's clock is ahead of the first one's. */
    clockSkewMs: number({
      default: 0,
      min: 0,
      max: 60_000,
      unit: 'ms',
      source: 'domain 2.5',
      advanced: true,
      when: {
        all: [
          { field: 'algorithm', is: ['fixed-window', 'sliding-window'] },
          { field: 'instances', above: 1 },
        ],
      },
    }),
    cpuMs: number({ default: 0.05, min: 0.01, max: 5, unit: 'ms', scale: 'log', source: 'assumption' }),
    /** Checking a signed token; 0 = whoever comes is let in. */
    authMs: number({ default: 0.05, min: 0, max: 50, unit: 'ms', source: 'assumption' }),
    maxInside: number({ default: 10_000, min: 1, max: 1_000_000, ...whole, scale: 'log', source: 'assumption', advanced: true }),
    ...mishapFields,
  },
  metrics: {
    admitted: { form: 'counter', per: 'node', unit: '' },
    limited: { form: 'counter', per: 'node', unit: '' },
    /** Of these, those whose client was within its own limit. */
    limitedForAll: { form: 'counter', per: 'node', unit: '', when: ofBoth },
    /** Against one exact counter of all requests, asked at the same moments. */
    falseAccepts: { form: 'counter', per: 'node', unit: '' },
    falseRejects: { form: 'counter', per: 'node', unit: '' },
    /** Decided without a counter because the store did not answer. */
    undecided: { form: 'counter', per: 'node', unit: '', when: { field: 'counters', is: ['shared'] } },
    /** What it adds to requests that it hands on: its line, its work, the way to the counters. 0 while there are none. */
    addedP50: { form: 'gauge', per: 'node', unit: 's' },
    addedP99: { form: 'gauge', per: 'node', unit: 's' },
  },
});
