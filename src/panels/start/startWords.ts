import type { startEn } from '../../i18n/late/start.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type StartText = Widen<typeof startEn>;

export const startText: LateText<StartText> = {
  en: async () => (await import('../../i18n/late/start.en.ts')).startEn,
  ko: async () => (await import('../../i18n/late/start.ko.ts')).startKo,
};
