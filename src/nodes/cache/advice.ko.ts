import type { AdviceTexts } from '../advice.ts';
import type { CacheAdvice } from './advice.ts';

export const cacheAdviceKo: AdviceTexts<CacheAdvice> = {
  'keeps-nothing': (p) => `${p.part}: 행 하나를 둘 자리도 없어 조회가 모두 헛일입니다. 용량을 늘리거나 없애세요.`,
};
