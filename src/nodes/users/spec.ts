import { number } from '../../schema/fields.ts';
import { defineSpec } from '../../schema/spec.ts';

/** People of one region. They arrive by a Poisson process and do not wait for the server before the next one arrives. */
export const usersSpec = defineSpec({
  kind: 'users',
  category: 'traffic',
  role: 'source',
  calls: ['resolver', 'edge', 'server'],
  needs: [],
  instancesField: null,
  extraInstances: 1,
  fields: {
    /** Requests of all classes per second when the workload's shape stands at 1. */
    ratePerSecond: number({ default: 100, min: 0, max: 200_000, unit: '/s', scale: 'log', source: 'assumption' }),
    /** A user gives up on the whole request after this long, retries included. Failures count as this in percentiles. */
    patienceSeconds: number({ default: 8, min: 0.1, max: 120, unit: 's', scale: 'log', source: 'assumption' }),
    /** Resolvers that these people's computers ask; each keeps an answer for its time to live. */
    resolvers: number({ default: 50, min: 1, max: 10_000, unit: '', integer: true, scale: 'log', source: 'assumption', advanced: true }),
    /** Share of resolvers that keep an answer ten times longer than told. */
    ignoreTtlShare: number({ default: 2, min: 0, max: 50, unit: '%', source: 'V17', advanced: true }),
    /** Hours by which this population's day runs ahead of the workload's. */
    hourOffset: number({ default: 0, min: -12, max: 12, unit: 'h', source: 'assumption', advanced: true }),
  },
  metrics: {
    offered: { form: 'counter', per: 'node', unit: '' },
    served: { form: 'counter', per: 'node', unit: '' },
    staleReads: { form: 'counter', per: 'node', unit: '' },
    lookups: { form: 'counter', per: 'node', unit: '' },
    /** Further attempts at requests that failed before; attempts = offered + these. */
    retries: { form: 'counter', per: 'node', unit: '' },
  },
});
