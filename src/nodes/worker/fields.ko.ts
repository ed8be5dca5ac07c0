import { fleetKo, memoryKo, mishapsKo, programFaultsKo, serviceFormsKo, serviceShapeKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { workerSpec } from './spec.ts';

export const workerFieldsKo: KindFieldText<typeof workerSpec> = {
  fields: {
    instances: { label: '워커 수', help: '한 큐를 나눠 맡는 똑같은 워커의 수입니다.' },
    concurrency: { label: '동시 작업', help: '워커 하나가 동시에 하는 작업 수입니다.' },
    jobMs: { label: '작업당 시간', help: '작업 하나에 드는 평균 시간입니다. 데이터베이스를 기다리는 시간은 빼고 셉니다.' },
    service: {
      label: '작업 시간의 분포',
      help: '작업 시간이 평균 둘레로 흩어지는 모양입니다.',
      options: serviceFormsKo,
    },
    ...serviceShapeKo,
    prefetch: { label: '미리 가져오기', help: '하고 있는 작업 말고도 미리 가져다 두는 메시지 수입니다.' },
    ackMode: {
      label: '확인 응답',
      help: '작업 뒤에 보내면 중단될 때 그 작업을 다시 합니다. 작업 전에 보내면 중단될 때 그 작업을 잃습니다.',
      options: { after: '작업 뒤에', before: '작업 전에' },
    },
    idempotent: { label: '중복 감지(멱등)', help: '다시 온 작업은 두 번 반영하지 않습니다.' },
    poisonDoes: {
      label: '독성 작업',
      help: '처리하는 쪽을 망가뜨리는 작업이 무엇을 일으키는지 정합니다.',
      options: { crash: '워커가 죽음', error: '작업이 실패함' },
    },
    restartSeconds: { label: '다시 뜨기까지', help: '독성 작업에 죽은 워커가 돌아오기까지의 시간입니다. 0이면 돌아오지 않습니다.' },
    unheardPercent: {
      label: '끝났지만 답이 없는 작업',
      help: '결제 대행사의 결제처럼 바깥에서 끝났는데 답이 끝내 오지 않는 작업의 비율입니다. 워커는 어떻게 되었는지 알 수 없습니다.',
    },
    unheardSeconds: {
      label: '그 답을 기다리는 시간',
      help: '워커가 자리를 차지하고 기다리는 시간입니다. 지나면 작업은 실패한 것이 되어 다시 옵니다.',
    },
    ...fleetKo,
    ...memoryKo,
    ...mishapsKo,
  },
  metrics: {
    memoryMb: '쓰는 메모리',
    jobsDone: '끝낸 작업',
    duplicates: '두 번 반영된 작업',
    recognised: '감지한 중복',
    unheard: '끝났지만 결과를 모르는 작업',
    outOfOrder: '순서가 뒤바뀐 작업',
    jobsFailed: '실패한 작업',
    jobsLost: '잃은 작업',
  },
  faults: programFaultsKo,
};
