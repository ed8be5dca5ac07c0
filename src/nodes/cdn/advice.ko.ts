import type { AdviceTexts } from '../advice.ts';
import type { CdnAdvice } from './advice.ts';

export const cdnAdviceKo: AdviceTexts<CdnAdvice> = {
  'keeps-nothing': (p) => `${p.part}: 파일 하나를 둘 자리도 없어 모두 오리진으로 갑니다. 용량을 늘리세요.`,
  'asks-always': (p) =>
    `${p.part}: 아무것도 둘 수 없게 되어 있어 모든 요청이 오히려 더 먼 길로 오리진에 갑니다. 파일을 한동안 두게 하세요.`,
};
