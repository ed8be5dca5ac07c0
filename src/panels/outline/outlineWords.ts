import type { outlineEn } from '../../i18n/late/outline.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type OutlineText = Widen<typeof outlineEn>;

export const outlineText: LateText<OutlineText> = {
  en: async () => (await import('../../i18n/late/outline.en.ts')).outlineEn,
  ko: async () => (await import('../../i18n/late/outline.ko.ts')).outlineKo,
};
