import { mishapsKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { loadBalancerSpec } from './spec.ts';
import { algorithmsKo } from './text.ko.ts';

export const loadBalancerFieldsKo: KindFieldText<typeof loadBalancerSpec> = {
  fields: {
    algorithm: {
      label: '분배 방식',
      help: '정상인 서버 가운데 다음 서버를 고르는 방법입니다. 가중치는 서버로 가는 연결선에서 정합니다.',
      options: algorithmsKo,
    },
    choices: { label: '비교할 서버 수', help: '‘몇 대 중 나은 쪽’이 정상 서버 가운데서 뽑는 수입니다. 그중 가장 한가한 서버로 보냅니다.' },
    checkSeconds: {
      label: '상태 확인 간격',
      help: '각 서버의 상태를 확인하는 간격입니다. 다음 확인 전까지는 죽은 서버로도 트래픽이 갑니다.',
    },
    checkTimeoutSeconds: { label: '확인 제한 시간', help: '이 시간 동안 응답이 없으면 확인에 실패한 것으로 봅니다.' },
    unhealthyAfter: { label: '비정상 판정 횟수', help: '연달아 이만큼 확인에 실패한 서버에는 트래픽을 보내지 않습니다.' },
    healthyAfter: { label: '정상 판정 횟수', help: '연달아 이만큼 확인에 성공한 서버에 다시 트래픽을 보냅니다.' },
    cpuMs: { label: '요청당 처리 시간', help: '로드밸런서가 요청 하나에 쓰는 시간입니다.' },
    maxConnections: { label: '최대 연결 수', help: '동시에 안에 있을 수 있는 요청 수입니다. 넘치면 돌려보냅니다.' },
    ...mishapsKo,
    hashOn: {
      label: '해시할 값',
      help: '요청이 링의 어디에 속하는지를 무엇으로 정할지입니다.',
      options: { address: '클라이언트 주소', session: '세션', key: '요청한 대상' },
    },
    virtualNodes: {
      label: '링 위의 점',
      help: '서버마다 두는 가상 노드 수입니다. 많을수록 고르게 나뉩니다. 160개면 편차가 8% 정도이고, 연결선의 가중치가 작으면 그만큼 줄어듭니다.',
    },
    standbys: {
      label: '대기 로드밸런서',
      help: '첫 번째가 사라질 때까지 아무 일도 하지 않는 두 번째 로드밸런서입니다. 없으면 로드밸런서가 단일 장애점이 됩니다.',
    },
    takeoverSeconds: { label: '넘겨받기까지', help: '첫 번째가 사라진 뒤 두 번째가 주소를 넘겨받기까지 걸리는 시간입니다.' },
    checkDepth: {
      label: '상태 확인의 깊이',
      help: '얕은 확인은 누가 있는지만 봅니다. 깊은 확인은 애플리케이션이 제대로 응답하는지, 연결된 것들이 살아 있는지까지 봅니다.',
      options: { shallow: '얕게: 살아 있는가', deep: '깊게: 제대로 일하는가' },
    },
    whenAllDown: {
      label: '정상 서버가 없을 때',
      help: '열어 두면 모두에게 보냅니다. 확실히 실패하느니 시도해 보는 것입니다. 닫으면 모두 돌려보냅니다.',
      options: { open: '모두에게 보냄', closed: '모두 돌려보냄' },
    },
    maxFails: {
      label: '제외할 실패 횟수',
      help: '서버에 닿지 못한 횟수가 이만큼이면 제외합니다(nginx는 1). 그 뒤 요청 하나로 시험해 봅니다. 0이면 끕니다.',
    },
    failSeconds: { label: '실패를 세는 시간', help: '이 시간 안의 실패만 세고, 제외도 이 시간 동안 합니다.' },
    ejectAfter: {
      label: '퇴출할 연속 오류',
      help: '오류, 연결 거부, 시간 초과가 연달아 이만큼이면 퇴출합니다(Envoy는 5). 오류만 볼 뿐 느린 것은 보지 못합니다. 0이면 끕니다.',
    },
    ejectSeconds: { label: '퇴출 시간', help: '처음의 시간입니다. 두 번째에는 두 배, 이런 식으로 길어집니다.' },
    ejectPercent: { label: '최대 퇴출 비율', help: '동시에 퇴출할 수 있는 서버의 비율입니다. 한 대는 언제나 퇴출할 수 있습니다.' },
    sweepSeconds: { label: '점검 간격', help: '퇴출된 서버는 이 간격으로 도는 점검 때에만 돌아옵니다.' },
    retryNext: {
      label: '다른 서버로 재시도',
      help: '실패한 요청을 곧바로 다른 서버에 넘기는 횟수입니다. 두 번 해도 되는 요청만 넘기고 쓰기는 넘기지 않습니다.',
    },
    retryOn: {
      label: '재시도할 실패',
      help: '어떤 응답일 때 다른 서버를 시도할지입니다.',
      options: { unreachable: '무응답이나 연결 거부', errors: '모든 실패' },
    },
    slowStartSeconds: {
      label: '천천히 시작',
      help: '새로 왔거나 돌아온 서버의 몫을 이 시간에 걸쳐 10분의 1에서 전부까지 늘립니다. 0이면 끕니다.',
    },
    drainSeconds: {
      label: '연결 비우기(drain)',
      help: '빼는 서버에는 새 요청을 보내지 않고, 고정된 세션만 이 시간 동안 계속 보냅니다.',
    },
    sticky: {
      label: '고정 세션',
      help: '한 세션을 늘 처음 맡은 서버로 보냅니다. 쿠키나 클라이언트 주소로 알아봅니다.',
      options: { off: '끔', cookie: '쿠키', address: '주소' },
    },
    stickySeconds: { label: '고정 시간', help: '이 시간 동안 요청이 없으면 고정이 풀립니다.' },
    stickyCpuPercent: { label: '고정에 드는 추가 작업', help: '세션의 서버를 찾느라 더 드는 처리 시간의 비율입니다.' },
    layer: {
      label: '나누는 단위',
      help: '계층 7은 요청마다 고릅니다. 계층 4는 연결마다 한 번 고르며, 쿠키도 응답도 읽지 못하고 재시도도 하지 못합니다.',
      options: { http: '요청(계층 7)', tcp: '연결(계층 4)' },
    },
    tcpCpuMs: { label: '요청당 처리 시간', help: '로드밸런서가 요청 하나를 흘려보내는 데 쓰는 시간입니다.' },
    tls: { label: '여기서 TLS 종료', help: '새 연결마다 핸드셰이크를 하며, 로드밸런서의 처리 시간이 듭니다.' },
    tlsMs: { label: '핸드셰이크', help: '핸드셰이크 한 번에 드는 처리 시간입니다.' },
    keepAliveSeconds: { label: '유휴 연결 유지', help: '이보다 오래 쉰 클라이언트는 연결을 새로 엽니다. 0이면 요청마다 연결합니다.' },
    rules: {
      label: '규칙 수',
      help: '요청마다 살펴보는 규칙입니다. 열 개까지는 무료이고, 그보다 많으면 요금이 규칙으로 정해질 수 있습니다.',
    },
  },
  metrics: {
    healthyTargets: '정상 서버',
    failOpen: '정상 서버 없이 보낸 요청',
    ownFailures: '로드밸런서가 직접 돌려보낸 요청',
    triedNext: '다른 서버로 넘긴 요청',
    ejections: '퇴출한 서버',
    stuckSessions: '고정된 세션',
    stickyImbalance: '가장 많은 서버의 세션 ÷ 평균',
    movedSessions: '다른 서버로 옮긴 세션',
    handshakes: 'TLS 핸드셰이크',
    openedConnections: '새로 연 연결',
    connections: '열린 연결',
    answeredStatic: '정상 응답: 정적 파일',
    answeredRead: '정상 응답: 읽기',
    answeredWrite: '정상 응답: 쓰기',
    answeredFeed: '정상 응답: 피드',
    answeredLogin: '정상 응답: 로그인',
    answeredSearch: '정상 응답: 검색',
    answeredUpload: '정상 응답: 업로드',
  },
};
