import type { eraseEn } from '../../i18n/late/erase.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

type EraseText = Widen<typeof eraseEn>;

export const eraseText: LateText<EraseText> = {
  en: async () => (await import('../../i18n/late/erase.en.ts')).eraseEn,
  ko: async () => (await import('../../i18n/late/erase.ko.ts')).eraseKo,
};
