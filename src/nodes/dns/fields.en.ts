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
    geoErrorPercent: {
      label: 'Taken for elsewhere',
      help: 'Share of resolvers whose place the provider gets wrong: their users are sent to another target than the nearest.',
    },
    answerMs: { label: 'Answer time', help: 'Time to answer one lookup.' },
    ...mishapsEn,
  },
  metrics: {
    healthyTargets: 'Healthy targets',
    failOpenAnswers: 'Answers with no healthy target',
    wrongAnswers: 'Answers to nobody’s address',
    sinceSwitch: 'Since the last switch',
  },
  faults: {
    'wrong-record': {
      label: 'Wrong record',
      help: 'The name leads to an address at which nobody is. Whoever has got that answer keeps it for its time to live, also after it has been put right.',
    },
  },
};
