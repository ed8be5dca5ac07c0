/** 여러 부품이 함께 쓰는 설정의 말입니다. */

import type { FleetFields } from '../schema/fleetFields.ts';
import type { MishapFields } from '../schema/mishapFields.ts';
import type { LineFields, MemoryFields, programFaults } from '../schema/programFields.ts';
import type { service, serviceShape } from '../schema/serviceFields.ts';
import type { FaultText, FieldText, FieldTexts } from './kindText.ts';

export const mishapsKo: FieldTexts<MishapFields> = {
  errorPercent: { label: '우연한 오류', help: '모두 정상인데도 오류로 끝나는 시도의 비율입니다. 재시도할 때마다 새로 뽑습니다.' },
  mtbfSeconds: {
    label: '고장 간격',
    help: '한 대가 저절로 고장 나기까지 동작하는 평균 시간입니다. 지수 분포에서 뽑습니다. 0이면 고장 나지 않습니다.',
  },
  mttrSeconds: { label: '수리 시간', help: '수리에 걸리는 평균 시간입니다. 지수 분포에서 뽑습니다.' },
  breakdown: {
    label: '고장 났을 때',
    help: '죽으면 안에 있던 요청을 잃고 호출한 쪽이 곧바로 압니다. 멈추면 모든 것이 그대로 섰다가 수리 뒤에 이어집니다.',
    options: { crash: '죽음', hang: '멈췄다가 이어서 함' },
  },
  repairCrews: {
    label: '수리 인력',
    help: '이 부품에서 동시에 수리할 수 있는 대수입니다. 나머지는 기다립니다. 0이면 모두 한꺼번에 수리합니다.',
  },
};

export const fleetKo: FieldTexts<FleetFields> = {
  bootSeconds: {
    label: '기동 시간',
    help: '운영 도구가 한 대를 더 요청한 때부터 그 한 대가 요청을 받기까지 걸리는 시간입니다. 장비가 먼저 켜지고 프로그램이 뜹니다.',
  },
  warmupSeconds: {
    label: '워밍업 시간',
    help: '새로 뜬 것이 느린 동안입니다. 처리 시간이 고르게 줄어 평소 값이 됩니다. 0이면 처음부터 제 속도입니다.',
  },
  warmupFactor: { label: '처음 느린 배수', help: '막 떴을 때 처리 시간이 평소의 몇 배인지입니다.' },
  drainSeconds: {
    label: '드레이닝 시간',
    help: '빠지는 것은 새 요청을 받지 않고 이 시간 동안 하던 일을 마칩니다. 그때까지 남은 일은 잃습니다.',
  },
  bootsByHand: {
    label: '직접 바꿀 때도',
    help: '끄면 직접 정한 대수가 곧바로 적용됩니다. 켜면 운영 도구가 바꿀 때와 똑같이 시간이 걸립니다.',
  },
};

/** 서비스 시간 분포의 이름입니다. */
export const serviceFormsKo: FieldText<typeof service>['options'] = {
  lognormal: '로그 정규 분포',
  exponential: '지수 분포',
  fixed: '항상 같음',
  none: '시간 없음',
  erlang: '얼랑 분포',
  hyperexponential: '지수 분포 둘',
  bimodal: '두 값 중 하나',
  pareto: '파레토 분포',
};

export const serviceShapeKo: FieldTexts<typeof serviceShape> = {
  serviceSpread: {
    label: '흩어짐 정도',
    help: '표준 편차를 평균으로 나눈 값입니다. 지수 분포가 1이고, 얼랑 분포는 그보다 작고, 지수 분포 둘을 섞으면 그보다 큽니다.',
  },
  slowShare: { label: '느린 것의 비율', help: '느린 쪽에 드는 비율입니다. 평균과 흩어짐은 그대로라서, 드물수록 더 느립니다.' },
  tailIndex: { label: '꼬리 지수', help: '작을수록 아주 오래 걸리는 일이 잦아집니다. 평균은 그대로입니다.' },
  tailRange: { label: '가장 긴 것의 배수', help: '가장 오래 걸리는 일이 가장 짧은 일의 몇 배인지입니다.' },
};

export const lineKo: FieldTexts<LineFields> = {
  threads: {
    label: '서버당 스레드',
    help: '서버 한 대에 동시에 들어올 수 있는 요청 수입니다. 데이터베이스를 기다리는 동안에도 스레드를 잡고 있습니다.',
  },
  queueLimit: { label: '대기열 길이', help: '스레드를 기다릴 수 있는 요청 수입니다. 넘치면 곧바로 돌려보냅니다(503).' },
  discipline: {
    label: '처리 순서',
    help: '스레드와 CPU를 기다리는 줄의 순서입니다. 모두 한꺼번에 하면 CPU를 나눠 쓰므로 CPU를 기다리는 줄이 없는 대신 저마다 느려집니다.',
    options: {
      fifo: '먼저 온 순서',
      sharing: '모두 한꺼번에',
      lifo: '늦게 온 것부터',
      priority: '종류별 순위',
    },
  },
  servedFirst: {
    label: '먼저 처리할 것',
    help: '다음은 읽기(읽기가 먼저면 쓰기), 그다음은 정적 파일입니다. 정적 파일이 먼저면 읽기, 쓰기 순입니다. 계산 중인 요청은 끊지 않습니다.',
    options: {
      writes: '쓰기',
      reads: '읽기',
      files: '정적 파일',
    },
  },
  queueTimeoutMs: {
    label: '줄에서 기다리는 한도',
    help: '스레드와 CPU를 이만큼 기다려도 시작하지 못한 요청은 돌려보냅니다(503). 0이면 돌려보내지 않습니다.',
  },
  queueTimeoutForm: {
    label: '기다리는 한도의 분포',
    help: '모두 같은지, 그 평균 둘레로 흩어지는지 정합니다.',
    options: { fixed: '항상 같음', exponential: '지수 분포' },
  },
  coldStartMs: {
    label: '콜드 스타트',
    help: '쉬던 서버가 다시 계산하기까지 걸리는 시간입니다. 그동안 요청은 기다립니다. 0이면 늘 켜져 있습니다.',
  },
  keepWarmSeconds: { label: '켜 두는 시간', help: '이만큼 쉬면 서버가 꺼집니다. 0이면 쉬는 즉시 꺼집니다.' },
};

export const memoryKo: FieldTexts<MemoryFields> = {
  memoryGB: { label: '메모리', help: '인스턴스 한 대의 메모리입니다. 누수가 채우고, 요청당 메모리를 정하면 기다리는 요청도 채웁니다.' },
  baseMB: { label: '기본 메모리', help: '요청이 하나도 없을 때 운영 체제와 프로그램이 차지하는 메모리입니다.' },
  requestMB: {
    label: '요청당 메모리',
    help: '요청이 안에 있는 동안 차지하는 메모리입니다. 기다리는 요청도 셉니다. 메모리가 다 차면 프로그램이 강제 종료되고 다시 시작합니다. 0이면 세지 않습니다.',
  },
};

export const programFaultsKo: Readonly<Record<keyof typeof programFaults, FaultText>> = {
  pause: { label: 'GC 멈춤', help: '이 초 동안 모든 일이 멈췄다가 이어집니다.' },
  leak: { label: '메모리 누수', help: '1분마다 메모리가 이만큼 찹니다. 다 차면 프로그램이 죽고, 다시 떠서 또 흘립니다.' },
};
