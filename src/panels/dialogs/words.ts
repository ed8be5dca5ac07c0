/** The words of dialogs, fetched when the page has come to rest. */

import type { dialogsEn } from '../../i18n/late/dialogs.en.ts';
import { type LateText, useLateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

type DialogText = Widen<typeof dialogsEn>;

export const dialogText: LateText<DialogText> = {
  en: async () => (await import('../../i18n/late/dialogs.en.ts')).dialogsEn,
  ko: async () => (await import('../../i18n/late/dialogs.ko.ts')).dialogsKo,
};

export const useDialogText = (): DialogText => useLateText(dialogText);
