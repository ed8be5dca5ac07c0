import { choice, number } from '../../schema/fields.ts';
import { defineSpec } from '../../schema/spec.ts';

/** Holds a thread for as long as a request is inside, and a CPU only while it computes. */
export const webServerSpec = defineSpec({
  kind: 'web-server',
  category: 'compute',
  role: 'server',
  calls: ['cache', 'store', 'queue', 'server'],
  needs: [],
  instancesField: 'instances',
  extraInstances: 0,
  fields: {
    instances: number({ default: 1, min: 1, max: 500, unit: '', integer: true, scale: 'log', source: 'assumption' }),
    vcpu: number({ default: 2, min: 1, max: 128, unit: '', integer: true, source: 'V26' }),
    cpuDynamicMs: number({ default: 5, min: 0.01, max: 1000, unit: 'ms', scale: 'log', source: 'V45' }),
    cpuStaticMs: number({ default: 0.2, min: 0.01, max: 1000, unit: 'ms', scale: 'log', source: 'V19' }),
    service: choice(['lognormal', 'exponential', 'fixed'], { default: 'lognormal', source: 'assumption' }),
    serviceSpread: number({ default: 0.6, min: 0, max: 5, unit: '', source: 'assumption', advanced: true }),
    threads: number({ default: 200, min: 1, max: 10_000, unit: '', integer: true, scale: 'log', source: 'K' }),
    queueLimit: number({ default: 1000, min: 0, max: 1_000_000, unit: '', integer: true, scale: 'log', source: 'assumption' }),
    /** Rows a read asks for, one after the other. */
    readsPerRequest: number({ default: 1, min: 0, max: 20, unit: '', integer: true, source: 'domain 3.3' }),
    /** Share of writes that also leave a job in the queue. */
    jobShare: number({ default: 25, min: 0, max: 100, unit: '%', source: 'assumption' }),
  },
  metrics: {
    threadsBusy: { form: 'level', per: 'instance', unit: '' },
    jobsPublished: { form: 'counter', per: 'node', unit: '' },
  },
});
