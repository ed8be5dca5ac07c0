import type { HappeningTexts } from '../happening.ts';
import type { CdnHappenings } from './happenings.ts';

export const cdnHappeningsKo: HappeningTexts<CdnHappenings> = {
  cold: { begins: (part) => `${part}의 엣지가 비어 대부분을 원본에서 가져옵니다`, ends: (part) => `${part}의 엣지가 다시 채워졌습니다` },
};
