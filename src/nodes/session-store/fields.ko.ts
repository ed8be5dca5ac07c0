import { mishapsKo, serviceFormsKo, serviceShapeKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { sessionStoreSpec } from './spec.ts';

export const sessionStoreFieldsKo: KindFieldText<typeof sessionStoreSpec> = {
  fields: {
    keptIn: {
      label: '저장 방식',
      help: '메모리는 빠르지만 죽으면 잊습니다. 관계형 데이터베이스의 행이나 NoSQL의 항목은 디스크에 남습니다.',
      options: { memory: '메모리(Redis)', relational: '행(관계형)', nosql: '항목(NoSQL, 정족수)' },
    },
    replicas: {
      label: '복제본 수',
      help: '첫 번째 말고 더 두는 대수입니다. NoSQL은 전체의 절반이 넘게 살아 있어야 응답하므로 두 대나 네 대를 두십시오.',
    },
    ttlSeconds: { label: '세션 유효 시간', help: '아무도 찾지 않은 세션은 이만큼 지나면 잊습니다.' },
    memoryMs: { label: '명령당 시간', help: '읽기나 쓰기 하나의 평균 시간입니다. 스레드 하나가 모두 처리합니다.' },
    rowMs: { label: '질의당 CPU 시간', help: '세션 행을 읽거나 쓰는 평균 CPU 시간입니다.' },
    itemMs: { label: '항목당 시간', help: '읽기나 쓰기 하나의 평균 시간입니다.' },
    fsyncMs: { label: '쓰기당 디스크 대기', help: '디스크가 행을 확인해 줄 때까지 걸리는 시간입니다.' },
    vcpu: { label: '대당 vCPU', help: '한 대가 동시에 처리할 수 있는 질의 수입니다.' },
    service: { label: '처리 시간의 분포', help: '처리 시간이 평균 둘레로 흩어지는 모양입니다.', options: serviceFormsKo },
    ...serviceShapeKo,
    queueLimit: { label: '대기열 길이', help: '한 대에서 기다릴 수 있는 명령 수입니다. 넘치면 곧바로 돌려보냅니다.' },
    sessionKB: { label: '세션당 메모리', help: '세션 하나가 차지하는 크기입니다.' },
    memoryMB: { label: '메모리', help: '세션으로 가득 차면 새 세션마다 하나를 내보내거나, 새 세션을 거절합니다.' },
    whenFull: {
      label: '가득 찼을 때',
      help: '곧 끝날 세션을 내보내면 잘못 없는 사용자가 로그아웃됩니다. 거절하면 새로 로그인할 수 없습니다.',
      options: { evict: '가장 먼저 끝날 세션을 내보냄', refuse: '새 세션을 거절' },
    },
    lagMs: {
      label: '복제 지연',
      help: '쓴 내용이 복제본에 닿기까지 걸리는 시간입니다. 주 서버가 죽기 직전 이 시간 안에 쓴 세션은 사라집니다.',
    },
    autoFailover: { label: '자동 승격', help: '끄면 누군가 주 서버를 되살릴 때까지 아무도 로그인할 수 없습니다.' },
    detectSeconds: {
      label: '죽었다고 보기까지',
      help: '이만큼 응답이 없으면 복제본을 승격합니다. 감시자들이 합의하는 데 1~2초가 더 걸립니다.',
    },
    ...mishapsKo,
  },
  metrics: {
    gets: '찾은 횟수',
    hits: '그중 있던 세션',
    puts: '쓴 세션',
    lostSessions: '잃은 세션',
    sessionsHeld: '보관 중인 세션',
    sessionMB: '세션 메모리(MB)',
    evictions: '내보낸 세션',
    wiped: '한꺼번에 사라진 세션',
    isPrimary: '주 서버',
  },
};
