import type { happeningWordsEn } from '../../nodes/happeningWords.en.ts';
import type { LateText } from '../lateText.ts';

export const happeningText: LateText<typeof happeningWordsEn> = {
  en: async () => (await import('../../nodes/happeningWords.en.ts')).happeningWordsEn,
  ko: async () => (await import('../../nodes/happeningWords.ko.ts')).happeningWordsKo,
};
