import type { rowsEn } from '../../i18n/late/rows.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type RowText = Widen<typeof rowsEn>;

export const rowText: LateText<RowText> = {
  en: async () => (await import('../../i18n/late/rows.en.ts')).rowsEn,
  ko: async () => (await import('../../i18n/late/rows.ko.ts')).rowsKo,
};
