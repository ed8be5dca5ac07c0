import type { whyEn } from '../../../i18n/late/why.en.ts';
import type { LateText } from '../../../i18n/lateText.ts';
import type { Widen } from '../../../i18n/widen.ts';

export const whyWords: LateText<Widen<typeof whyEn>> = {
  en: async () => (await import('../../../i18n/late/why.en.ts')).whyEn,
  ko: async () => (await import('../../../i18n/late/why.ko.ts')).whyKo,
};
