import { choice, flag, number } from '../../schema/fields.ts';
import { fleetFields } from '../../schema/fleetFields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { lineFields, memoryFields, memoryMetrics, programFaults } from '../../schema/programFields.ts';
import { service, serviceShape } from '../../schema/serviceFields.ts';
import { defineSpec } from '../../schema/spec.ts';

/** One job of an application as a program of its own: it answers other programs, and may do without what fails behind it. */
export const serviceSpec = defineSpec({
  kind: 'service',
  category: 'compute',
  role: 'server',
  calls: ['server', 'cache', 'store', 'queue', 'consumer', 'index', 'files'],
  needs: [],
  sorts: ['server', 'store'],
  instancesField: 'instances',
  extraInstances: 0,
  fields: {
    instances: number({ default: 1, min: 1, max: 500, unit: '', integer: true, scale: 'log', source: 'assumption' }),
    vcpu: number({ default: 2, min: 1, max: 1024, unit: '', integer: true, scale: 'log', source: 'V26' }),
    cpuCallMs: number({ default: 3, min: 0.01, max: 1000, unit: 'ms', scale: 'log', source: 'assumption' }),
    service,
    ...serviceShape,
    /** Of several services behind it. In the order of `dependencies.ts`. */
    calling: choice(['in-turn', 'at-once'], { default: 'in-turn', source: 'domain 2.7' }),
    /** Calls to each of them, in turn to its instances. */
    fanOut: number({
      default: 1,
      min: 1,
      max: 100,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      when: { field: 'calling', is: ['at-once'] },
    }),
    /** In the order of `dependencies.ts`. */
    join: choice(['all', 'quorum', 'deadline'], { default: 'all', source: 'domain 2.7' }),
    quorum: number({
      default: 1,
      min: 1,
      max: 100,
      unit: '',
      integer: true,
      source: 'assumption',
      when: { field: 'join', is: ['quorum'] },
    }),
    deadlineMs: number({
      default: 1000,
      min: 10,
      max: 30_000,
      unit: 'ms',
      scale: 'log',
      source: 'assumption',
      when: { field: 'join', is: ['deadline'] },
    }),
    fallback: flag({ default: false, source: 'domain 2.7' }),
    ...lineFields,
    /** Rows a read asks for, one after the other. */
    readsPerRequest: number({ default: 1, min: 0, max: 20, unit: '', integer: true, source: 'domain 3.3', advanced: true, topic: 'asks' }),
    /** Share of writes that also leave a job in the queue. */
    jobShare: number({ default: 25, min: 0, max: 100, unit: '%', source: 'assumption', advanced: true, topic: 'asks' }),
    /** Off: calls of a program that runs a newer version than this one are answered with an error. */
    understandsNewer: flag({ default: true, source: 'assumption', advanced: true, topic: 'life' }),
    ...fleetFields,
    runsOn: choice(['machine', 'container'], { default: 'machine', source: 'V26', advanced: true, topic: 'life' }),
    ...memoryFields,
    ...mishapFields,
  },
  faults: programFaults,
  metrics: {
    threadsBusy: { form: 'level', per: 'instance', unit: '' },
    ...memoryMetrics,
    /** Answers that had to do without something, and their share of the answers of the frame. */
    fallbacks: { form: 'counter', per: 'node', unit: '' },
    fallbackShare: { form: 'gauge', per: 'node', unit: '%' },
    jobsPublished: { form: 'counter', per: 'node', unit: '' },
    notUnderstood: { form: 'counter', per: 'node', unit: '', when: { field: 'understandsNewer', is: ['false'] } },
    leftLine: { form: 'counter', per: 'node', unit: '', when: { field: 'queueTimeoutMs', above: 0 } },
    coldStarts: { form: 'counter', per: 'node', unit: '', when: { field: 'coldStartMs', above: 0 } },
  },
});
