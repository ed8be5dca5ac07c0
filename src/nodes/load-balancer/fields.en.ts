import { mishapsEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { loadBalancerSpec } from './spec.ts';
import { algorithmsEn } from './text.en.ts';

export const loadBalancerFieldsEn: KindFieldText<typeof loadBalancerSpec> = {
  fields: {
    algorithm: {
      label: 'Algorithm',
      help: 'How the next server is chosen among the healthy ones. Weights are set on the wires to them.',
      options: algorithmsEn,
    },
    choices: { label: 'Servers looked at', help: '“Best of a few” draws so many healthy servers and takes the least busy of them.' },
    checkSeconds: {
      label: 'Health check every',
      help: 'Time between two checks of each server. Until the next check, traffic still goes to a dead one.',
    },
    checkTimeoutSeconds: { label: 'Check timeout', help: 'A check that gets no answer for this long has failed.' },
    unhealthyAfter: { label: 'Unhealthy after', help: 'Failed checks in a row after which a server gets no more traffic.' },
    healthyAfter: { label: 'Healthy after', help: 'Good checks in a row after which a server gets traffic again.' },
    cpuMs: { label: 'Work per request', help: 'Time the balancer itself needs for one request.' },
    maxConnections: { label: 'Connections at most', help: 'Requests that may be inside at once; more are turned away.' },
    ...mishapsEn,
  },
  metrics: { healthyTargets: 'Healthy servers', failOpen: 'Sent although no server was healthy' },
};
