import type { KindText } from '../kindText.ts';

export const schedulerEn: KindText = {
  name: 'Scheduler',
  what: 'Starts jobs by the clock',
  summary: (p) => `${p.jobs} jobs every ${p.everySeconds} s`,
};
