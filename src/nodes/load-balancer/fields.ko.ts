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
  },
  metrics: { healthyTargets: '정상 서버', failOpen: '정상 서버 없이 보낸 요청' },
};
