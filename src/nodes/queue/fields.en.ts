import { mishapsEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { queueSpec } from './spec.ts';

export const queueFieldsEn: KindFieldText<typeof queueSpec> = {
  fields: {
    publishMs: { label: 'Time to accept', help: 'Time until a published message is safe and the sender may go on.' },
    maxBacklog: { label: 'Room for', help: 'Messages that may wait; more are turned away.' },
    visibilitySeconds: {
      label: 'Handed out again after',
      help: 'A message that was handed out and not acknowledged for this long is handed out again.',
    },
    durable: { label: 'Survives a crash', help: 'When off, a crash of the queue forgets everything it held.' },
    pollMs: {
      label: 'Workers look every',
      help: 'A worker that found the queue empty sleeps this long before it looks again. 0 = it is told at once.',
    },
    ...mishapsEn,
  },
  metrics: {
    published: 'Published',
    delivered: 'Handed out',
    acknowledged: 'Acknowledged',
    redelivered: 'Handed out again',
    lostMessages: 'Messages lost',
    backlog: 'Waiting',
    oldestSeconds: 'Age of the oldest',
  },
};
