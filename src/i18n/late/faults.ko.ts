import type { FaultWords } from './faults.en.ts';

export const faultsKo: FaultWords = {
  general: {
    errors: { label: '오류', help: '일을 마치고도 응답 가운데 이만큼이 오류로 나갑니다.' },
    steal: { label: 'CPU 스틸', help: '같은 장비의 이웃이 프로세서를 이만큼 가져가 작업이 오래 걸립니다.' },
  },
  link: {
    latency: { label: '지연', help: '왕복 시간이 이만큼 늘어납니다.' },
    loss: { label: '유실', help: '호출이든 응답이든 이만큼이 도착하지 않습니다. 아무도 알려 주지 않습니다.' },
    partition: { label: '네트워크 분할', help: '양쪽 모두 아무것도 지나가지 못합니다. 호출한 쪽은 타임아웃까지 기다립니다.' },
    'requests-lost': { label: '호출 유실', help: '한 방향: 호출이 도착하지 않습니다. 호출한 쪽은 타임아웃까지 기다립니다.' },
    'answers-lost': { label: '응답 유실', help: '한 방향: 호출은 도착해 처리되지만 응답이 돌아오지 않습니다.' },
    certificate: { label: '인증서 만료', help: '모든 호출이 핸드셰이크에서 끝납니다. 호출한 쪽은 바로 압니다.' },
    'pool-leak': {
      label: '커넥션 누수',
      help: '이 비율의 호출이 커넥션을 돌려주지 않습니다. 연결선에 커넥션 풀이 있어야 하고, 호출자를 다시 시작하면 모두 돌아옵니다.',
    },
  },
  region: {
    title: '리전 전체 고장 내기',
    help: '이곳의 모든 장비에 한꺼번에 일어납니다. 사용자는 그대로입니다. 고립: 경계를 넘는 연결로는 아무것도 지나가지 못합니다.',
    cut: '고립',
    join: '다시 연결',
  },
  more: '다른 장애',
  wire: '이 연결 방해하기',
  fault: '장애',
  amount: '정도',
  lasts: '지속 시간',
  forEver: '저절로 끝나지 않음',
  strike: '일으키기',
  end: '끝내기',
  hide: '공개할 때까지 숨기기',
  struck: (part, fault, amount) => (amount === '' ? `${part}: ${fault}` : `${part}: ${fault} ${amount}`),
  mended: (part, fault) => `${part}: ${fault} 끝`,
  forSeconds: (what, time) => `${what}, ${time} 동안`,
  hidden: (count) => `숨긴 이벤트 ${count}건`,
  reveal: '공개',
};
