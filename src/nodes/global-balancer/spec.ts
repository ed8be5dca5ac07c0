import { choice, flag, number } from '../../schema/fields.ts';
import { mishapFields } from '../../schema/mishapFields.ts';
import { sentMetrics } from '../../schema/sentMetrics.ts';
import { defineSpec } from '../../schema/spec.ts';

export const sentHere = sentMetrics('instance');

/** One address everywhere (anycast): users reach the nearest of its places, and that hands each request to a region that is well. */
export const globalBalancerSpec = defineSpec({
  kind: 'global-balancer',
  category: 'edge',
  role: 'server',
  calls: ['server'],
  needs: ['server'],
  instancesField: null,
  extraInstances: 1,
  nearCallers: true,
  fields: {
    /** In the order of `behavior.ts`. `weighted` goes by the weights of its wires, user by user. */
    policy: choice(['nearest', 'weighted', 'failover'], { default: 'nearest', source: 'domain 1.3' }),
    checkSeconds: number({ default: 10, min: 0.5, max: 300, unit: 's', scale: 'log', source: 'V16' }),
    checkTimeoutSeconds: number({ default: 1, min: 0.1, max: 120, unit: 's', scale: 'log', source: 'domain 1.3' }),
    unhealthyAfter: number({ default: 3, min: 1, max: 10, unit: '', integer: true, source: 'V16' }),
    healthyAfter: number({ default: 3, min: 1, max: 10, unit: '', integer: true, source: 'V16' }),
    /** A request that may be sent twice and could not be handed to one region is handed to another. */
    retryOther: flag({ default: false, source: 'assumption' }),
    /** Time to hand on one request; no line forms. */
    serviceMs: number({ default: 1, min: 0, max: 1000, unit: 'ms', source: 'assumption', advanced: true }),
    ...mishapFields,
  },
  metrics: {
    healthyTargets: { form: 'gauge', per: 'node', unit: '' },
    failOpen: { form: 'counter', per: 'node', unit: '' },
    /** Requests handed to another target than the nearest. */
    sentAway: { form: 'counter', per: 'node', unit: '' },
    triedNext: { form: 'counter', per: 'node', unit: '', when: { field: 'retryOther', is: ['true'] } },
    /** Since a target went or came; 0 = it never has. */
    sinceSwitch: { form: 'gauge', per: 'node', unit: 's', rare: true },
    ...sentHere,
  },
});
