import type { storyMarksEn } from '../i18n/late/storyMarks.en.ts';
import type { LateText } from '../i18n/lateText.ts';
import type { Widen } from '../i18n/widen.ts';

export const storyMarksText: LateText<Widen<typeof storyMarksEn>> = {
  en: async () => (await import('../i18n/late/storyMarks.en.ts')).storyMarksEn,
  ko: async () => (await import('../i18n/late/storyMarks.ko.ts')).storyMarksKo,
};
