/** Words for parts of unknown kinds, for every room that shows them. */

import type { LateText } from './lateText.ts';
import type { Widen } from './widen.ts';

type StrangerText = Widen<typeof import('./late/strangers.en.ts').strangersEn>;

export const strangerText: LateText<StrangerText> = {
  en: async () => (await import('./late/strangers.en.ts')).strangersEn,
  ko: async () => (await import('./late/strangers.ko.ts')).strangersKo,
};
