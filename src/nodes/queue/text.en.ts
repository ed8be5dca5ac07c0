import type { KindText } from '../kindText.ts';

export const queueEn: KindText = {
  name: 'Message queue',
  what: 'Keeps jobs for later',
  summary: (p) => (p.durable ? 'durable' : 'in memory'),
};
