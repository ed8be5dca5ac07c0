import { mishapsKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { apiGatewaySpec } from './spec.ts';

export const apiGatewayFieldsKo: KindFieldText<typeof apiGatewaySpec> = {
  fields: {
    instances: { label: '게이트웨이 수', help: '게이트웨이가 몇 대인지입니다. 요청은 그중 하나로 무작위로 갑니다.' },
    algorithm: {
      label: '제한 방식',
      help: '어디까지 허용할지 정하는 방식입니다. 토큰 버킷은 순간적인 몰림을 받아 주고, 고정 윈도는 경계에서 두 배까지 통과시키며, 슬라이딩 윈도는 둘 다 막습니다.',
      options: {
        'token-bucket': '토큰 버킷',
        'fixed-window': '고정 윈도',
        'sliding-window': '슬라이딩 윈도',
        none: '제한 없음',
      },
    },
    limitBy: {
      label: '제한 대상',
      help: '누구의 요청을 함께 셀지입니다. 여러 사용자가 주소 하나를 같이 쓸 수도 있습니다. 둘 다 고르면 두 한도를 모두 지켜야 통과합니다.',
      options: {
        all: '전체',
        user: '사용자마다',
        address: '주소마다',
        'all-and-user': '전체와 사용자마다',
        'all-and-address': '전체와 주소마다',
      },
    },
    limitPerSecond: { label: '초당 한도', help: '모든 클라이언트를 합친 초당 요청 수입니다.' },
    burst: { label: '버킷 크기', help: '가득 찬 버킷의 토큰 수입니다. 한꺼번에 이만큼 올 수 있습니다.' },
    limitPerMinute: { label: '분당 한도', help: '클라이언트마다 허용하는 분당 요청 수입니다.' },
    burstEach: { label: '클라이언트의 버킷 크기', help: '가득 찬 버킷의 토큰 수입니다. 한꺼번에 이만큼 올 수 있습니다.' },
    windowSeconds: { label: '윈도 길이', help: '요청을 함께 세는 시간입니다.' },
    counters: {
      label: '카운터 위치',
      help: '게이트웨이마다 따로 두면 비용이 없지만 저마다 한도만큼 통과시킵니다. 함께 쓰면 요청마다 캐시를 한 번 다녀옵니다.',
      options: { local: '게이트웨이마다 따로', shared: '캐시에 함께' },
    },
    whenStoreFails: {
      label: '카운터에 닿지 못할 때',
      help: '열어 두면 제한 없이 모두 통과시키고, 닫으면 오류로 응답합니다.',
      options: { open: '모두 통과', closed: '모두 거절' },
    },
    clockSkewMs: {
      label: '시계 차이',
      help: '마지막 게이트웨이의 시계가 첫 번째보다 얼마나 앞서는지입니다. 저마다 자기 시계로 윈도를 나눕니다.',
    },
    cpuMs: { label: '요청당 처리 시간', help: '요청 하나를 읽고 세고 넘기는 데 드는 프로세서 시간입니다.' },
    authMs: { label: '인증 확인', help: '토큰 하나의 서명을 확인하는 데 드는 프로세서 시간입니다. 0이면 확인하지 않습니다.' },
    maxInside: { label: '최대 요청 수', help: '게이트웨이 한 대 안에 동시에 있을 수 있는 요청 수입니다. 넘치면 돌려보냅니다.' },
    ...mishapsKo,
  },
  metrics: {
    admitted: '통과',
    limited: '한도 초과(429)',
    limitedForAll: '그중 전체 한도 초과',
    falseAccepts: '한도를 넘었는데 통과',
    falseRejects: '한도 안인데 거절',
    undecided: '카운터 없이 판단',
    addedP50: '더해진 시간 p50',
    addedP99: '더해진 시간 p99',
  },
};
