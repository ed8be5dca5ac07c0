import { number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { service, serviceShape } from '../../schema/serviceFields.ts';
import { defineSpec } from '../../schema/spec.ts';

/** Does the jobs a queue hands it, several at a time, and acknowledges each after the work. */
export const workerSpec = defineSpec({
  kind: 'worker',
  category: 'compute',
  role: 'consumer',
  calls: ['store'],
  needs: [],
  instancesField: 'instances',
  extraInstances: 0,
  fields: {
    instances: number({ default: 2, min: 1, max: 500, unit: '', integer: true, scale: 'log', source: 'domain 2.11' }),
    concurrency: number({ default: 10, min: 1, max: 1000, unit: '', integer: true, source: 'domain 2.11' }),
    jobMs: number({ default: 100, min: 0.01, max: 3_600_000, unit: 'ms', scale: 'log', source: 'assumption' }),
    service,
    ...serviceShape,
    /** Messages fetched ahead beside those in work. */
    prefetch: number({ default: 10, min: 0, max: 1000, unit: '', integer: true, source: 'V21' }),
    ...mishapFields,
  },
  metrics: {
    jobsDone: { form: 'counter', per: 'instance', unit: '' },
  },
});
