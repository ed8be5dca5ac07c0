import type { AdviceTexts } from '../advice.ts';
import type { SessionStoreAdvice } from './advice.ts';

export const sessionStoreAdviceKo: AdviceTexts<SessionStoreAdvice> = {
  'keeps-nothing': (p) => `${p.part}: 세션 하나를 둘 자리도 없어 아무도 로그인 상태로 있지 못합니다. 메모리를 늘리세요.`,
};
