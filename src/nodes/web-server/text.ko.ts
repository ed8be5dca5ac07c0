import type { KindText } from '../kindText.ts';
import type { webServerSpec } from './spec.ts';

export const webServerKo: KindText<typeof webServerSpec> = {
  name: '웹 서버',
  what: '애플리케이션을 실행합니다',
  summary: (p) => `${p.instances} × ${p.vcpu} vCPU`,
  fields: {
    instances: { label: '서버 수', help: '똑같은 서버의 수입니다. 여러 대라면 앞에 로드밸런서가 있어야 합니다.' },
    vcpu: { label: '서버당 vCPU', help: '서버 한 대가 동시에 계산할 수 있는 요청 수입니다.' },
    cpuDynamicMs: { label: '요청당 CPU 시간', help: '읽기나 쓰기 하나에 드는 평균 CPU 시간입니다. 다른 곳을 기다리는 시간은 빼고 셉니다.' },
    cpuStaticMs: { label: '정적 파일당 CPU 시간', help: '정적 파일 하나를 내주는 평균 CPU 시간입니다.' },
    service: {
      label: 'CPU 시간의 분포',
      help: 'CPU 시간이 평균 둘레로 흩어지는 모양입니다.',
      options: { lognormal: '로그 정규 분포', exponential: '지수 분포', fixed: '항상 같음' },
    },
    serviceSpread: { label: '흩어짐 정도', help: '로그 정규 분포에서 표준 편차를 평균으로 나눈 값입니다.' },
    threads: {
      label: '서버당 스레드',
      help: '서버 한 대에 동시에 들어올 수 있는 요청 수입니다. 데이터베이스를 기다리는 동안에도 스레드를 잡고 있습니다.',
    },
    queueLimit: { label: '대기열 길이', help: '스레드를 기다릴 수 있는 요청 수입니다. 넘치면 곧바로 돌려보냅니다(503).' },
    readsPerRequest: { label: '요청당 읽기', help: '읽기 요청 하나가 차례로 읽는 행의 수입니다.' },
    jobShare: { label: '작업을 남기는 쓰기', help: '쓰기 가운데 메시지 큐에 작업도 넣는 비율입니다.' },
  },
  metrics: { threadsBusy: '사용 중인 스레드', jobsPublished: '큐에 넣은 작업' },
};
