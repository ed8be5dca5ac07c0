import type { KindText } from '../kindText.ts';

export const queueKo: KindText = {
  name: '메시지 큐',
  what: '나중에 할 작업을 보관합니다',
  summary: (p) => (p.mode === 'topic' ? `토픽, 파티션 ${p.partitions}개` : p.durable ? '지속성 보장' : '메모리에만 보관'),
};
