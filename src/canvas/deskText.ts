/** Words of what hands do on the canvas: fetched with it. */

import type { LateText } from '../i18n/lateText.ts';
import type { Widen } from '../i18n/widen.ts';

type DeskText = Widen<typeof import('../i18n/late/desk.en.ts').deskEn>;
export const deskText: LateText<DeskText> = {
  en: async () => (await import('../i18n/late/desk.en.ts')).deskEn,
  ko: async () => (await import('../i18n/late/desk.ko.ts')).deskKo,
};
