import type { HappeningTexts } from '../happening.ts';
import type { CacheHappenings } from './happenings.ts';

export const cacheHappeningsEn: HappeningTexts<CacheHappenings> = {
  cold: { begins: (part) => `${part} is cold: it finds less than half of what it did`, ends: (part) => `${part} is warm again` },
};
