import type { KindText } from '../kindText.ts';

export const databaseEn: KindText = {
  name: 'Database',
  what: 'A primary and its replicas',
  summary: (p) => (p.replicas === 0 ? 'primary only' : `primary + ${p.replicas} ${p.replicas === 1 ? 'replica' : 'replicas'}`),
};
