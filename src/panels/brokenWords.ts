import type { LateText } from '../i18n/lateText.ts';
import type { Widen } from '../i18n/widen.ts';

export type BrokenText = Widen<typeof import('../i18n/late/broken.en.ts').brokenEn>;

export const brokenText: LateText<BrokenText> = {
  en: async () => (await import('../i18n/late/broken.en.ts')).brokenEn,
  ko: async () => (await import('../i18n/late/broken.ko.ts')).brokenKo,
};
