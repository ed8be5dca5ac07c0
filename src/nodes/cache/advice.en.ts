import type { AdviceTexts } from '../advice.ts';
import type { CacheAdvice } from './advice.ts';

export const cacheAdviceEn: AdviceTexts<CacheAdvice> = {
  'keeps-nothing': (p) => `${p.part}: it has no room for a single row, so every lookup is one in vain. Give it room, or take it away.`,
};
