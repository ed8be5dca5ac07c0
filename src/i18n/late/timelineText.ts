import type { LateText } from '../lateText.ts';
import type { Widen } from '../widen.ts';
import type { timelineEn } from './timeline.en.ts';

export type TimelineText = Widen<typeof timelineEn>;

export const timelineText: LateText<TimelineText> = {
  en: async () => (await import('./timeline.en.ts')).timelineEn,
  ko: async () => (await import('./timeline.ko.ts')).timelineKo,
};
