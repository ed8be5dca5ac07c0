import { mishapsKo, serviceFormsKo, serviceShapeKo } from '../fields.ko.ts';
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
    ...mishapsKo,
  },
  metrics: { jobsDone: '끝낸 작업' },
};
