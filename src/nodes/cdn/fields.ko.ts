import { mishapsKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { cdnSpec } from './spec.ts';

export const cdnFieldsKo: KindFieldText<typeof cdnSpec> = {
  fields: {
    ttlSeconds: { label: '유효 시간(TTL)', help: '원본 서버에서 다시 가져오기 전까지 사본을 쓰는 시간입니다.' },
    pageTtlSeconds: {
      label: '동적 페이지 보관 시간',
      help: '읽기만 하는 동적 페이지도 이만큼 보관합니다(마이크로 캐싱). 0이면 보관하지 않습니다. 무언가를 바꾸는 요청(POST)은 절대 보관하지 않습니다.',
    },
    sizedBy: {
      label: '용량 기준',
      help: '에지 하나에 얼마나 들어가는지 무엇으로 잴지 정합니다.',
      options: { files: '파일 수', bytes: '바이트' },
    },
    capacityFiles: {
      label: '보관할 수 있는 파일',
      help: '에지 하나에 들어갈 수 있는 파일 수입니다.',
    },
    capacityGB: { label: '용량', help: '에지 하나에 들어가는 파일과 페이지의 바이트 수입니다.' },
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
    fileKB: { label: '파일 크기', help: '정적 파일 크기의 평균입니다.' },
    fileSpread: { label: '파일 크기의 흩어짐', help: '크기의 표준 편차를 평균으로 나눈 값입니다. 0이면 모든 파일이 같습니다.' },
    pageKB: { label: '페이지 크기', help: '정적이 아닌 페이지 하나의 크기입니다.' },
    uncacheableShare: { label: '캐시할 수 없는 비율', help: '언제나 원본 서버로 가야 하는 정적 파일의 비율입니다.' },
    variants: {
      label: 'URL마다 변형 수',
      help: '언어, 인코딩, 쿼리 문자열에 따라 사본을 따로 둡니다(Vary). 한 방문자는 언제나 같은 변형을 찾습니다.',
    },
    coalesce: {
      label: '파일당 한 번만 가져오기',
      help: '어떤 파일을 가져오는 동안 같은 파일을 찾는 다른 요청은 따로 묻지 않고 기다립니다.',
    },
    staleIfErrorSeconds: {
      label: '원본 장애 때 옛 사본',
      help: '만료된 사본을 이만큼 더 두었다가 원본이 응답하지 못할 때 내줍니다(stale-if-error). 0이면 두지 않습니다.',
    },
    serviceMs: { label: '응답 시간', help: '사본으로 응답하는 데 걸리는 시간입니다.' },
    ...mishapsKo,
  },
  metrics: {
    hits: '적중',
    misses: '미스',
    originFetches: '원본에서 가져오기',
    stored: '보관 중인 파일',
    pageHits: '사본으로 응답한 페이지',
    staleServed: '만료된 사본으로 응답',
    egressGB: '지금까지 내보낸 양',
    egressMB: '사용자에게 내보낸 양',
    egressMbps: '사용자로 나가는 대역폭',
    originMbps: '원본에서 오는 대역폭',
    byteHitRatio: '바이트 적중률',
    copyAge: '내준 사본 중 가장 오래된 것',
  },
  faults: { purge: { label: '강제 삭제(purge)', help: '사본이 한꺼번에 사라져 모든 것을 원본에서 다시 가져옵니다.' } },
};
