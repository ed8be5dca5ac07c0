import { mishapsEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { dnsSpec } from './spec.ts';
import { policiesEn } from './text.en.ts';

export const dnsFieldsEn: KindFieldText<typeof dnsSpec> = {
  fields: {
    policy: { label: 'Policy', help: 'How one of the addresses behind the name is chosen.', options: policiesEn },
    ttlSeconds: { label: 'Time to live', help: 'How long an answer may be kept. A short one moves users off a dead address sooner.' },
    checkSeconds: { label: 'Health check every', help: 'Time between two checks of each target.' },
    unhealthyAfter: { label: 'Unhealthy after', help: 'Failed checks in a row after which a target leaves the answers.' },
    checkTimeoutSeconds: { label: 'Check timeout', help: 'A check that gets no answer for this long has failed.' },
    answerMs: { label: 'Answer time', help: 'Time to answer one lookup.' },
    ...mishapsEn,
  },
  metrics: { healthyTargets: 'Healthy targets', failOpenAnswers: 'Answers with no healthy target' },
};
