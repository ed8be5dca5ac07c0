import { fleetKo, lineKo, memoryKo, mishapsKo, programFaultsKo, serviceFormsKo, serviceShapeKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { serviceSpec } from './spec.ts';

export const serviceFieldsKo: KindFieldText<typeof serviceSpec> = {
  fields: {
    instances: { label: '서버 수', help: '이 서비스를 돌리는 똑같은 서버의 수입니다. 여러 대라면 앞에 로드밸런서가 있어야 합니다.' },
    vcpu: { label: '서버당 vCPU', help: '서버 한 대가 동시에 계산할 수 있는 호출 수입니다.' },
    cpuCallMs: { label: '호출당 CPU 시간', help: '호출 하나에 드는 평균 CPU 시간입니다. 다른 곳을 기다리는 시간은 빼고 셉니다.' },
    service: { label: 'CPU 시간의 분포', help: 'CPU 시간이 평균 둘레로 흩어지는 모양입니다.', options: serviceFormsKo },
    ...serviceShapeKo,
    calling: {
      label: '서비스 호출 방식',
      help: '연결된 서비스를 모두 호출합니다. 차례로 호출하면 시간이 더해지고, 한꺼번에 호출하면 가장 느린 응답이 시간을 정합니다.',
      options: { 'in-turn': '차례로', 'at-once': '한꺼번에' },
    },
    fanOut: { label: '서비스당 호출', help: '요청 하나가 서비스마다 한꺼번에 보내는 호출 수입니다. 그 서비스의 서버에 차례로 나눕니다.' },
    join: {
      label: '기다리는 응답',
      help: '무엇이 와야 다음으로 넘어가는지 정합니다. 마감까지 기다리면 그때 와 있는 것만으로 응답하고, 하나도 없을 때만 실패합니다.',
      options: { all: '모든 응답', quorum: '정한 수만큼', deadline: '마감까지 온 것' },
    },
    quorum: { label: '필요한 응답', help: '성공한 응답이 이만큼 오면 넘어갑니다. 더는 채울 수 없으면 실패합니다.' },
    deadlineMs: { label: '마감 시간', help: '연결된 서비스 전체에 주는 시간입니다.' },
    fallback: {
      label: '폴백',
      help: '뒤에서 무언가 실패하면 빈자리나 기본값으로 응답합니다. 읽기, 피드, 검색만 그렇습니다. 무언가를 바꾸는 요청은 실패합니다.',
    },
    ...lineKo,
    readsPerRequest: { label: '호출당 읽기', help: '호출 하나가 데이터베이스에서 차례로 읽는 행의 수입니다.' },
    jobShare: { label: '작업을 남기는 쓰기', help: '쓰기 가운데 메시지 큐에 작업도 넣는 비율입니다.' },
    understandsNewer: {
      label: '새 버전 호출 이해',
      help: '끄면 더 새로운 버전을 쓰는 프로그램의 호출이 오류로 끝납니다. 이 서비스까지 배포되어야 풀립니다.',
    },
    ...fleetKo,
    runsOn: {
      label: '실행 환경',
      help: '요금을 매기는 방식입니다. 크기가 정해진 서버는 CPU로, 컨테이너는 CPU와 메모리로 냅니다.',
      options: { machine: '서버', container: '컨테이너' },
    },
    ...memoryKo,
    ...mishapsKo,
  },
  metrics: {
    threadsBusy: '사용 중인 스레드',
    memoryMb: '쓰는 메모리',
    fallbacks: '폴백으로 응답',
    fallbackShare: '폴백 비율',
    jobsPublished: '큐에 넣은 작업',
    notUnderstood: '이해하지 못한 호출',
    leftLine: '줄에서 떠난 요청',
    coldStarts: '콜드 스타트',
  },
  faults: programFaultsKo,
};
