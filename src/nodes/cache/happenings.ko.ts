import type { HappeningTexts } from '../happening.ts';
import type { CacheHappenings } from './happenings.ts';

export const cacheHappeningsKo: HappeningTexts<CacheHappenings> = {
  cold: { begins: (part) => `${part}: 차가워짐. 찾는 비율이 평소의 절반도 안 됩니다`, ends: (part) => `${part}: 다시 채워졌습니다` },
};
