import type { KindText } from '../kindText.ts';

export const nosqlKo: KindText = {
  name: 'NoSQL 저장소',
  what: '행마다 대등한 노드 여럿에 보관합니다',
  summary: (p) => `노드 ${p.nodes}대, N ${p.copies} W ${p.writeQuorum} R ${p.readQuorum}`,
};
