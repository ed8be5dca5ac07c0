import { mishapsKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { cacheSpec } from './spec.ts';

export const cacheFieldsKo: KindFieldText<typeof cacheSpec> = {
  fields: {
    instances: { label: '캐시 서버 수', help: '키 하나는 이 가운데 꼭 한 대에만 있습니다.' },
    capacityKeys: {
      label: '서버당 용량',
      help: '서버 한 대에 들어가는 키의 수입니다. 적중률은 이 값과 키의 인기에 따라 저절로 정해집니다.',
    },
    policy: {
      label: '방출 정책',
      help: '새 키가 들어갈 자리가 없을 때 어느 키를 내보낼지 정합니다.',
      options: {
        lru: 'LRU: 오래 쓰지 않은 것',
        fifo: 'FIFO: 먼저 들어온 것',
        random: '무작위',
        lfu: 'LFU: 가장 적게 찾은 것',
      },
    },
    ttlSeconds: { label: '유효 시간(TTL)', help: '이 시간이 지난 키는 데이터베이스에서 다시 읽습니다. 0이면 만료되지 않습니다.' },
    ttlRenews: { label: '읽을 때마다 연장', help: '적중할 때마다 유효 시간이 처음부터 다시 시작됩니다(슬라이딩 만료).' },
    serviceMs: { label: '조회 시간', help: '조회 한 번이 서버를 차지하는 시간입니다.' },
    queueLimit: { label: '대기열 길이', help: '서버 한 대에서 기다릴 수 있는 조회 수입니다. 넘치면 곧바로 돌려보냅니다.' },
    ...mishapsKo,
  },
  metrics: {
    hits: '적중',
    misses: '미스',
    staleHits: '낡은 적중',
    evictions: '방출',
    expirations: '만료',
    stored: '보관 중인 키',
  },
};
