import type { toolsEn } from '../../i18n/late/tools.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type ToolText = Widen<typeof toolsEn>;

export const toolText: LateText<ToolText> = {
  en: async () => (await import('../../i18n/late/tools.en.ts')).toolsEn,
  ko: async () => (await import('../../i18n/late/tools.ko.ts')).toolsKo,
};
