import type { KindText } from '../kindText.ts';

export const queueEn: KindText = {
  name: 'Message queue',
  what: 'Keeps jobs for later',
  summary: (p) => (p.mode === 'topic' ? `topic, ${p.partitions} partitions` : p.durable ? 'durable' : 'in memory'),
};
