import type { markingEn } from '../../i18n/late/marking.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type MarkingText = Widen<typeof markingEn>;

export const markingText: LateText<MarkingText> = {
  en: async () => (await import('../../i18n/late/marking.en.ts')).markingEn,
  ko: async () => (await import('../../i18n/late/marking.ko.ts')).markingKo,
};
