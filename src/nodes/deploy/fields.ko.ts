import type { KindFieldText } from '../kindText.ts';
import type { deploySpec } from './spec.ts';

export const deployFieldsKo: KindFieldText<typeof deploySpec> = {
  fields: {
    strategy: {
      label: '전략',
      help: '새 버전이 옛 버전을 어떻게 대신하는지입니다.',
      options: {
        'all-at-once': '한꺼번에',
        rolling: '롤링: 몇 대씩',
        'blue-green': '블루/그린: 새 대열로 한 번에 전환',
        canary: '카나리: 몇 대 먼저, 나머지는 나중에',
      },
    },
    releaseAtSeconds: { label: '배포 시각', help: '새 버전이 준비되는 시뮬레이션 시각입니다. 0이면 배포하지 않습니다.' },
    repeatSeconds: { label: '반복 간격', help: '한 배포에서 다음 배포까지의 시간입니다. 0이면 한 번만 합니다.' },
    maxUnavailablePercent: { label: '빠져도 되는 비율', help: '한꺼번에 서비스에서 빠져도 되는 인스턴스의 비율입니다.' },
    maxSurgePercent: { label: '더 있어도 되는 비율', help: '추가로 더 있어도 되는 인스턴스의 비율입니다.' },
    canaryPercent: { label: '카나리 비율', help: '새 버전을 먼저 받는 인스턴스의 비율입니다. 적어도 한 대입니다.' },
    canarySeconds: { label: '지켜보는 시간', help: '카나리가 서비스하고 나서 나머지가 뒤따르기까지의 시간입니다.' },
    keepOldSeconds: { label: '옛 대열 대기 시간', help: '이동안은 곧바로 되돌릴 수 있고, 두 대열의 비용을 모두 냅니다.' },
    bug: {
      label: '다음 버전의 버그',
      help: '무엇이 잘못되어 있는지입니다.',
      options: { none: '없음', errors: '오류', latency: '느려짐', leak: '메모리 누수' },
    },
    bugErrorPercent: { label: '일으키는 오류', help: '정상 응답 가운데 오류로 바뀌는 비율입니다.' },
    bugSlowFactor: { label: '느려지는 배수', help: '처리 시간이 몇 배가 되는지입니다.' },
    leakMBPerMinute: { label: '분당 누수', help: '메모리가 차면 프로그램이 죽고 다시 시작합니다.' },
    memoryGB: { label: '메모리', help: '인스턴스 한 대의 메모리입니다. 처음에는 모두 비어 있다고 봅니다.' },
    ciCatchPercent: { label: '테스트가 잡을 확률', help: '테스트가 버그를 찾을 확률입니다. 찾으면 내보내지 않습니다.' },
    configPush: {
      label: '설정 배포 방식',
      help: '설정을 밀어 넣는 방식입니다. 테스트를 거치지 않고, 실행 중인 프로그램이 다시 시작하지 않고 받아들입니다.',
      options: { 'at-once': '모두 한꺼번에', 'in-batches': '몇 대씩 나눠서' },
    },
    configBatchPercent: { label: '한 번에', help: '한 번에 설정을 받는 인스턴스의 비율입니다. 적어도 한 대입니다.' },
    configPauseSeconds: { label: '쉬는 시간', help: '문제가 없을 때 다음 몇 대가 받기까지의 시간입니다.' },
    sloErrorPercent: { label: '허용: 오류 증가', help: '옛 버전보다 이만큼까지는 오류가 많아도 됩니다.' },
    sloSlowFactor: { label: '허용: 느려짐', help: '새 버전의 평균 응답 시간이 옛 버전의 몇 배까지 괜찮은지입니다.' },
    detectSeconds: { label: '알아채는 시간', help: '새 버전이 허용치를 이만큼 계속 넘어야 나쁜 버전으로 봅니다.' },
    rollback: {
      label: '되돌리기',
      help: '옛 버전으로 돌아가기로 정하는 쪽입니다.',
      options: { automatic: '자동', human: '사람', off: '안 함' },
    },
    rollbackSeconds: { label: '되돌리기 시작까지', help: '정한 때부터 옛 버전이 돌아오기 시작할 때까지입니다.' },
    humanSeconds: { label: '사람의 대응 시간', help: '경보가 울리고 누군가 정하기까지 걸리는 시간입니다.' },
  },
  metrics: {
    newShare: '새 버전 비율',
    errorShareNew: '새 버전의 오류 비율',
    errorShareOld: '옛 버전의 오류 비율',
    failuresCaused: '나쁜 버전에서 난 실패',
    releases: '내보낸 버전',
    bugsCaught: '테스트가 잡은 버그',
    configPushes: '밀어 넣은 설정',
    rollbacks: '되돌린 횟수',
    detectedAfter: '알아채기까지',
    repairedAfter: '모두 정상이 되기까지',
  },
  faults: {
    release: { label: '지금 배포', help: '설정한 버그를 담은 새 버전이 바로 지금 준비됩니다.' },
    'config-push': { label: '설정 배포', help: '설정이 테스트 없이 실행 중인 인스턴스로 나가고, 정해 둔 버그와 같은 일을 일으킵니다.' },
  },
};
