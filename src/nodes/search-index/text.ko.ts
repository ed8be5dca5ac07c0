import type { KindText } from '../kindText.ts';

export const searchIndexKo: KindText = {
  name: '검색 인덱스',
  what: '단어로 행을 찾습니다',
  summary: (p) => `${p.instances} × 샤드 ${p.shards}`,
};
