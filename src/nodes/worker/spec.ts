import { choice, flag, number } from '../../schema/fields.ts';
import { fleetFields } from '../../schema/fleetFields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { memoryFields, memoryMetrics, programFaults } from '../../schema/programFields.ts';
import { service, serviceShape } from '../../schema/serviceFields.ts';
import { defineSpec } from '../../schema/spec.ts';

/** Does the jobs that it is handed, several at a time, and acknowledges each before or after the work. */
export const workerSpec = defineSpec({
  kind: 'worker',
  category: 'compute',
  role: 'consumer',
  calls: ['store', 'files', 'index', 'cache'],
  needs: [],
  instancesField: 'instances',
  extraInstances: 0,
  fields: {
    instances: number({ default: 2, min: 0, max: 500, unit: '', integer: true, scale: 'log', source: 'domain 2.11' }),
    concurrency: number({ default: 10, min: 1, max: 1000, unit: '', integer: true, source: 'domain 2.11' }),
    jobMs: number({ default: 100, min: 0.01, max: 3_600_000, unit: 'ms', scale: 'log', source: 'assumption' }),
    service,
    ...serviceShape,
    /** Messages fetched ahead beside those in work. */
    prefetch: number({ default: 10, min: 0, max: 1000, unit: '', integer: true, source: 'V21' }),
    /** `before`: who dies with jobs in hand loses them. */
    ackMode: choice(['after', 'before'], { default: 'after', source: 'domain 2.11' }),
    /** Off: a job that comes again is applied again. */
    idempotent: flag({ default: false, source: 'domain 2.11' }),
    /** What a job does that breaks whoever works on it. */
    poisonDoes: choice(['crash', 'error'], { default: 'crash', source: 'domain 5 P10', advanced: true, topic: 'failing' }),
    /** After a crash by such a job; 0 = it stays down. */
    restartSeconds: number({
      default: 30,
      min: 0,
      max: 3600,
      unit: 's',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'failing',
      when: { field: 'poisonDoes', is: ['crash'] },
    }),
    /** Of what a job does elsewhere (takes money, sends a mail): share of the jobs that are done there, and the answer never comes. */
    unheardPercent: number({
      default: 0,
      min: 0,
      max: 100,
      unit: '%',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'failing',
    }),
    /** So long a worker waits for that answer; then the job counts as failed. */
    unheardSeconds: number({
      default: 10,
      min: 0,
      max: 3600,
      unit: 's',
      scale: 'log',
      source: 'assumption',
      advanced: true,
      topic: 'failing',
      when: { field: 'unheardPercent', above: 0 },
    }),
    ...fleetFields,
    ...memoryFields,
    ...mishapFields,
  },
  faults: programFaults,
  metrics: {
    ...memoryMetrics,
    jobsDone: { form: 'counter', per: 'instance', unit: '' },
    /** Effects applied once more. */
    duplicates: { form: 'counter', per: 'node', unit: '' },
    /** Repeats that an idempotent worker did not apply. */
    recognised: { form: 'counter', per: 'node', unit: '', when: { field: 'idempotent', is: ['true'] } },
    /** Done, and nobody was told. */
    unheard: { form: 'counter', per: 'node', unit: '', when: { field: 'unheardPercent', above: 0 } },
    /** Done after a later job of the same key. */
    outOfOrder: { form: 'counter', per: 'node', unit: '' },
    jobsFailed: { form: 'counter', per: 'node', unit: '' },
    /** Acknowledged, and gone with the instance that had them. */
    jobsLost: { form: 'counter', per: 'node', unit: '', rare: true, when: { field: 'ackMode', is: ['before'] } },
  },
});
