import { number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { service, serviceShape } from '../../schema/serviceFields.ts';
import { defineSpec } from '../../schema/spec.ts';

/** Finds rows by words: a query asks all shards and waits for the slowest; what is written can be found after the next refresh. */
export const searchIndexSpec = defineSpec({
  kind: 'search-index',
  category: 'data',
  role: 'index',
  calls: [],
  needs: [],
  instancesField: 'instances',
  extraInstances: 0,
  fields: {
    instances: number({ default: 3, min: 1, max: 100, unit: '', integer: true, scale: 'log', source: 'assumption' }),
    vcpu: number({ default: 2, min: 1, max: 64, unit: '', integer: true, scale: 'log', source: 'V26' }),
    shards: number({ default: 5, min: 1, max: 100, unit: '', integer: true, scale: 'log', source: 'assumption' }),
    /** Further copies of each shard, on other instances. */
    replicas: number({ default: 1, min: 0, max: 5, unit: '', integer: true, source: 'assumption' }),
    cpuPerShardQueryMs: number({ default: 10, min: 0.1, max: 5000, unit: 'ms', scale: 'log', source: 'assumption' }),
    cpuPerDocMs: number({ default: 0.5, min: 0.01, max: 100, unit: 'ms', scale: 'log', source: 'assumption' }),
    service,
    ...serviceShape,
    refreshSeconds: number({ default: 1, min: 0.1, max: 3600, unit: 's', scale: 'log', source: 'K' }),
    /** Then a query answers with what it has; 0 = it waits for all shards. */
    deadlineMs: number({ default: 0, min: 0, max: 60_000, unit: 'ms', scale: 'log', source: 'assumption' }),
    /** Shard queries and documents that may wait at one instance. */
    queueLimit: number({
      default: 1000,
      min: 0,
      max: 1_000_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'K',
      advanced: true,
      topic: 'line',
    }),
    ...mishapFields,
  },
  faults: {
    /** So much of its time goes to collecting garbage, and it stands still meanwhile. */
    'heap-pressure': { per: 'instance', value: number({ default: 50, min: 1, max: 95, unit: '%', source: 'assumption' }), lasts: true },
  },
  metrics: {
    queries: { form: 'counter', per: 'node', unit: '' },
    /** Answered without all shards. */
    partial: { form: 'counter', per: 'node', unit: '' },
    documents: { form: 'counter', per: 'node', unit: '' },
    /** Shard queries and documents turned away by a full line. */
    rejected: { form: 'counter', per: 'node', unit: '' },
    /** From writing a document until it can be found, of those indexed in the frame. */
    lagP50: { form: 'gauge', per: 'node', unit: 's' },
    lagP99: { form: 'gauge', per: 'node', unit: 's' },
  },
});
