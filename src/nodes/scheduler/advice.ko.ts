import type { AdviceTexts } from '../advice.ts';
import type { SchedulerAdvice } from './advice.ts';

export const schedulerAdviceKo: AdviceTexts<SchedulerAdvice> = {
  'runs-twice': (p) => `${p.part}: 스케줄러 ${p.instances}대가 잠금 없이 돌아 같은 배치를 ${p.instances}번 시작합니다. 잠금을 켜세요.`,
  'spread-overlaps': (p) =>
    `${p.part}: 한 배치를 ${p.jitterSeconds}에 걸쳐 나누는데 다음 배치는 ${p.everySeconds} 뒤에 시작해 서로 겹칩니다. 더 짧게 나누세요.`,
};
