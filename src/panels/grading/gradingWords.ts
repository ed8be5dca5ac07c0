import type { gradingEn } from '../../i18n/late/grading.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type GradingText = Widen<typeof gradingEn>;

export const gradingText: LateText<GradingText> = {
  en: async () => (await import('../../i18n/late/grading.en.ts')).gradingEn,
  ko: async () => (await import('../../i18n/late/grading.ko.ts')).gradingKo,
};
