import { choice, flag, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { defineSpec } from '../../schema/spec.ts';

/** Keeps real keys: a hit ratio is what comes out, never what goes in. Each key lives on one instance. */
export const cacheSpec = defineSpec({
  kind: 'cache',
  category: 'data',
  role: 'cache',
  calls: [],
  needs: [],
  instancesField: 'instances',
  extraInstances: 0,
  fields: {
    instances: number({ default: 1, min: 1, max: 100, unit: '', integer: true, source: 'domain 2.9' }),
    capacityKeys: number({ default: 10_000, min: 0, max: 1_000_000, unit: 'keys', integer: true, scale: 'log', source: 'domain 2.9' }),
    /** In the order of the engine's `EVICT`. */
    policy: choice(['lru', 'fifo', 'random', 'lfu'], { default: 'lru', source: 'V35' }),
    /** 0 = never expires. */
    ttlSeconds: number({ default: 300, min: 0, max: 1_000_000, unit: 's', scale: 'log', source: 'assumption' }),
    /** A hit starts the time to live again. */
    ttlRenews: flag({ default: false, source: 'domain 2.9', advanced: true }),
    serviceMs: number({ default: 0.1, min: 0, max: 10, unit: 'ms', scale: 'log', source: 'V18' }),
    queueLimit: number({
      default: 10_000,
      min: 0,
      max: 1_000_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      advanced: true,
    }),
    ...mishapFields,
  },
  metrics: {
    hits: { form: 'counter', per: 'instance', unit: '' },
    misses: { form: 'counter', per: 'instance', unit: '' },
    staleHits: { form: 'counter', per: 'instance', unit: '' },
    evictions: { form: 'counter', per: 'instance', unit: '' },
    expirations: { form: 'counter', per: 'instance', unit: '' },
    stored: { form: 'gauge', per: 'instance', unit: '' },
  },
});
