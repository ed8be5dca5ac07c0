import type { spokenEn } from '../../i18n/late/spoken.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type SpokenText = Widen<typeof spokenEn>;

export const spokenText: LateText<SpokenText> = {
  en: async () => (await import('../../i18n/late/spoken.en.ts')).spokenEn,
  ko: async () => (await import('../../i18n/late/spoken.ko.ts')).spokenKo,
};
