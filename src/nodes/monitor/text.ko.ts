import type { KindText } from '../kindText.ts';

export const monitorKo: KindText = {
  name: '모니터',
  what: '메트릭, 현황판, 경보',
  summary: (p) => `${p.scrapeSeconds}초마다, 경보 ${p.forSeconds}초`,
};
