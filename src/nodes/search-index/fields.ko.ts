import { mishapsKo, serviceFormsKo, serviceShapeKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { searchIndexSpec } from './spec.ts';

export const searchIndexFieldsKo: KindFieldText<typeof searchIndexSpec> = {
  fields: {
    instances: { label: '노드 수', help: '샤드와 그 복제본을 나눠 맡는 서버의 수입니다.' },
    vcpu: { label: '노드당 vCPU', help: '노드 하나가 동시에 계산할 수 있는 샤드 질의 수입니다.' },
    shards: { label: '샤드 수', help: '질의는 모든 샤드에 묻고 가장 느린 것을 기다립니다.' },
    replicas: { label: '추가 복제본', help: '다른 노드에 두는 샤드의 복제본 수입니다. 아무 복제본에나 물을 수 있습니다.' },
    cpuPerShardQueryMs: { label: '샤드당 질의 CPU 시간', help: '샤드 하나에서 질의 하나에 드는 평균 CPU 시간입니다.' },
    cpuPerDocMs: { label: '문서당 CPU 시간', help: '문서 하나를 색인하는 평균 CPU 시간입니다. 복제본마다 듭니다.' },
    service: { label: 'CPU 시간의 분포', help: 'CPU 시간이 평균 둘레로 흩어지는 모양입니다.', options: serviceFormsKo },
    ...serviceShapeKo,
    refreshSeconds: { label: '새로고침 간격', help: '쓴 문서는 다음 새로고침 뒤에야 검색됩니다.' },
    deadlineMs: { label: '응답 기한', help: '그때까지 샤드가 찾은 것으로 응답합니다. 0이면 모두 기다립니다.' },
    queueLimit: { label: '노드의 줄', help: '기다릴 수 있는 샤드 질의와 문서 수입니다. 넘치면 돌려보냅니다.' },
    ...mishapsKo,
  },
  metrics: {
    queries: '질의',
    partial: '일부만 응답',
    documents: '색인한 문서',
    rejected: '샤드가 거절',
    lagP50: '검색되기까지 (중앙값)',
    lagP99: '검색되기까지 (p99)',
  },
  faults: {
    'heap-pressure': {
      label: '힙 압박',
      help: '메모리가 거의 찼습니다. 2초마다 이 비율만큼 멈춰 서서 가비지를 모읍니다.',
    },
  },
};
