import { choice, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { defineSpec } from '../../schema/spec.ts';

/** Turns the site's name into one of the nodes it is wired to. */
export const dnsSpec = defineSpec({
  kind: 'dns',
  category: 'edge',
  role: 'resolver',
  calls: ['server', 'edge'],
  needs: ['server'],
  instancesField: null,
  extraInstances: 1,
  fields: {
    policy: choice(['geo', 'round-robin', 'failover'], { default: 'geo', source: 'domain 2.2' }),
    ttlSeconds: number({ default: 60, min: 0, max: 86_400, unit: 's', scale: 'log', source: 'K' }),
    checkSeconds: number({ default: 30, min: 1, max: 300, unit: 's', source: 'V16' }),
    unhealthyAfter: number({ default: 3, min: 1, max: 10, unit: '', integer: true, source: 'V16' }),
    checkTimeoutSeconds: number({ default: 4, min: 1, max: 10, unit: 's', source: 'V16', advanced: true }),
    /** Time to answer one lookup. */
    answerMs: number({ default: 1, min: 0, max: 1000, unit: 'ms', source: 'assumption', advanced: true }),
    ...mishapFields,
  },
  metrics: {
    healthyTargets: { form: 'gauge', per: 'node', unit: '' },
    failOpenAnswers: { form: 'counter', per: 'node', unit: '' },
  },
});
