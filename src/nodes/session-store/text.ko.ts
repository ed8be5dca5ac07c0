import type { KindText } from '../kindText.ts';

const keptIn: Readonly<Record<string, string>> = { memory: '메모리', relational: '관계형', nosql: 'NoSQL' };

export const sessionStoreKo: KindText = {
  name: '세션 저장소',
  what: '누가 로그인했는지 기억합니다',
  summary: (p) => `${keptIn[String(p.keptIn)] ?? ''}, 복제본 ${p.replicas}개`,
};
