/** The words of the share dialog and of shared moments, fetched with the first of them. */

import type { shareEn } from '../../i18n/late/share.en.ts';
import { type LateText, useLateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type ShareText = Widen<typeof shareEn>;

export const shareText: LateText<ShareText> = {
  en: async () => (await import('../../i18n/late/share.en.ts')).shareEn,
  ko: async () => (await import('../../i18n/late/share.ko.ts')).shareKo,
};

export const useShareText = (): ShareText => useLateText(shareText);
