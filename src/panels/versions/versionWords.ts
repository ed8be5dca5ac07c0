import type { versionsEn } from '../../i18n/late/versions.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export const versionText: LateText<Widen<typeof versionsEn>> = {
  en: async () => (await import('../../i18n/late/versions.en.ts')).versionsEn,
  ko: async () => (await import('../../i18n/late/versions.ko.ts')).versionsKo,
};
