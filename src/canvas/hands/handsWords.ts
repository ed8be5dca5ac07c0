/** The words of keys, lists and search on the canvas, fetched with them. */

import type { handsEn } from '../../i18n/late/hands.en.ts';
import { fetchText, type LateText, useLateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { announce } from '../../ui/announce.ts';

export type HandsText = Widen<typeof handsEn>;

export const handsText: LateText<HandsText> = {
  en: async () => (await import('../../i18n/late/hands.en.ts')).handsEn,
  ko: async () => (await import('../../i18n/late/hands.ko.ts')).handsKo,
};

export const useHandsText = (): HandsText => useLateText(handsText);

/** Answers the keyboard in words of the sitting's language. */
export function tell(sentence: (words: HandsText) => string): void {
  void fetchText(handsText, sessionStore.getState().locale).then((words) => announce(sentence(words), 'answer'));
}
