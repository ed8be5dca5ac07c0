import { choice, flag, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { defineSpec } from '../../schema/spec.ts';

/** Copies of static files near the users; what an edge does not have it fetches from the node it is wired to. */
export const cdnSpec = defineSpec({
  kind: 'cdn',
  category: 'edge',
  role: 'edge',
  /** Another edge behind this one is its shield; a storage of files has files and nothing else. */
  calls: ['server', 'edge', 'files'],
  needs: ['server'],
  standsIn: ['files'],
  instancesField: null,
  extraInstances: 1,
  nearCallers: true,
  fields: {
    ttlSeconds: number({ default: 86_400, min: 0, max: 31_536_000, unit: 's', scale: 'log', source: 'V27' }),
    /** How long pages that are only read are kept, too; 0 = not at all. */
    pageTtlSeconds: number({ default: 0, min: 0, max: 3600, unit: 's', scale: 'log', source: 'domain S05' }),
    sizedBy: choice(['files', 'bytes'], { default: 'files', source: 'assumption', advanced: true }),
    capacityFiles: number({
      default: 1000,
      min: 0,
      max: 100_000,
      unit: 'keys',
      integer: true,
      scale: 'log',
      source: 'assumption',
      when: { field: 'sizedBy', is: ['files'] },
    }),
    capacityGB: number({
      default: 100,
      min: 0,
      max: 100_000,
      unit: 'GB',
      scale: 'log',
      source: 'assumption',
      when: { field: 'sizedBy', is: ['bytes'] },
    }),
    /** In the order of the engine's `EVICT`. */
    policy: choice(['lru', 'fifo', 'random', 'lfu'], { default: 'lru', source: 'assumption', advanced: true }),
    /** Mean size of a file, and standard deviation over mean (lognormal). */
    fileKB: number({ default: 30, min: 0.1, max: 1_000_000, unit: 'KB', scale: 'log', source: 'domain 3.5', advanced: true }),
    fileSpread: number({ default: 1, min: 0, max: 20, unit: '', source: 'assumption', advanced: true }),
    pageKB: number({ default: 20, min: 0.1, max: 100_000, unit: 'KB', scale: 'log', source: 'domain 3.5', advanced: true }),
    /** Share of static files that must not be cached. */
    uncacheableShare: number({ default: 10, min: 0, max: 100, unit: '%', source: 'V31' }),
    /** Of each URL, e.g. by language or encoding (`Vary`); a visitor always wants the same one. */
    variants: number({ default: 1, min: 1, max: 8, unit: '', integer: true, source: 'assumption', advanced: true }),
    /** While one fetch of a file is under way, others for it wait for that one. */
    coalesce: flag({ default: true, source: 'domain 2.3' }),
    /** How long a copy is kept past its time, to be served when the origin fails; 0 = not at all. */
    staleIfErrorSeconds: number({ default: 0, min: 0, max: 31_536_000, unit: 's', scale: 'log', source: 'domain 2.3' }),
    serviceMs: number({ default: 1, min: 0, max: 1000, unit: 'ms', source: 'assumption', advanced: true }),
    ...mishapFields,
  },
  faults: {
    /** Every copy is gone at once. */
    purge: { per: 'instance' },
  },
  metrics: {
    hits: { form: 'counter', per: 'instance', unit: '' },
    misses: { form: 'counter', per: 'instance', unit: '' },
    originFetches: { form: 'counter', per: 'instance', unit: '' },
    stored: { form: 'gauge', per: 'instance', unit: '' },
    /** Pages answered from a copy. */
    pageHits: { form: 'counter', per: 'instance', unit: '', when: { field: 'pageTtlSeconds', above: 0 } },
    staleServed: { form: 'counter', per: 'instance', unit: '', when: { field: 'staleIfErrorSeconds', above: 0 } },
    /** Sent to users since the run began. */
    egressGB: { form: 'gauge', per: 'instance', unit: 'GB' },
    /** For the bill. */
    egressMB: { form: 'counter', per: 'node', unit: 'MB', hidden: true },
    egressMbps: { form: 'gauge', per: 'instance', unit: 'Mbit/s' },
    originMbps: { form: 'gauge', per: 'instance', unit: 'Mbit/s' },
    /** Share of the bytes sent to users that came from copies. */
    byteHitRatio: { form: 'gauge', per: 'node', unit: '%' },
    /** The oldest copy served. */
    copyAge: { form: 'gauge', per: 'instance', unit: 's' },
  },
});
