import type { KindText } from '../kindText.ts';
import { mishapsEn } from '../text.en.ts';
import type { dnsSpec } from './spec.ts';

const policiesEn = { geo: 'Nearest (geo)', 'round-robin': 'Round robin', failover: 'First, else next' } as const;

export const dnsEn: KindText<typeof dnsSpec> = {
  name: 'DNS',
  what: 'Names into addresses',
  summary: (p) => policiesEn[p.policy as keyof typeof policiesEn],
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
