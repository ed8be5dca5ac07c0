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
    /** In the order of `choosing.ts`. `weighted` goes by the weights of its wires. */
    policy: choice(['geo', 'round-robin', 'failover', 'weighted', 'latency', 'single'], { default: 'geo', source: 'domain 2.2' }),
    ttlSeconds: number({ default: 60, min: 0, max: 86_400, unit: 's', scale: 'log', source: 'K' }),
    checkSeconds: number({ default: 30, min: 1, max: 300, unit: 's', source: 'V16' }),
    unhealthyAfter: number({ default: 3, min: 1, max: 10, unit: '', integer: true, source: 'V16' }),
    checkTimeoutSeconds: number({ default: 4, min: 1, max: 10, unit: 's', source: 'V16', advanced: true }),
    /** Share of resolvers that are taken to stand somewhere else than they do. */
    geoErrorPercent: number({
      default: 1,
      min: 0,
      max: 50,
      unit: '%',
      source: 'assumption',
      when: { field: 'policy', is: ['geo', 'latency'] },
    }),
    /** Time to answer one lookup. */
    answerMs: number({ default: 1, min: 0, max: 1000, unit: 'ms', source: 'assumption', advanced: true }),
    ...mishapFields,
  },
  metrics: {
    healthyTargets: { form: 'gauge', per: 'node', unit: '' },
    failOpenAnswers: { form: 'counter', per: 'node', unit: '' },
    wrongAnswers: { form: 'counter', per: 'node', unit: '', rare: true },
    /** Since a target went or came, or somebody changed what is answered; 0 = it never has. */
    sinceSwitch: { form: 'gauge', per: 'node', unit: 's', rare: true },
  },
  faults: {
    /** The name leads to an address at which nobody is. */
    'wrong-record': { per: 'node', lasts: true },
  },
});
