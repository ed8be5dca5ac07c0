import type { trialsEn } from '../../i18n/late/trials.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type TrialText = Widen<typeof trialsEn>;

export const trialText: LateText<TrialText> = {
  en: async () => (await import('../../i18n/late/trials.en.ts')).trialsEn,
  ko: async () => (await import('../../i18n/late/trials.ko.ts')).trialsKo,
};
