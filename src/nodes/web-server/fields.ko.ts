import { fleetKo, lineKo, memoryKo, mishapsKo, programFaultsKo, serviceFormsKo, serviceShapeKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { webServerSpec } from './spec.ts';

export const webServerFieldsKo: KindFieldText<typeof webServerSpec> = {
  fields: {
    instances: { label: '서버 수', help: '똑같은 서버의 수입니다. 여러 대라면 앞에 로드밸런서가 있어야 합니다.' },
    vcpu: { label: '서버당 vCPU', help: '서버 한 대가 동시에 계산할 수 있는 요청 수입니다.' },
    cpuDynamicMs: {
      label: '요청당 CPU 시간',
      help: '읽기나 쓰기 하나에 드는 평균 CPU 시간입니다. 다른 곳을 기다리는 시간은 빼고 셉니다. 검색과 업로드도 같습니다.',
    },
    cpuStaticMs: { label: '정적 파일당 CPU 시간', help: '정적 파일 하나를 내주는 평균 CPU 시간입니다.' },
    cpuFeedMs: { label: '피드당 CPU 시간', help: '여러 행을 모아 만드는 페이지 하나에 드는 평균 CPU 시간입니다.' },
    cpuLoginMs: { label: '로그인당 CPU 시간', help: '비밀번호를 한 번 확인하는 평균 CPU 시간입니다. 해시는 일부러 느리게 만듭니다.' },
    state: {
      label: '세션',
      help: '상태를 저장하는 서버는 사용자를 자기 메모리에 기억합니다. 다른 서버는 그 사용자를 모르고, 그 서버가 죽으면 다시 로그인해야 합니다. 무상태 서버는 아무것도 기억하지 않거나, 연결된 세션 저장소에 물어봅니다.',
      options: { stateless: '무상태', stateful: '자기 메모리에 저장' },
    },
    sessionKB: { label: '세션당 메모리', help: '세션 하나가 서버 메모리에서 차지하는 크기입니다.' },
    sessionTtlSeconds: { label: '세션 유효 시간', help: '아무도 돌아오지 않은 세션은 이만큼 지나면 잊습니다.' },
    service: {
      label: 'CPU 시간의 분포',
      help: 'CPU 시간이 평균 둘레로 흩어지는 모양입니다.',
      options: serviceFormsKo,
    },
    ...serviceShapeKo,
    ...lineKo,
    readsPerRequest: { label: '요청당 읽기', help: '읽기 요청 하나가 차례로 읽는 행의 수입니다.' },
    jobShare: { label: '작업을 남기는 쓰기', help: '쓰기 가운데 메시지 큐에 작업도 넣는 비율입니다.' },
    againShare: { label: '다시 계산', help: '요청이 계산을 마친 뒤 아래에 물어보고 한 번 더 계산할 확률입니다.' },
    fanOut: {
      label: '동시 호출',
      help: '요청 하나가 한꺼번에 보내는 호출 수입니다. 서비스에 차례로 나누어 보내고, 가장 느린 응답이 시간을 정합니다. 캐시가 없으면 행도 이렇게 읽습니다.',
    },
    fanQuorum: { label: '필요한 응답', help: '한꺼번에 보낸 호출 가운데 이만큼 응답이 오면 다음으로 넘어갑니다. 0이면 모두 기다립니다.' },
    choosing: {
      label: '서비스 고르기',
      help: '서비스가 여럿일 때 행을 맡은 곳에 묻거나, 연결선의 가중치에 따라 추첨합니다.',
      options: { home: '행을 맡은 곳', weight: '가중치대로' },
    },
    serviceShare: {
      label: '서비스에 묻는 요청',
      help: '마지막 계산을 마친 요청 가운데 서비스에 묻는 비율입니다. 나머지는 묻지 않고 응답합니다.',
    },
    ...fleetKo,
    ...memoryKo,
    ...mishapsKo,
  },
  metrics: {
    sessionsHeld: '메모리의 세션',
    sessionMB: '세션 메모리(MB)',
    lostSessions: '잃은 세션',
    threadsBusy: '사용 중인 스레드',
    memoryMb: '쓰는 메모리',
    jobsPublished: '큐에 넣은 작업',
    computedAgain: '다시 계산한 횟수',
    leftLine: '줄에서 떠난 요청',
    coldStarts: '콜드 스타트',
  },
  faults: programFaultsKo,
};
