import { mishapsKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { cacheSpec } from './spec.ts';

export const cacheFieldsKo: KindFieldText<typeof cacheSpec> = {
  fields: {
    instances: { label: '캐시 서버 수', help: '키 하나는 이 가운데 꼭 한 대에만 있습니다.' },
    pattern: {
      label: '읽기·쓰기 방식',
      help: '캐시에 없는 키를 누가 읽어 오는지, 쓰기가 어디로 먼저 가는지 정합니다. 첫 번째를 뺀 나머지는 캐시에서 데이터베이스로 가는 선이 있어야 합니다.',
      options: {
        aside: '캐시 어사이드: 호출자가 DB에서 읽음',
        'read-through': '리드 스루: 캐시가 DB에서 읽음',
        'write-through': '라이트 스루: 둘 다 쓴 뒤 응답',
        'write-back': '라이트 백: 먼저 응답하고 나중에 씀',
      },
    },
    flushSeconds: {
      label: '되쓰기까지 시간',
      help: '키를 처음 쓴 뒤 데이터베이스에 되쓰기까지 걸리는 시간입니다. 그 전에 서버가 죽으면 쓰기가 사라집니다.',
    },
    sizedBy: {
      label: '용량 기준',
      help: '서버 한 대에 얼마나 들어가는지 무엇으로 잴지 정합니다.',
      options: { keys: '키 수', memory: '메모리' },
    },
    capacityKeys: {
      label: '서버당 용량',
      help: '서버 한 대에 들어가는 키의 수입니다. 적중률은 이 값과 키의 인기에 따라 저절로 정해집니다.',
    },
    memoryMB: { label: '서버당 메모리', help: '서버 한 대가 값을 담는 메모리입니다. 들어가는 키의 수는 값의 크기에 따라 정해집니다.' },
    valueKB: { label: '값 하나의 크기', help: '키까지 합쳐 값 하나가 차지하는 메모리입니다.' },
    bigKeyMB: {
      label: '큰 값 하나',
      help: '행 하나의 값 크기입니다. 이 값이 네트워크를 지나는 동안 그 서버는 다른 일을 하지 못합니다. 0이면 큰 행이 없습니다.',
    },
    bigKeyRank: { label: '큰 행의 인기 순위', help: '1이면 가장 많이 찾는 행입니다.' },
    networkMBps: { label: '서버 네트워크 속도', help: '큰 값이 드나드는 속도입니다. 10MB는 1,250MB/s(10Gbit/s)에서 8ms가 걸립니다.' },
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
    ttlByClass: {
      label: '피드와 검색에 따로 유효 시간 두기',
      help: '피드로 모은 것과 검색 결과는 행보다 빨리 낡습니다. 이 설정을 켜야 검색 결과를 캐시에 담습니다.',
    },
    ttlFeedSeconds: { label: '피드의 유효 시간', help: '피드가 가져온 것의 유효 시간입니다. 0이면 만료되지 않습니다.' },
    ttlSearchSeconds: {
      label: '검색의 유효 시간',
      help: '검색 결과의 유효 시간입니다. 0이면 만료되지 않습니다. 쓰기가 생겨도 지우지 않습니다.',
    },
    ttlJitter: {
      label: '유효 시간 흩뜨리기(지터)',
      help: '유효 시간을 이 비율만큼 짧거나 길게 무작위로 정합니다. 같은 때 담은 키가 한꺼번에 만료되지 않습니다.',
    },
    ttlRenews: { label: '읽을 때마다 연장', help: '적중할 때마다 유효 시간이 처음부터 다시 시작됩니다(슬라이딩 만료).' },
    stampede: {
      label: '스탬피드 대책',
      help: '없는 키 하나를 여럿이 한꺼번에 찾을 때, 모두가 데이터베이스로 몰리지 않게 하는 방법입니다.',
      options: {
        none: '없음: 모두 DB에서 읽음',
        'single-flight': '단일 비행: 서버마다 하나만 읽고 나머지는 기다림',
        lease: '리스: 전체에서 하나만 읽고 나머지는 잠시 뒤 다시 물음',
        'early-refresh': '조기 갱신: 만료 전에 하나가 확률적으로 미리 읽음(XFetch)',
        'stale-while-revalidate': '낡은 값 제공: 새 값이 올 때까지 옛 값으로 응답',
      },
    },
    leaseSeconds: { label: '리스 유효 시간', help: '이 시간이 지나도 값이 오지 않으면 다른 호출자가 읽으러 갑니다.' },
    leaseWaitMs: { label: '다시 묻는 간격', help: '다른 호출자가 읽는 중이라는 답을 받으면 이만큼 기다렸다가 다시 묻습니다.' },
    earliness: {
      label: '앞당기는 정도',
      help: '읽는 데 걸리는 시간에 견주어 얼마나 일찍 갱신할지 정합니다. 1보다 크면 더 일찍, 작으면 더 늦게 합니다(XFetch의 베타).',
    },
    staleSeconds: { label: '만료 뒤 제공 시간', help: '새 값을 읽어 오는 동안 만료된 값을 얼마나 더 내줄지 정합니다.' },
    keyedBy: {
      label: '캐시 키를 이루는 것',
      help: '키에 샤드가 들어 있으면, 다른 샤드로 옮겨 간 행은 더는 찾지 못합니다.',
      options: { row: '행', shard: '행과 샤드' },
    },
    placement: {
      label: '키 배치',
      help: '어느 서버에 키가 있는지 호출자가 정하는 방법입니다. 안정 해시에서는 서버 하나가 빠져도 그 서버의 키만 옮겨 갑니다.',
      options: { modulo: '해시 나머지(modulo)', ring: '안정 해시(해시 링)' },
    },
    leaveOutSeconds: {
      label: '죽은 서버를 빼기까지',
      help: '이 시간이 지나면 호출자가 죽은 서버의 키를 다른 서버에서 찾습니다. 0이면 계속 그 서버에 묻습니다.',
    },
    serviceMs: { label: '조회 시간', help: '연산 한 번이 서버를 차지하는 시간입니다. 0.1ms이면 1초에 10,000번까지 처리합니다.' },
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
    loads: 'DB에서 읽어 온 키',
    memoryMb: '쓰는 메모리',
    hotKeyRate: '가장 뜨거운 키',
    staleAge: '내준 값 중 가장 낡은 것',
    refusedSets: '늦어서 버린 값',
    dirty: '되쓰지 않은 키',
    lostWrites: '사라진 확인된 쓰기',
  },
  faults: { flush: { label: '비우기', help: '담고 있던 것이 한꺼번에 사라지고, 차가운 채로 계속 일합니다.' } },
};
