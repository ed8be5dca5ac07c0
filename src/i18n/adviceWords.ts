/** The words of advice on foolish settings: fetched when there is any. */

import type { AdviceTexts } from '../nodes/advice.ts';
import type { NodeKind } from '../nodes/specs.ts';
import type { LateText } from './lateText.ts';

export type AdviceWordsOf = Readonly<Partial<Record<NodeKind, AdviceTexts>>>;

export const adviceWords: LateText<AdviceWordsOf> = {
  en: async () => (await import('../nodes/adviceWords.en.ts')).adviceWordsEn,
  ko: async () => (await import('../nodes/adviceWords.ko.ts')).adviceWordsKo,
};
