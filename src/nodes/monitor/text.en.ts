import type { KindText } from '../kindText.ts';

export const monitorEn: KindText = {
  name: 'Monitor',
  what: 'Metrics, boards and alerts',
  summary: (p) => `every ${p.scrapeSeconds} s, for ${p.forSeconds} s`,
};
