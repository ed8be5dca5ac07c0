import type { KindFieldText } from '../kindText.ts';
import type { usersSpec } from './spec.ts';

export const usersFieldsKo: KindFieldText<typeof usersSpec> = {
  fields: {
    ratePerSecond: { label: '요청', help: '도착 형태가 1일 때 이 사람들이 1초에 보내는 요청 수입니다(모든 종류 합계).' },
    patienceSeconds: {
      label: '참을성',
      help: '재시도를 포함해 이만큼 지나면 사용자가 포기합니다. 실패한 요청은 백분위수에서 이 시간으로 셉니다.',
    },
    resolvers: { label: '리졸버 수', help: '이 사람들의 컴퓨터가 묻는 DNS 리졸버입니다. 받은 답을 유효 시간 동안 각자 보관합니다.' },
    ignoreTtlShare: {
      label: '답을 너무 오래 쓰는 리졸버',
      help: '유효 시간보다 열 배 오래 답을 쓰는 리졸버의 비율입니다. 그래서 일부 사용자는 죽은 주소로 갑니다.',
    },
    natShare: {
      label: '한 주소 뒤의 사용자',
      help: '회사나 이동통신망처럼 하나의 NAT 뒤에 있어 같은 IP 주소로 들어오는 사람의 비율입니다.',
    },
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
  metrics: { offered: '보낸 요청', served: '응답받은 요청', staleReads: '낡은 읽기', lookups: 'DNS 조회', retries: '재시도' },
};
