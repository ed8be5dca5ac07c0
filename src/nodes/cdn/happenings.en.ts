import type { HappeningTexts } from '../happening.ts';
import type { CdnHappenings } from './happenings.ts';

export const cdnHappeningsEn: HappeningTexts<CdnHappenings> = {
  cold: {
    begins: (part) => `The edges of ${part} are cold: most is fetched from the origin`,
    ends: (part) => `The edges of ${part} are warm again`,
  },
};
