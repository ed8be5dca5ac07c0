import type { interviewEn } from '../../i18n/late/interview.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type InterviewText = Widen<typeof interviewEn>;

export const interviewText: LateText<InterviewText> = {
  en: async () => (await import('../../i18n/late/interview.en.ts')).interviewEn,
  ko: async () => (await import('../../i18n/late/interview.ko.ts')).interviewKo,
};
