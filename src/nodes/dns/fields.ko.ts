import { mishapsKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { dnsSpec } from './spec.ts';
import { policiesKo } from './text.ko.ts';

export const dnsFieldsKo: KindFieldText<typeof dnsSpec> = {
  fields: {
    policy: { label: '정책', help: '한 이름에 달린 여러 주소 가운데 하나를 고르는 방법입니다.', options: policiesKo },
    ttlSeconds: { label: '유효 시간(TTL)', help: '답을 보관해도 되는 시간입니다. 짧을수록 사용자가 죽은 주소에서 빨리 떠납니다.' },
    checkSeconds: { label: '상태 확인 간격', help: '각 대상의 상태를 확인하는 간격입니다.' },
    unhealthyAfter: { label: '비정상 판정 횟수', help: '연달아 이만큼 확인에 실패한 대상은 답에서 빠집니다.' },
    checkTimeoutSeconds: { label: '확인 제한 시간', help: '이 시간 동안 응답이 없으면 확인에 실패한 것으로 봅니다.' },
    geoErrorPercent: {
      label: '위치를 잘못 아는 비율',
      help: '제공자가 위치를 잘못 아는 리졸버의 비율입니다. 그 사용자들은 가장 가까운 곳이 아닌 다른 대상으로 갑니다.',
    },
    answerMs: { label: '응답 시간', help: '조회 한 번에 답하는 데 걸리는 시간입니다.' },
    ...mishapsKo,
  },
  metrics: {
    healthyTargets: '정상 대상',
    failOpenAnswers: '정상 대상 없이 한 답',
    wrongAnswers: '아무도 없는 주소를 준 답',
    sinceSwitch: '마지막 전환 뒤 지난 시간',
  },
  faults: {
    'wrong-record': {
      label: '잘못된 레코드',
      help: '이름이 아무도 없는 주소로 이어집니다. 그 답을 받은 쪽은 바로잡은 뒤에도 유효 시간이 끝날 때까지 그대로 갖고 있습니다.',
    },
  },
};
