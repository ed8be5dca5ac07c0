import type { storyEn } from '../../i18n/late/story.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type StoryWords = Widen<typeof storyEn>;

export const storyWords: LateText<StoryWords> = {
  en: async () => (await import('../../i18n/late/story.en.ts')).storyEn,
  ko: async () => (await import('../../i18n/late/story.ko.ts')).storyKo,
};
