import type { worldEn } from '../../i18n/late/world.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type WorldText = Widen<typeof worldEn>;

export const worldText: LateText<WorldText> = {
  en: async () => (await import('../../i18n/late/world.en.ts')).worldEn,
  ko: async () => (await import('../../i18n/late/world.ko.ts')).worldKo,
};
