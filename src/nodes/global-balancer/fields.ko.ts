import { mishapsKo } from '../fields.ko.ts';
import type { KindFieldText } from '../kindText.ts';
import type { globalBalancerSpec } from './spec.ts';
import { regionPoliciesKo } from './text.ko.ts';

export const globalBalancerFieldsKo: KindFieldText<typeof globalBalancerSpec> = {
  fields: {
    policy: { label: '정책', help: '요청을 어느 지역에 넘길지 정합니다.', options: regionPoliciesKo },
    checkSeconds: { label: '상태 확인 간격', help: '각 지역의 상태를 확인하는 간격입니다.' },
    checkTimeoutSeconds: { label: '확인 제한 시간', help: '이 시간 동안 응답이 없으면 확인에 실패한 것으로 봅니다.' },
    unhealthyAfter: { label: '비정상 판정 횟수', help: '연달아 이만큼 확인에 실패한 지역에는 요청을 보내지 않습니다.' },
    healthyAfter: { label: '정상 판정 횟수', help: '연달아 이만큼 확인에 성공하면 다시 요청을 보냅니다.' },
    retryOther: {
      label: '다른 지역에서 다시 시도',
      help: '한 지역이 거절했거나 답하지 않은 읽기를 다른 지역에 한 번 넘깁니다. 쓰기는 넘기지 않습니다.',
    },
    serviceMs: { label: '넘기는 시간', help: '요청 하나를 넘기는 데 걸리는 시간입니다. 여기에는 대기열이 없습니다.' },
    ...mishapsKo,
  },
  metrics: {
    healthyTargets: '정상 지역',
    failOpen: '정상 지역 없이 넘긴 요청',
    sentAway: '더 먼 지역으로 넘긴 요청',
    triedNext: '다른 지역에서 다시 시도한 요청',
    sinceSwitch: '마지막 전환 뒤 지난 시간',
    sentTo0: '1번 지역으로 보낸 요청',
    sentTo1: '2번 지역으로 보낸 요청',
    sentTo2: '3번 지역으로 보낸 요청',
    sentTo3: '4번 지역으로 보낸 요청',
    sentTo4: '5번 지역으로 보낸 요청',
    sentTo5: '6번 지역으로 보낸 요청',
    sentTo6: '7번 지역으로 보낸 요청',
    sentTo7: '8번 지역으로 보낸 요청',
    sentTo8: '9번 지역으로 보낸 요청',
  },
};
