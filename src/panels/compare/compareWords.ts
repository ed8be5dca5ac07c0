import type { compareEn } from '../../i18n/late/compare.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type CompareText = Widen<typeof compareEn>;

export const compareText: LateText<CompareText> = {
  en: async () => (await import('../../i18n/late/compare.en.ts')).compareEn,
  ko: async () => (await import('../../i18n/late/compare.ko.ts')).compareKo,
};
