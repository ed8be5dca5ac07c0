import { mishapsKo, serviceFormsKo, serviceShapeKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { databaseSpec } from './spec.ts';

export const databaseFieldsKo: KindFieldText<typeof databaseSpec> = {
  fields: {
    replicas: { label: '복제본 수', help: '읽기를 맡고, 주 서버가 죽으면 그 가운데 하나가 승격됩니다.' },
    vcpu: { label: '서버당 vCPU', help: '서버 한 대가 동시에 계산할 수 있는 질의 수입니다.' },
    cpuReadMs: { label: '읽기당 CPU 시간', help: '읽기 하나에 드는 평균 CPU 시간입니다.' },
    cpuWriteMs: { label: '쓰기당 CPU 시간', help: '쓰기 하나에 드는 평균 CPU 시간입니다.' },
    cpuJoinMs: { label: '조인당 CPU 시간', help: '피드처럼 여러 행을 모으는 읽기 하나에 드는 평균 CPU 시간입니다.' },
    fsyncMs: { label: '쓰기당 디스크 대기', help: '디스크가 쓰기를 확인해 줄 때까지 걸리는 시간입니다.' },
    bufferMB: {
      label: '데이터용 메모리',
      help: '최근에 쓴 데이터 페이지를 메모리에 두는 크기입니다. 없는 페이지는 디스크에서 읽습니다. 0이면 전부 메모리에 둡니다.',
    },
    rowKB: { label: '행 크기', help: '인덱스를 포함한 크기입니다.' },
    pageKB: { label: '페이지 크기', help: '디스크가 한 번에 읽고 쓰는 크기입니다.' },
    diskReadMs: { label: '읽기당 디스크 대기', help: '디스크가 페이지를 가져올 때까지 걸리는 시간입니다.' },
    service: {
      label: 'CPU 시간의 분포',
      help: 'CPU 시간이 평균 둘레로 흩어지는 모양입니다.',
      options: serviceFormsKo,
    },
    ...serviceShapeKo,
    queueLimit: { label: '대기열 길이', help: '서버 한 대에서 기다릴 수 있는 질의 수입니다. 넘치면 곧바로 돌려보냅니다.' },
    readsFrom: {
      label: '읽기를 보내는 곳',
      help: '복제본은 읽기를 나눠 맡지만 뒤처질 수 있고, 주 서버는 언제나 최신입니다.',
      options: { replicas: '복제본', primary: '주 서버' },
    },
    lagMs: {
      label: '복제 지연',
      help: '확정된 쓰기가 복제본에 닿기까지의 평균 시간입니다. 주 서버가 죽을 때 아직 가는 중이던 쓰기는 유실됩니다.',
    },
    lagForm: {
      label: '복제 지연의 분포',
      help: '지연이 평균 둘레로 흩어지는 모양입니다.',
      options: { exponential: '지수 분포, 순서대로', fixed: '항상 같음', apart: '지수 분포, 쓰기마다 따로' },
    },
    applyThreads: {
      label: '동시에 적용하는 쓰기',
      help: '복제본이 나란히 적용하는 쓰기의 수입니다. 하나에 CPU 하나를 쓰고, 순서대로 보이게 됩니다.',
    },
    failoverSeconds: {
      label: '장애 조치 시간',
      help: '주 서버가 죽은 뒤 승격된 복제본이 쓰기를 받기까지의 시간입니다. 알아채고, 뽑고, 연결을 돌리는 시간을 모두 포함합니다.',
    },
    autoFailover: { label: '자동 승격', help: '끄면 누군가 주 서버를 되살릴 때까지 쓰기가 실패합니다.' },
    ...mishapsKo,
  },
  faults: {
    'disk-full': {
      label: '디스크 가득 참',
      help: '더 쓸 수 없습니다. 주 서버에서는 쓰기가 실패하고 복제본은 뒤처집니다. 읽기는 계속됩니다.',
    },
  },
  metrics: {
    reads: '읽기',
    writes: '쓰기',
    staleReads: '낡은 읽기',
    refusedWrites: '거절된 쓰기',
    acknowledgedWrites: '확인된 쓰기',
    lostWrites: '유실된 확인 쓰기',
    memoryMb: '메모리에 있는 데이터',
    diskOps: '디스크 읽기와 쓰기',
    diskReads: '디스크에서 읽은 페이지',
    lag: '주 서버보다 뒤처진 시간',
    isPrimary: '주 서버',
  },
};
