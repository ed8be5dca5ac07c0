import { mishapsKo, serviceFormsKo, serviceShapeKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { nosqlSpec } from './spec.ts';

export const nosqlFieldsKo: KindFieldText<typeof nosqlSpec> = {
  fields: {
    nodes: { label: '노드 수', help: '링 위에 대등하게 놓인 노드입니다. 하나를 더하면 맡을 행을 곧바로 넘겨받습니다.' },
    copies: { label: '행의 사본 수(N)', help: '행마다 서로 다른 노드 몇 대가 보관하는지입니다.' },
    writeQuorum: {
      label: '쓰기 정족수(W)',
      help: '이만큼의 사본이 받으면 쓰기를 확인해 줍니다. W + R이 N보다 크면 읽기는 언제나 최신 쓰기를 만납니다.',
    },
    readQuorum: { label: '읽기 정족수(R)', help: '이만큼의 응답 가운데 가장 새로운 것을 돌려줍니다.' },
    replicaMs: { label: '항목당 시간', help: '사본 하나가 읽기나 쓰기를 처리하는 평균 시간입니다.' },
    vcpu: { label: '대당 vCPU', help: '노드 하나가 동시에 처리할 수 있는 항목 수입니다.' },
    service: { label: '처리 시간의 분포', help: '처리 시간이 평균 둘레로 흩어지는 모양입니다.', options: serviceFormsKo },
    ...serviceShapeKo,
    queueLimit: { label: '대기열 길이', help: '노드 하나에서 기다릴 수 있는 요청 수입니다. 넘치면 곧바로 돌려보냅니다.' },
    hopMs: { label: '노드 사이 거리', help: '조정하는 노드에서 사본까지 편도로 걸리는 시간입니다.' },
    quorumTimeoutMs: { label: '사본을 기다리는 시간', help: '이만큼 지나도 응답이 모자라면 실패했다고 알립니다.' },
    suspectSeconds: { label: '죽었다고 보기까지', help: '이만큼 응답이 없는 노드에는 더 묻지 않습니다.' },
    virtualNodes: { label: '가상 노드 수', help: '노드 하나가 링에 놓는 점의 수입니다. 많을수록 행이 고르게 나뉩니다.' },
    readRepair: { label: '읽을 때 복구', help: '읽다가 뒤처진 사본을 찾으면 최신 쓰기를 보내 줍니다.' },
    hintHours: { label: '힌트 보관 시간', help: '자리를 비운 노드가 놓친 쓰기를 이 시간 안에 돌아오면 전해 줍니다.' },
    clockSkewMs: {
      label: '시계 차이',
      help: '마지막 노드의 시계가 첫 노드보다 이만큼 앞섭니다. 먼저 쓴 것이라도 시각이 늦게 찍히면 이깁니다.',
    },
    partitions: { label: '제한 단위 파티션', help: '행을 이만큼으로 나누어 저마다 한도를 둡니다. 0이면 한도가 없습니다.' },
    readsPerPartition: { label: '파티션당 읽기', help: '1초에 이보다 많으면 거절합니다.' },
    writesPerPartition: { label: '파티션당 쓰기', help: '1초에 이보다 많으면 거절합니다.' },
    testReadMs: {
      label: '시험 읽기까지',
      help: '이 저장소에 연결된 다른 저장소가 확인한 쓰기를 이만큼 뒤에 여기서 읽어 보고, 없으면 셉니다. 0이면 시험하지 않습니다.',
    },
    paidBy: {
      label: '요금 기준',
      help: '서버를 직접 두거나, 요청과 용량만큼 냅니다.',
      options: { machines: '서버', requests: '요청' },
    },
    ...mishapsKo,
  },
  metrics: {
    reads: '읽기',
    writes: '쓰기',
    staleReads: '낡은 읽기',
    acknowledgedWrites: '확인해 준 쓰기',
    lostWrites: '확인해 주고 잃은 쓰기',
    unavailable: '사본 부족',
    lateQuorums: '사본이 늦음',
    throttled: '한도 초과',
    repairs: '읽으며 복구함',
    hints: '대기 중인 힌트',
    hintsDropped: '버린 힌트',
    copiesTaken: '다른 곳에서 온 복사',
    overruled: '다른 곳의 쓰기에 밀려난 쓰기',
    copiesWaiting: '아직 받지 못한 복사',
    copyLag: '가장 오래된 미수신 복사',
    testReads: '시험 읽기',
    testReadsMissing: '시험 읽기에서 없던 것',
  },
};
