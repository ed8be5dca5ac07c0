import type { LinkFields } from '../../design/linkFields.ts';
import type { FieldTexts } from '../../nodes/kindText.ts';
import type { Widen } from '../widen.ts';
import type { LinkMetricTexts, linkPresetsEn } from './link.en.ts';

export const linkKo: FieldTexts<LinkFields> = {
  rttMs: { label: '왕복 시간', help: '갔다 오는 데 걸리는 시간입니다. 0이면 양 끝의 지역에서 정해집니다(같은 지역이면 0.5 ms).' },
  delay: {
    label: '지연의 분포',
    help: '지연이 평균 둘레로 흩어지는 모양입니다.',
    options: { lognormal: '로그 정규 분포', fixed: '항상 같음', exponential: '지수 분포', none: '없음' },
  },
  jitter: { label: '지터', help: '로그 정규 분포를 따르는 지연의 표준 편차를 평균으로 나눈 값입니다.' },
  mbps: {
    label: '대역폭',
    help: '메시지는 크기를 이 값으로 나눈 만큼 더 걸립니다. 300KB 사진은 10Mbit/s에서 0.24초입니다. 메시지끼리 서로 기다리지는 않습니다. 0이면 제한이 없습니다.',
  },
  timeoutMs: { label: '타임아웃', help: '호출한 쪽이 응답을 기다리는 시간입니다. 0이면 끝없이 기다립니다.' },
  retries: { label: '재시도', help: '실패한 호출을 다시 시도하는 횟수입니다. 재시도할 때마다 받는 쪽의 부하가 늘어납니다.' },
  backoffMs: {
    label: '재시도 전 대기',
    help: '첫 대기의 최댓값입니다. 시도할 때마다 두 배가 되고, 따로 정하지 않으면 실제 대기는 0과 그 값 사이에서 뽑습니다.',
  },
  backoffCapMs: { label: '최대 대기', help: '재시도 전 대기는 이 값보다 길어지지 않습니다.' },
  weight: { label: '가중치', help: '보내는 쪽이 여러 연결선에 요청을 나눌 때 이 연결선이 차지하는 몫입니다. 0이면 보내지 않습니다.' },
  backoffJitter: {
    label: '대기의 분포',
    help: '대기를 무작위로 뽑으면 함께 실패한 호출들이 한꺼번에 다시 몰려오지 않습니다.',
    options: { full: '0과 그 값 사이에서 뽑음', none: '항상 그 값 그대로' },
  },
  asked: {
    label: '물어보는 때',
    help: '요청 하나를 여러 번 계산하는 웹 서버에서, 계산할 때마다 묻는지, 다시 계산하기 전에만 묻는지, 마지막 계산 뒤에만 묻는지 정합니다.',
    options: { always: '매번', between: '다시 계산 전', last: '마지막에' },
  },
  carries: {
    label: '보낼 요청',
    help: '이 종류의 요청만 이 길로 갑니다. 웹 서버, 서비스, 게이트웨이에서는 라우팅처럼 가장 구체적인 연결이 이깁니다. 다른 연결은 아무도 지정하지 않은 종류를 맡습니다.',
    options: {
      all: '전부',
      static: '정적 파일',
      read: '읽기',
      write: '쓰기',
      feed: '피드',
      login: '로그인',
      search: '검색',
      upload: '업로드',
    },
  },
  maxRequests: { label: '동시 호출', help: '벌크헤드: 호출자 하나의 호출이 이보다 많으면 바로 거절합니다. 0 = 제한 없음.' },
  maxPending: { label: '커넥션 대기', help: '기다리는 호출이 이보다 많으면 바로 거절합니다. 0 = 제한 없음.' },
  maxRetries: { label: '동시 재시도', help: '호출자 하나의 재시도가 이만큼 진행 중이면 더하지 않습니다. 0 = 제한 없음.' },
  retryBudget: { label: '재시도 예산', help: '첫 시도 100건당 재시도 수. 100건분까지 쌓입니다. 0 = 예산 없음.' },
  retryWrites: { label: '쓰기 재시도', help: '끄면 쓰기와 업로드는 한 번만 시도합니다. 두 번 처리될 수 있기 때문입니다.' },
  breaker: { label: '서킷 브레이커', help: '실패가 많으면 한동안 호출하지 않고 바로 실패를 알립니다.' },
  breakerWindow: { label: '브레이커가 보는 범위', help: '가장 최근 호출 이만큼.' },
  breakerCalls: { label: '브레이커 최소 호출', help: '이보다 적으면 판단하지 않습니다.' },
  breakerPercent: { label: '브레이커가 열리는 실패율', help: '실패가 이 비율 이상이면 열립니다.' },
  breakerOpenSeconds: { label: '열려 있는 시간', help: '지나면 몇 건만 보내 봅니다.' },
  breakerProbes: { label: '시험 호출', help: '이만큼의 결과로 닫을지 다시 열지 정합니다.' },
  poolSize: { label: '커넥션 풀', help: '호출자 하나의 커넥션 수. 응답이 올 때까지 쥐고 있고, 없으면 기다립니다. 0 = 필요한 만큼.' },
  poolWaitMs: { label: '커넥션 대기 시간', help: '지나면 상대가 한가해도 호출이 실패합니다. 0 = 끝없이 기다림.' },
  hedge: {
    label: '헤지 호출',
    help: '늦는 호출의 복사본을 다른 인스턴스로 보냅니다. 먼저 온 좋은 응답을 쓰고, 아직 시작하지 않은 쪽은 버립니다.',
    options: { off: '끔', after: '정해진 시간 뒤', percentile: '응답 시간 백분위 뒤' },
  },
  hedgeMs: { label: '복사본을 보내는 시점', help: '호출하고 이만큼 뒤.' },
  hedgePercentile: { label: '복사본 기준 백분위', help: '이 연결의 최근 좋은 응답 200건 가운데.' },
  cancelOnTimeout: { label: '타임아웃 때 취소', help: '호출자가 더 기다리지 않는 일은 시작하기 전에 버립니다. 진행 중인 일은 계속됩니다.' },
  passDeadline: { label: '데드라인 전달', help: '호출에 호출자 자신에게 남은 시간보다 많이 주지 않습니다.' },
  dropLate: { label: '늦은 일 버리기', help: '시작해도 늦을 일을 받는 쪽이 버립니다. 웹 서버와 서비스가 그렇게 합니다.' },
  deadlineMarginMs: { label: '남아야 하는 시간', help: '남은 시간이 이보다 적으면 늦은 것으로 봅니다. 작업 시간만큼이 알맞습니다.' },
};

export const linkPresetsKo: Widen<typeof linkPresetsEn> = {
  title: '준비된 보호 방식',
  plain: { label: '처음 그대로', help: '이 구성 요소에서 새로 그은 연결의 값입니다.' },
  'fail-fast': { label: '빠른 실패', help: '짧게 기다리고 다시 시도하지 않으며 브레이커를 씁니다. 호출한 쪽이 일찍 알고 바로 풀려납니다.' },
  patient: { label: '느긋하게', help: '오래 기다리고, 예산 안에서 쉬어 가며 다시 시도합니다. 시간이 걸려도 되는 일에 씁니다.' },
  bulkhead: { label: '벌크헤드', help: '느린 하나가 호출한 쪽을 모두 차지하지 못하게 동시 호출과 재시도를 제한합니다(Envoy).' },
  hedged: { label: '헤지 읽기', help: '늦어지는 호출의 사본을 다른 인스턴스에 보냅니다. 두 번 해도 되는 일에만 씁니다.' },
};

export const linkMetricsKo: LinkMetricTexts = {
  attempts: '시도한 호출',
  retries: '그중 재시도',
  turnedAway: '호출 쪽이 스스로 막은 호출',
  hedges: '보낸 헤지 사본',
  hedgeWins: '먼저 도착한 사본',
  connections: '사용 중인 커넥션',
  waitingForConnection: '커넥션 대기',
  budgetLeft: '남은 재시도 예산',
  breakersOpen: '열린 브레이커',
};
