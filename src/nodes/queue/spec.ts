import { flag, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { defineSpec } from '../../schema/spec.ts';

/** Takes a message, answers at once, and hands it to a consumer when one has room. */
export const queueSpec = defineSpec({
  kind: 'queue',
  category: 'data',
  role: 'queue',
  calls: ['consumer'],
  needs: ['consumer'],
  instancesField: null,
  extraInstances: 1,
  fields: {
    publishMs: number({ default: 5, min: 0, max: 1000, unit: 'ms', source: 'V20' }),
    maxBacklog: number({ default: 1_000_000, min: 1, max: 10_000_000, unit: '', integer: true, scale: 'log', source: 'assumption' }),
    /** A message handed out and not acknowledged for this long is handed out again. */
    visibilitySeconds: number({ default: 30, min: 0.1, max: 43_200, unit: 's', scale: 'log', source: 'V21' }),
    /** Off: a crash of the queue forgets everything it held. */
    durable: flag({ default: true, source: 'domain 2.10' }),
    /** 0 = consumers are handed a message as soon as there is one (long polling, push). */
    pollMs: number({ default: 0, min: 0, max: 600_000, unit: 'ms', scale: 'log', source: 'assumption', advanced: true }),
    ...mishapFields,
  },
  metrics: {
    published: { form: 'counter', per: 'node', unit: '' },
    delivered: { form: 'counter', per: 'node', unit: '' },
    acknowledged: { form: 'counter', per: 'node', unit: '' },
    redelivered: { form: 'counter', per: 'node', unit: '' },
    lostMessages: { form: 'counter', per: 'node', unit: '' },
    backlog: { form: 'gauge', per: 'node', unit: '' },
    oldestSeconds: { form: 'gauge', per: 'node', unit: 's' },
  },
});
