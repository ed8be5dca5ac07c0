import { number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { defineSpec } from '../../schema/spec.ts';

/** Keeps files of any size by name: slow, never full, and never loses what it has acknowledged. */
export const objectStorageSpec = defineSpec({
  kind: 'object-storage',
  category: 'data',
  role: 'files',
  calls: ['files'],
  needs: [],
  instancesField: null,
  extraInstances: 1,
  fields: {
    p50Ms: number({ default: 30, min: 1, max: 5000, unit: 'ms', scale: 'log', source: 'K' }),
    p99Ms: number({ default: 200, min: 1, max: 5000, unit: 'ms', scale: 'log', source: 'K' }),
    readLimit: number({ default: 5500, min: 1, max: 1_000_000, unit: '/s', scale: 'log', source: 'V23' }),
    writeLimit: number({ default: 3500, min: 1, max: 1_000_000, unit: '/s', scale: 'log', source: 'V23' }),
    /** Names are dealt over so many prefixes, each with limits of its own. */
    prefixes: number({ default: 1, min: 1, max: 10_000, unit: '', integer: true, scale: 'log', source: 'domain 2.15' }),
    objectKB: number({ default: 300, min: 1, max: 5_000_000, unit: 'KB', scale: 'log', source: 'assumption' }),
    /** Until a file is at the other storage it is wired to. */
    copySeconds: number({ default: 15, min: 0, max: 3600, unit: 's', scale: 'log', source: 'assumption' }),
    ...mishapFields,
  },
  metrics: {
    reads: { form: 'counter', per: 'node', unit: '' },
    writes: { form: 'counter', per: 'node', unit: '' },
    /** Turned away because a prefix had too many. */
    slowDowns: { form: 'counter', per: 'node', unit: '' },
    storedGB: { form: 'gauge', per: 'node', unit: '' },
    /** Here, and not yet at the other storage. */
    uncopied: { form: 'gauge', per: 'node', unit: '' },
  },
});
