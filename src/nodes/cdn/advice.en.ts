import type { AdviceTexts } from '../advice.ts';
import type { CdnAdvice } from './advice.ts';

export const cdnAdviceEn: AdviceTexts<CdnAdvice> = {
  'keeps-nothing': (p) => `${p.part}: it has no room for a single file, so all of it goes to the origin. Give it room.`,
  'asks-always': (p) =>
    `${p.part}: nothing may be kept, so every request goes to the origin, by a longer way than without it. Let it keep files for a while.`,
};
