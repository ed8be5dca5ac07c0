import { choice, flag, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { defineSpec } from '../../schema/spec.ts';

/** Copies of static files near the users; what an edge does not have it fetches from the node it is wired to. */
export const cdnSpec = defineSpec({
  kind: 'cdn',
  category: 'edge',
  role: 'edge',
  /** Another edge behind this one is its shield. */
  calls: ['server', 'edge'],
  needs: ['server'],
  instancesField: null,
  extraInstances: 1,
  fields: {
    ttlSeconds: number({ default: 86_400, min: 0, max: 31_536_000, unit: 's', scale: 'log', source: 'V27' }),
    capacityFiles: number({ default: 1000, min: 0, max: 100_000, unit: 'keys', integer: true, scale: 'log', source: 'assumption' }),
    /** In the order of the engine's `EVICT`. */
    policy: choice(['lru', 'fifo', 'random', 'lfu'], { default: 'lru', source: 'assumption', advanced: true }),
    /** Share of static files that must not be cached. */
    uncacheableShare: number({ default: 10, min: 0, max: 100, unit: '%', source: 'V31' }),
    /** While one fetch of a file is under way, others for it wait for that one. */
    coalesce: flag({ default: true, source: 'domain 2.3' }),
    serviceMs: number({ default: 1, min: 0, max: 1000, unit: 'ms', source: 'assumption', advanced: true }),
    ...mishapFields,
  },
  metrics: {
    hits: { form: 'counter', per: 'node', unit: '' },
    misses: { form: 'counter', per: 'node', unit: '' },
    originFetches: { form: 'counter', per: 'node', unit: '' },
    stored: { form: 'gauge', per: 'node', unit: '' },
  },
});
