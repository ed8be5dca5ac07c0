import type { presenterEn } from '../../i18n/late/presenter.en.ts';
import { type LateText, useLateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type PresenterText = Widen<typeof presenterEn>;

const presenterText: LateText<PresenterText> = {
  en: async () => (await import('../../i18n/late/presenter.en.ts')).presenterEn,
  ko: async () => (await import('../../i18n/late/presenter.ko.ts')).presenterKo,
};

export const usePresenterText = (): PresenterText => useLateText(presenterText);
