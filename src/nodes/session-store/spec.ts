import { choice, flag, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { service, serviceShape } from '../../schema/serviceFields.ts';
import { defineSpec } from '../../schema/spec.ts';

const inMemory = { field: 'keptIn', is: ['memory'] } as const;
const relational = { field: 'keptIn', is: ['relational'] } as const;
const nosql = { field: 'keptIn', is: ['nosql'] } as const;
const withPrimary = { field: 'keptIn', is: ['memory', 'relational'] } as const;
const onDisk = { field: 'keptIn', is: ['relational', 'nosql'] } as const;

/** Remembers sessions for web servers that remember nothing themselves: one primary and its copies, or a quorum of equals. */
export const sessionStoreSpec = defineSpec({
  kind: 'session-store',
  category: 'data',
  role: 'sessions',
  calls: [],
  needs: [],
  instancesField: 'replicas',
  extraInstances: 1,
  fields: {
    keptIn: choice(['memory', 'relational', 'nosql'], { default: 'memory', source: 'domain 2.8' }),
    replicas: number({ default: 1, min: 0, max: 5, unit: '', integer: true, source: 'domain 2.8' }),
    ttlSeconds: number({ default: 1800, min: 1, max: 2_592_000, unit: 's', scale: 'log', source: 'assumption' }),
    memoryMs: number({ default: 0.1, min: 0.001, max: 1000, unit: 'ms', scale: 'log', source: 'domain S08', when: inMemory }),
    rowMs: number({ default: 0.5, min: 0.001, max: 1000, unit: 'ms', scale: 'log', source: 'domain S08', when: relational }),
    itemMs: number({ default: 1, min: 0.001, max: 1000, unit: 'ms', scale: 'log', source: 'assumption', when: nosql }),
    fsyncMs: number({ default: 0.5, min: 0, max: 100, unit: 'ms', source: 'M', advanced: true, topic: 'service', when: relational }),
    vcpu: number({ default: 2, min: 1, max: 96, unit: '', integer: true, source: 'V26', when: onDisk }),
    service,
    ...serviceShape,
    queueLimit: number({
      default: 10_000,
      min: 0,
      max: 1_000_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'line',
    }),
    sessionKB: number({ default: 10, min: 0.1, max: 1000, unit: 'KB', scale: 'log', source: 'assumption' }),
    memoryMB: number({ default: 6380, min: 0.1, max: 1_000_000, unit: 'MB', scale: 'log', source: 'V26', when: inMemory }),
    whenFull: choice(['evict', 'refuse'], { default: 'evict', source: 'K', when: inMemory }),
    /** Until a copy has what was written. */
    lagMs: number({ default: 20, min: 0, max: 600_000, unit: 'ms', scale: 'log', source: 'assumption', when: withPrimary }),
    autoFailover: flag({ default: true, source: 'domain 2.8', when: withPrimary }),
    /** Silence of the primary after which it counts as dead. */
    detectSeconds: number({ default: 30, min: 1, max: 600, unit: 's', scale: 'log', source: 'V6', when: withPrimary }),
    ...mishapFields,
  },
  metrics: {
    gets: { form: 'counter', per: 'node', unit: '' },
    /** Asked for and known. */
    hits: { form: 'counter', per: 'node', unit: '' },
    puts: { form: 'counter', per: 'node', unit: '' },
    /** Sessions that were asked for by somebody who had logged in, and were not there. */
    lostSessions: { form: 'counter', per: 'node', unit: '', rare: true },
    sessionsHeld: { form: 'gauge', per: 'node', unit: '' },
    sessionMB: { form: 'gauge', per: 'node', unit: '' },
    evictions: { form: 'counter', per: 'node', unit: '', when: inMemory },
    /** Sessions that were gone all at once: with the memory, or because no copy had them yet. */
    wiped: { form: 'counter', per: 'node', unit: '', rare: true },
    isPrimary: { form: 'gauge', per: 'instance', unit: '', hidden: true },
  },
});
