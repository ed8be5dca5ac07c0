import type { KindText } from '../kindText.ts';

export const databaseKo: KindText = {
  name: '데이터베이스',
  what: '주 서버와 그 복제본',
  summary: (p) => (p.replicas === 0 ? '주 서버만' : `주 서버 + 복제본 ${p.replicas}`),
};
