import { formatCount, formatRate } from '../../ui/format.ts';
import type { KindFieldText } from '../kindText.ts';
import { dailyUsersOf, perSecondOf } from './asked.ts';
import type { usersSpec } from './spec.ts';

export const usersFieldsKo: KindFieldText<typeof usersSpec> = {
  fields: {
    visits: {
      label: '보내는 방식',
      help: '요청을 하나씩 서로 다른 사람이 보냅니다. 또는 세션입니다. 한 사람이 페이지를 보고 읽고 다음 페이지로 넘어가며, 다시 로그인하거나 지쳐서 떠날 수도 있습니다.',
      options: { requests: '개별 요청', sessions: '페이지를 넘기는 세션' },
    },
    rateFrom: {
      label: '양을 정하는 기준',
      help: '초당 요청 수를 직접 정하거나, 하루나 한 달 사용자 수에서 계산합니다.',
      options: { rate: '초당 요청 수', users: '하루 사용자 수', monthly: '한 달 사용자 수' },
    },
    ratePerSecond: { label: '요청', help: '도착 형태가 1일 때 이 사람들이 1초에 보내는 요청 수입니다(모든 종류 합계).' },
    dailyUsers: {
      label: '하루 사용자 수(DAU)',
      help: '하루 동안 찾아오는 서로 다른 사람의 수입니다. 100만 명이라도 최고 시간대에 초당 동적 요청 700건 정도입니다.',
    },
    monthlyUsers: { label: '한 달 사용자 수(MAU)', help: '한 달 동안 찾아오는 서로 다른 사람의 수입니다.' },
    dailyPercent: {
      label: '그중 하루에 오는 비율',
      help: '하루 사용자 수를 한 달 사용자 수로 나눈 값입니다. 보통 20~60%이고, 책에서는 절반으로 어림합니다.',
      note: (p) =>
        `${formatCount(Number(p.monthlyUsers))}명 × ${p.dailyPercent}% = 하루 ${formatCount(dailyUsersOf(p) ?? 0)}명, 최고 시간대에 ${formatRate(perSecondOf(p))}입니다.`,
    },
    viewsPerUserDay: { label: '1인당 하루 페이지 수', help: '한 사람이 하루에 보는 페이지 수입니다.' },
    peakToMean: {
      label: '평균 대비 최고치',
      help: '하루 평균 속도에 곱합니다. 하루 곡선을 쓸 때는 곡선에 최고치가 들어 있으니 1로 두십시오.',
    },
    dynamicPerView: { label: '페이지당 동적 요청', help: '페이지 자체와 페이지가 부르는 요청입니다. 종류는 워크로드의 비율을 따릅니다.' },
    staticPerView: { label: '페이지당 정적 파일', help: '브라우저에 아직 없는 파일의 수입니다.' },
    sessionSeconds: {
      label: '세션 길이',
      help: '머무는 평균 시간입니다. 초당 시작하는 세션 수에 이 값을 곱하면 동시 세션 수가 됩니다.',
    },
    sessionForm: {
      label: '세션 길이 분포',
      help: '지수 분포는 흔한 정도로 흩어집니다. 꼬리가 두꺼우면 대부분은 짧지만 몇몇 세션이 아주 길어 트래픽의 상당 부분을 차지합니다.',
      options: { exponential: '지수 분포', pareto: '두꺼운 꼬리(파레토)' },
    },
    sessionTail: { label: '꼬리 지수', help: '작을수록 가장 긴 세션이 더 길어집니다. 2 이하이면 분산이 무한합니다.' },
    viewSeconds: {
      label: '페이지에 머무는 시간',
      help: '페이지가 다 뜬 뒤 다음 페이지를 누를 때까지의 평균 시간이며 지수 분포를 따릅니다.',
    },
    leaveShare: {
      label: '오류 뒤 이탈',
      help: '페이지가 실패했을 때 떠나는 사용자의 비율입니다. 기다리다 지친 사용자는 언제나 떠납니다. 떠난 세션의 다음 페이지는 요청되지 않습니다.',
    },
    connections: { label: '브라우저당 연결 수', help: '페이지가 온 뒤 한 페이지의 요청을 동시에 몇 개까지 보내는지입니다.' },
    botShare: {
      label: '봇',
      help: '봇이 보내는 요청의 비율입니다. 페이지를 하나씩, 모든 행을 고르게 찾으므로 캐시가 거의 도움이 되지 않습니다.',
    },
    stormClients: { label: '다시 접속하는 클라이언트', help: '장애 뒤 이만큼의 클라이언트가 돌아와 다시 로그인합니다.' },
    stormAtSeconds: { label: '돌아오는 시각', help: '처음 돌아올 수 있는 시각입니다.' },
    stormSpreadSeconds: { label: '흩어지는 시간', help: '이 시간에 걸쳐 무작위로 돌아옵니다(지터). 0이면 한꺼번에 옵니다.' },
    patienceSeconds: {
      label: '참을성',
      help: '재시도를 포함해 이만큼 지나면 사용자가 포기합니다. 실패한 요청은 백분위수에서 이 시간으로 셉니다.',
    },
    resolvers: { label: '리졸버 수', help: '이 사람들의 컴퓨터가 묻는 DNS 리졸버입니다. 받은 답을 유효 시간 동안 각자 보관합니다.' },
    ignoreTtlShare: {
      label: '답을 너무 오래 쓰는 리졸버',
      help: '유효 시간보다 오래 답을 쓰는 리졸버의 비율입니다. 그래서 일부 사용자는 죽은 주소로 갑니다.',
    },
    ignoredTtlSeconds: {
      label: '… 그 답을 보관하는 시간',
      help: '평균이며 지수 분포로 뽑습니다. 0이면 정확히 유효 시간의 10배입니다.',
    },
    talkedAbout: {
      label: '핫 키의 행',
      help: '끝에서부터 센 번호입니다. 장애 ‘핫 키’가 사람들을 이 행으로 몰리게 합니다. 사용자 집단마다 다른 행일 수 있습니다.',
    },
    natShare: {
      label: '한 주소 뒤의 사용자',
      help: '회사나 이동통신망처럼 하나의 NAT 뒤에 있어 같은 IP 주소로 들어오는 사람의 비율입니다.',
    },
    connectRoundTrips: {
      label: '연결을 맺는 왕복',
      help: '방문자의 첫 요청 앞에 이만큼 왕복합니다. TCP와 TLS 1.3이면 2번, TLS 1.2면 3번입니다. 그 뒤로는 연결을 유지합니다. 0이면 이미 맺어져 있습니다.',
    },
    ownRows: { label: '자기 행만', help: '이 사람들은 다른 사용자 집단이 찾지 않는 자기 행(글, 장바구니, 설정)만 찾습니다.' },
    hourOffset: { label: '시차', help: '이 사람들의 하루가 작업 부하의 하루 곡선보다 몇 시간 앞서는지 정합니다.' },
    loop: {
      label: '보내는 방식',
      help: '시스템이 아무리 느려도 사람이 계속 새로 오거나(열린 집단), 정해진 수의 사람이 응답을 기다리고 생각한 뒤 다시 요청합니다(닫힌 집단).',
      options: { open: '계속 새로 옴', closed: '수가 정해짐' },
    },
    people: { label: '사람 수', help: '이 사람들의 수입니다. 시스템이 느려지면 이 사람들도 느려집니다.' },
    thinkSeconds: {
      label: '생각 시간',
      help: '응답을 받고 같은 사람이 다음 요청을 보낼 때까지의 평균 시간입니다. 도착 형태와 트래픽이 커지면 짧아집니다.',
    },
    thinkForm: {
      label: '생각 시간의 분포',
      help: '생각 시간이 흩어지는 모양입니다. 지수 분포가 아니면 백만 명까지 사람마다 타이머를 둡니다.',
      options: { exponential: '지수 분포', lognormal: '로그 정규 분포', fixed: '항상 같음', erlang: '얼랑 분포' },
    },
    thinkSpread: { label: '생각 시간의 흩어짐', help: '표준 편차를 평균으로 나눈 값입니다.' },
    arrivals: {
      label: '도착 방식',
      help: '요청이 서로 어떤 간격으로 오는지 정합니다. 기록 재생이 아니면 평균 속도는 모두 같습니다.',
      options: {
        poisson: '푸아송',
        even: '같은 간격으로',
        renewal: '정한 분포대로',
        bursty: '몰려서',
        batches: '한꺼번에 여럿',
        recorded: '기록대로',
      },
    },
    gapForm: {
      label: '간격의 분포',
      help: '두 요청 사이 시간의 분포입니다.',
      options: { lognormal: '로그 정규 분포', erlang: '얼랑 분포', hyperexponential: '초지수 분포' },
    },
    gapSpread: { label: '간격의 흩어짐', help: '표준 편차를 평균으로 나눈 값입니다. 1이면 우연과 같고, 작으면 고르고, 크면 더 몰립니다.' },
    gapSlowShare: { label: '긴 간격', help: '초지수 분포에서 느린 갈래가 차지하는 비율입니다.' },
    quietShare: { label: '한산할 때의 속도', help: '몰릴 때 속도에 대한 비율입니다. 둘을 합친 평균이 위의 요청 속도입니다.' },
    burstSeconds: { label: '몰리는 시간', help: '평균 길이입니다. 하나하나는 지수 분포를 따릅니다.' },
    quietSeconds: { label: '한산한 시간', help: '평균 길이입니다. 하나하나는 지수 분포를 따릅니다.' },
    batchSize: { label: '한 번에 오는 요청', help: '이만큼의 요청이 같은 순간에 옵니다. 묶음은 우연히 도착합니다.' },
  },
  metrics: {
    offered: '보낸 요청',
    served: '응답받은 요청',
    staleReads: '낡은 읽기',
    lookups: 'DNS 조회',
    stragglers: '낡은 DNS 답을 따른 요청',
    sentTo0: '1번 리전으로 보낸 요청',
    sentTo1: '2번 리전으로 보낸 요청',
    sentTo2: '3번 리전으로 보낸 요청',
    sentTo3: '4번 리전으로 보낸 요청',
    sentTo4: '5번 리전으로 보낸 요청',
    sentTo5: '6번 리전으로 보낸 요청',
    sentTo6: '7번 리전으로 보낸 요청',
    sentTo7: '8번 리전으로 보낸 요청',
    sentTo8: '9번 리전으로 보낸 요청',
    retries: '재시도',
    sessions: '시작한 세션',
    inSession: '현재 세션',
    pageViews: '요청한 페이지',
    pageSeconds: '페이지 전체에 걸린 시간',
    abandoned: '포기한 세션',
    relogins: '다시 로그인',
  },
  faults: {
    'hot-key': {
      label: '핫 키',
      help: '행을 찾는 요청 가운데 이만큼이 아무도 찾지 않던 행 하나로 몰립니다. 캐시 노드 하나, 샤드 하나가 모두 떠안습니다.',
    },
    crowd: { label: '사용자 급증', help: '끝날 때까지 이 배수만큼 사람이 몰립니다.' },
    storm: { label: '재접속 폭주', help: '이만큼의 클라이언트가 돌아와 다시 로그인합니다. 설정한 ‘흩어지는 시간’에 걸쳐 옵니다.' },
  },
};
