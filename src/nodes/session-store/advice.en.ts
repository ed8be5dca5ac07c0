import type { AdviceTexts } from '../advice.ts';
import type { SessionStoreAdvice } from './advice.ts';

export const sessionStoreAdviceEn: AdviceTexts<SessionStoreAdvice> = {
  'keeps-nothing': (p) => `${p.part}: it has no room for a single session, so nobody stays logged in. Give it memory.`,
};
