/** Words of the card, words of the lesson that is taken, and numbers as they are read in it. */

import type { lessonEn } from '../../i18n/late/lesson.en.ts';
import { type LateText, useLateText } from '../../i18n/lateText.ts';
import type { Text } from '../../i18n/text.ts';
import type { Widen } from '../../i18n/widen.ts';
import type { LessonId, LessonUnit, LessonWords } from '../../lessons/lesson.ts';
import { lessonPlaces } from '../../lessons/registry.ts';
import { formatCount, formatDuration, formatExact, formatNumber, formatRate, formatShare } from '../../ui/format.ts';

export type LessonText = Widen<typeof lessonEn>;

export const lessonText: LateText<LessonText> = {
  en: async () => (await import('../../i18n/late/lesson.en.ts')).lessonEn,
  ko: async () => (await import('../../i18n/late/lesson.ko.ts')).lessonKo,
};

/** Of a lesson that is here. */
export const useWordsOf = (id: LessonId): LessonWords => useLateText(lessonPlaces[id]!.words);

/** A value in the measure's own unit, as it is read. */
export function readable(value: number, unit: LessonUnit, t: Text): string {
  switch (unit) {
    case 'ms':
      return formatDuration(value / 1000, t.common.duration);
    case 'seconds':
      return formatDuration(value, t.common.duration);
    case 'percent':
      return formatShare(value);
    case 'per-second':
      return formatRate(value);
    case 'times':
      return formatNumber(value, '×');
    case 'usd':
      return `$${formatCount(value)}`;
    case 'count':
      return formatCount(value);
  }
}

/** Beside a box that a number is typed into. */
export const boxUnits: Readonly<Record<LessonUnit, string>> = {
  ms: 'ms',
  seconds: 's',
  percent: '%',
  'per-second': '/s',
  times: '×',
  usd: '$',
  count: '',
};

/** How many times a measure's own unit what is typed is: shares are typed in percent. */
export const boxTimes = (unit: LessonUnit): number => (unit === 'percent' ? 100 : 1);

/** A text with `{name}` filled in; a name that nobody knows stays as a dash. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '–');

export const plainNumbers = (given: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, formatExact(value)]));
