/** Words about a document that was opened, for the desk's strip and the phone's. */

import type { SharedVerdict } from '../design/sharedVerdict.ts';
import type { openedEn } from '../i18n/late/opened.en.ts';
import type { LateText } from '../i18n/lateText.ts';
import type { Widen } from '../i18n/widen.ts';
import { type DurationWords, formatDuration, formatRate, formatShare, nothing } from '../ui/format.ts';

type OpenedText = Widen<typeof openedEn>;

export const openedText: LateText<OpenedText> = {
  en: async () => (await import('../i18n/late/opened.en.ts')).openedEn,
  ko: async () => (await import('../i18n/late/opened.ko.ts')).openedKo,
};

/** What its maker's run came to, as a sentence. */
export function verdictTold(
  { seconds, servedPerSecond, availability, p99 }: SharedVerdict,
  words: OpenedText,
  units: DurationWords,
): string {
  const slowest = p99 === null ? nothing : formatDuration(p99, units);
  return words.verdict(formatDuration(seconds, units), formatRate(servedPerSecond), formatShare(availability), slowest);
}
