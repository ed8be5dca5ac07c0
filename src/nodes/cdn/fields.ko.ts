import { mishapsKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { cdnSpec } from './spec.ts';

export const cdnFieldsKo: KindFieldText<typeof cdnSpec> = {
  fields: {
    ttlSeconds: { label: '유효 시간(TTL)', help: '원본 서버에서 다시 가져오기 전까지 사본을 쓰는 시간입니다.' },
    capacityFiles: {
      label: '보관할 수 있는 파일',
      help: '들어갈 수 있는 파일 수입니다.',
    },
    policy: {
      label: '방출 정책',
      help: '새 파일이 들어갈 자리가 없을 때 어느 파일을 내보낼지 정합니다.',
      options: {
        lru: 'LRU: 오래 쓰지 않은 것',
        fifo: 'FIFO: 먼저 들어온 것',
        random: '무작위',
        lfu: 'LFU: 가장 적게 찾은 것',
      },
    },
    uncacheableShare: { label: '캐시할 수 없는 비율', help: '언제나 원본 서버로 가야 하는 정적 파일의 비율입니다.' },
    coalesce: {
      label: '파일당 한 번만 가져오기',
      help: '어떤 파일을 가져오는 동안 같은 파일을 찾는 다른 요청은 따로 묻지 않고 기다립니다.',
    },
    serviceMs: { label: '응답 시간', help: '사본으로 응답하는 데 걸리는 시간입니다.' },
    ...mishapsKo,
  },
  metrics: { hits: '적중', misses: '미스', originFetches: '원본에서 가져오기', stored: '보관 중인 파일' },
};
