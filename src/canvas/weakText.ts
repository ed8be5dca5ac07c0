/** A weak point in words, for its mark on the canvas and for its line in the outline. */

import type { weakMarksEn } from '../i18n/late/weakMarks.en.ts';
import type { LateText } from '../i18n/lateText.ts';
import type { Text } from '../i18n/text.ts';
import type { Widen } from '../i18n/widen.ts';
import type { WeakMark } from '../store/foundStore.ts';
import { formatCount, formatDuration } from '../ui/format.ts';

export type WeakWords = Widen<typeof weakMarksEn>;

export const weakMarksText: LateText<WeakWords> = {
  en: async () => (await import('../i18n/late/weakMarks.en.ts')).weakMarksEn,
  ko: async () => (await import('../i18n/late/weakMarks.ko.ts')).weakMarksKo,
};

export const weakText = (words: WeakWords, { on, rank, secondsBelow }: WeakMark, t: Text): string =>
  words[on](formatCount(rank), formatDuration(secondsBelow, t.common.duration));
