import type { KindText } from '../kindText.ts';

export const logCollectorKo: KindText = {
  name: '로그 수집기',
  what: '모든 로그를 한곳에 모아 검색합니다',
  summary: (p) => `${p.linesPerRequest} × ${p.lineBytes}B, ${p.flushSeconds}초마다`,
};
