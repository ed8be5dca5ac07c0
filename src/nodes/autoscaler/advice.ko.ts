import type { AdviceTexts } from '../advice.ts';
import type { AutoscalerAdvice } from './advice.ts';

export const autoscalerAdviceKo: AdviceTexts<AutoscalerAdvice> = {
  'cannot-see': (p) =>
    `${p.part}: ${p.other}에는 측정되는 부하가 없어 한 대도 늘리지 않습니다. 계획에 따라 조정하거나 그 뒤의 구성 요소를 조정하세요.`,
  'bounds-crossed': (p) => `${p.part}: 최소 ${p.least}대, 최대 ${p.most}대. 무슨 일이 있어도 늘 ${p.least}대입니다. 최대를 올리세요.`,
  'steps-crossed': (p) =>
    `${p.part}: ${p.belowPercent} 아래에서 줄이고 ${p.abovePercent} 위에서 늘립니다. 두 값 사이에서는 둘 다 해당합니다. 줄이는 기준을 더 낮게 두고 사이를 띄우세요.`,
  'forgets-orders': (p) =>
    `${p.part}: ${p.other}의 기동에 ${p.bootSeconds} 걸리는데 ${p.cooldownSeconds} 뒤에 다시 판단하면서 기동 중인 것을 세지 않습니다. 같은 주문을 되풀이하다가 크게 흔들립니다. 기동 중인 것도 세거나 더 기다리세요.`,
  'plan-backwards': (p) =>
    `${p.part}: 계획이 시작(${p.fromSeconds})보다 먼저 끝나서(${p.toSeconds}) 한 번도 쓰이지 않습니다. 두 시각을 바꾸세요.`,
};
