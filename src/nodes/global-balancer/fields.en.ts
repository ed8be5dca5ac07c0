import { mishapsEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { globalBalancerSpec } from './spec.ts';
import { regionPoliciesEn } from './text.en.ts';

export const globalBalancerFieldsEn: KindFieldText<typeof globalBalancerSpec> = {
  fields: {
    policy: { label: 'Policy', help: 'To which region a request is handed.', options: regionPoliciesEn },
    checkSeconds: { label: 'Health check every', help: 'Time between two checks of each region.' },
    checkTimeoutSeconds: { label: 'Check timeout', help: 'A check that gets no answer for this long has failed.' },
    unhealthyAfter: { label: 'Unhealthy after', help: 'Failed checks in a row after which a region gets no more requests.' },
    healthyAfter: { label: 'Healthy after', help: 'Good checks in a row after which it gets requests again.' },
    retryOther: {
      label: 'Try another region',
      help: 'A read that one region refused or left unanswered is handed to another one, once. Writes never are.',
    },
    serviceMs: { label: 'Time to hand on', help: 'What it takes to hand on one request. No line forms here.' },
    ...mishapsEn,
  },
  metrics: {
    healthyTargets: 'Healthy regions',
    failOpen: 'Requests with no healthy region',
    sentAway: 'Handed to a farther region',
    triedNext: 'Tried in another region',
    sinceSwitch: 'Since the last switch',
    sentTo0: 'Requests sent into region 1',
    sentTo1: 'Requests sent into region 2',
    sentTo2: 'Requests sent into region 3',
    sentTo3: 'Requests sent into region 4',
    sentTo4: 'Requests sent into region 5',
    sentTo5: 'Requests sent into region 6',
    sentTo6: 'Requests sent into region 7',
    sentTo7: 'Requests sent into region 8',
    sentTo8: 'Requests sent into region 9',
  },
};
