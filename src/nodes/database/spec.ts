import { choice, flag, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { service, serviceShape } from '../../schema/serviceFields.ts';
import { defineSpec } from '../../schema/spec.ts';

const limitedMemory = { field: 'bufferMB', above: 0 } as const;

/** One primary that takes the writes and replicas that take the reads, each behind by its own lag. */
export const databaseSpec = defineSpec({
  kind: 'database',
  category: 'data',
  role: 'store',
  calls: ['queue'],
  needs: [],
  instancesField: 'replicas',
  extraInstances: 1,
  fields: {
    replicas: number({ default: 1, min: 0, max: 30, unit: '', integer: true, source: 'domain 2.12' }),
    vcpu: number({ default: 2, min: 1, max: 96, unit: '', integer: true, source: 'V26' }),
    cpuReadMs: number({ default: 0.5, min: 0.01, max: 1000, unit: 'ms', scale: 'log', source: 'assumption' }),
    cpuWriteMs: number({ default: 1.5, min: 0.01, max: 1000, unit: 'ms', scale: 'log', source: 'assumption' }),
    /** A read of many rows put together, for a feed. */
    cpuJoinMs: number({
      default: 5,
      min: 0.01,
      max: 10_000,
      unit: 'ms',
      scale: 'log',
      source: 'domain 3.3',
      advanced: true,
      topic: 'service',
    }),
    fsyncMs: number({ default: 0.5, min: 0, max: 100, unit: 'ms', source: 'M', advanced: true, topic: 'service' }),
    /** Memory for pages of the data; 0 = as much as there is data. */
    bufferMB: number({
      default: 0,
      min: 0,
      max: 10_000_000,
      unit: 'MB',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'disk',
    }),
    rowKB: number({
      default: 1,
      min: 0.01,
      max: 10_000,
      unit: 'KB',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'disk',
      when: limitedMemory,
    }),
    pageKB: number({
      default: 8,
      min: 1,
      max: 1024,
      unit: 'KB',
      scale: 'log',
      source: 'K',
      advanced: true,
      topic: 'disk',
      when: limitedMemory,
    }),
    diskReadMs: number({
      default: 0.5,
      min: 0,
      max: 1000,
      unit: 'ms',
      source: 'assumption',
      advanced: true,
      topic: 'disk',
      when: limitedMemory,
    }),
    service,
    ...serviceShape,
    queueLimit: number({ default: 1000, min: 0, max: 1_000_000, unit: '', integer: true, scale: 'log', source: 'assumption' }),
    /** Where reads go: to the replicas (and may be stale), or all to the primary. */
    readsFrom: choice(['replicas', 'primary'], { default: 'replicas', source: 'domain 2.12' }),
    /** Mean delay before a committed write reaches a replica; the replica then needs time to apply it. */
    lagMs: number({ default: 20, min: 0, max: 3_600_000, unit: 'ms', scale: 'log', source: 'K' }),
    /** `exponential`: the log leaves in batches, so writes stay in order. `apart`: each write takes an exponential time of its own. */
    lagForm: choice(['exponential', 'fixed', 'apart'], { default: 'exponential', source: 'assumption', advanced: true }),
    /** Writes that a replica applies at once, each on one of its CPUs; they become visible in order. */
    applyThreads: number({ default: 1, min: 1, max: 1000, unit: '', integer: true, scale: 'log', source: 'assumption', advanced: true }),
    /** From the primary's death to the promoted replica taking writes: noticing, electing, re-pointing. */
    failoverSeconds: number({ default: 90, min: 1, max: 600, unit: 's', scale: 'log', source: 'V4' }),
    autoFailover: flag({ default: true, source: 'domain 2.12' }),
    ...mishapFields,
  },
  faults: {
    /** Nothing more is written: a primary's writes fail, a replica falls behind; both go on reading. */
    'disk-full': { per: 'instance', lasts: true },
  },
  metrics: {
    reads: { form: 'counter', per: 'instance', unit: '' },
    writes: { form: 'counter', per: 'instance', unit: '' },
    staleReads: { form: 'counter', per: 'instance', unit: '' },
    refusedWrites: { form: 'counter', per: 'node', unit: '' },
    acknowledgedWrites: { form: 'counter', per: 'node', unit: '' },
    lostWrites: { form: 'counter', per: 'node', unit: '', rare: true },
    /** Pages of the data in memory. */
    memoryMb: { form: 'gauge', per: 'instance', unit: 'MB' },
    /** Of the disk: two for a write, its log and its page, and one for a read of a page that is not in memory. */
    diskOps: { form: 'counter', per: 'instance', unit: '' },
    diskReads: { form: 'counter', per: 'instance', unit: '', when: limitedMemory },
    lag: { form: 'gauge', per: 'instance', unit: 's' },
    isPrimary: { form: 'gauge', per: 'instance', unit: '', hidden: true },
  },
});
