import type { AdviceTexts } from '../advice.ts';
import type { MonitorAdvice } from './advice.ts';

export const monitorAdviceKo: AdviceTexts<MonitorAdvice> = {
  'looks-overlap': (p) =>
    `${p.part}: 수치를 ${p.timeoutSeconds} 기다리면서 ${p.scrapeSeconds}마다 묻습니다. 다음에 물을 때가 되기 전에 포기하게 하세요.`,
  'nothing-new': (p) =>
    `${p.part}: 규칙은 ${p.evalSeconds}마다 보는데 수치는 ${p.scrapeSeconds}마다 옵니다. 대부분 조금 전과 같은 수치를 봅니다. 수치를 더 자주 모으거나 규칙을 덜 보세요.`,
};
