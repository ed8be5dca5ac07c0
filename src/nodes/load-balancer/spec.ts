import { choice, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { defineSpec } from '../../schema/spec.ts';

/** Spreads requests over every instance of the nodes it is wired to. */
export const loadBalancerSpec = defineSpec({
  kind: 'load-balancer',
  category: 'edge',
  role: 'server',
  calls: ['server'],
  needs: ['server'],
  instancesField: null,
  extraInstances: 1,
  fields: {
    algorithm: choice(['round-robin', 'least-connections', 'power-of-two', 'random', 'weighted-random', 'weighted-round-robin'], {
      default: 'round-robin',
      source: 'domain 2.4',
    }),
    /** How many `power-of-two` looks at. */
    choices: number({
      default: 2,
      min: 2,
      max: 10,
      unit: '',
      integer: true,
      source: 'domain 2.4',
      when: { field: 'algorithm', is: ['power-of-two'] },
    }),
    checkSeconds: number({ default: 30, min: 0.5, max: 300, unit: 's', scale: 'log', source: 'V2' }),
    checkTimeoutSeconds: number({ default: 5, min: 0.1, max: 120, unit: 's', scale: 'log', source: 'V2' }),
    unhealthyAfter: number({ default: 2, min: 1, max: 10, unit: '', integer: true, source: 'V2' }),
    healthyAfter: number({ default: 5, min: 1, max: 10, unit: '', integer: true, source: 'V2' }),
    cpuMs: number({ default: 0.014, min: 0, max: 10, unit: 'ms', source: 'V19' }),
    maxConnections: number({
      default: 50_000,
      min: 1,
      max: 1_000_000,
      unit: '',
      integer: true,
      scale: 'log',
      source: 'assumption',
      advanced: true,
    }),
    ...mishapFields,
  },
  metrics: {
    healthyTargets: { form: 'gauge', per: 'node', unit: '' },
    failOpen: { form: 'counter', per: 'node', unit: '' },
  },
});
