import { mishapsKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { queueSpec } from './spec.ts';

export const queueFieldsKo: KindFieldText<typeof queueSpec> = {
  fields: {
    publishMs: { label: '받는 시간', help: '보낸 메시지가 안전해져 보낸 쪽이 다음 일을 할 수 있기까지의 시간입니다.' },
    maxBacklog: { label: '최대 적체', help: '기다릴 수 있는 메시지 수입니다. 넘치면 돌려보냅니다.' },
    visibilitySeconds: { label: '다시 내주기까지', help: '내준 메시지가 이 시간 동안 처리 확인을 받지 못하면 다시 내줍니다.' },
    durable: { label: '장애에도 보존', help: '끄면 큐가 죽을 때 들고 있던 메시지를 모두 잊습니다.' },
    pollMs: {
      label: '워커가 다시 보는 간격',
      help: '큐가 빈 것을 본 워커는 이만큼 쉬었다가 다시 봅니다. 0이면 메시지가 오는 즉시 알립니다.',
    },
    ...mishapsKo,
  },
  metrics: {
    published: '받은 메시지',
    delivered: '내준 메시지',
    acknowledged: '처리 확인',
    redelivered: '다시 내준 메시지',
    lostMessages: '유실된 메시지',
    backlog: '적체',
    oldestSeconds: '가장 오래된 메시지의 나이',
  },
};
