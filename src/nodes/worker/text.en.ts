import type { KindText } from '../kindText.ts';

export const workerEn: KindText = {
  name: 'Worker',
  what: 'Does the jobs of a queue',
  summary: (p) => `${p.instances} × ${p.concurrency} jobs`,
};
