import { mishapsKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { schedulerSpec } from './spec.ts';

export const schedulerFieldsKo: KindFieldText<typeof schedulerSpec> = {
  fields: {
    instances: { label: '스케줄러 수', help: '하나가 죽어도 나머지가 시각을 지킵니다. 잠금이 없으면 저마다 작업을 시작합니다.' },
    everySeconds: { label: '주기', help: '한 번 실행하고 다음 실행까지의 시간입니다.' },
    firstSeconds: { label: '첫 실행 시각', help: '처음 실행하는 시뮬레이션 시각입니다.' },
    jobs: { label: '실행당 작업 수', help: '한 번 실행할 때 시작하는 작업 수입니다.' },
    jitterSeconds: { label: '분산 시간(지터)', help: '작업을 이 시간에 걸쳐 고르게 흩어 시작합니다. 0이면 한꺼번에 시작합니다.' },
    lock: { label: '하나만 시작(잠금)', help: '끄면 살아 있는 스케줄러가 저마다 작업을 시작해 같은 작업이 두 번 돕니다.' },
    overlap: {
      label: '이전 실행이 남아 있으면',
      help: '이전 실행이 끝나기 전에 다음 실행 시각이 되면 어떻게 할지 정합니다.',
      options: { start: '그래도 시작', skip: '이번 실행을 건너뜀' },
    },
    catchUp: { label: '놓친 작업 따라잡기', help: '제때 시작하지 못한 작업을 스케줄러가 돌아온 뒤 시작합니다.' },
    ...mishapsKo,
  },
  metrics: {
    jobsDue: '예정된 작업',
    jobsReleased: '시작한 작업',
    jobsAccepted: '받아들여진 작업',
    jobsRefused: '거절된 작업',
    jobsLate: '늦게 시작한 작업',
    jobsMissed: '놓친 작업',
    doubleRuns: '이중 실행',
    overlaps: '겹친 실행',
    jobsOpen: '응답을 기다리는 작업',
  },
  faults: {
    double: { label: '이중 실행', help: '다음 실행을 두 번 시작합니다. 두 번째는 한꺼번에 시작합니다.' },
    missed: { label: '실행 누락', help: '다음 실행을 시작하지 않습니다.' },
  },
};
