import type { phoneEn } from '../../i18n/late/phone.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type PhoneText = Widen<typeof phoneEn>;

export const phoneText: LateText<PhoneText> = {
  en: async () => (await import('../../i18n/late/phone.en.ts')).phoneEn,
  ko: async () => (await import('../../i18n/late/phone.ko.ts')).phoneKo,
};
