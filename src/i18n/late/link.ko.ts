import type { LinkFields } from '../../design/linkFields.ts';
import type { FieldTexts } from '../../nodes/kindText.ts';

export const linkKo: FieldTexts<LinkFields> = {
  rttMs: { label: '왕복 시간', help: '갔다 오는 데 걸리는 시간입니다. 0이면 양 끝의 지역에서 정해집니다(같은 지역이면 0.5 ms).' },
  delay: {
    label: '지연의 분포',
    help: '지연이 평균 둘레로 흩어지는 모양입니다.',
    options: { lognormal: '로그 정규 분포', fixed: '항상 같음', exponential: '지수 분포', none: '없음' },
  },
  jitter: { label: '지터', help: '로그 정규 분포를 따르는 지연의 표준 편차를 평균으로 나눈 값입니다.' },
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
};
