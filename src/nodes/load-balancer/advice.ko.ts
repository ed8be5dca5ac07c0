import type { AdviceTexts } from '../advice.ts';
import type { LoadBalancerAdvice } from './advice.ts';

export const loadBalancerAdviceKo: AdviceTexts<LoadBalancerAdvice> = {
  'checks-overlap': (p) =>
    `${p.part}: 상태 확인의 응답을 ${p.timeoutSeconds} 기다리면서 ${p.checkSeconds}마다 묻습니다. 다음 확인이 오기 전에 포기하게 하세요.`,
  'sticks-for-nothing': (p) =>
    `${p.part}: 세션을 한 서버에 붙여 두는데 뒤의 서버는 아무것도 기억하지 않습니다. 얻는 것 없이 부하만 고르지 않게 됩니다. 고정 세션을 끄세요.`,
};
