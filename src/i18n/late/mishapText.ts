import type { LateText } from '../lateText.ts';
import type { Widen } from '../widen.ts';
import type { mishapsEn } from './mishaps.en.ts';

export type MishapWords = Widen<typeof mishapsEn>;

export const mishapText: LateText<MishapWords> = {
  en: async () => (await import('./mishaps.en.ts')).mishapsEn,
  ko: async () => (await import('./mishaps.ko.ts')).mishapsKo,
};

/** @param code of `runner/mishap.ts`; anything else was never meant to be read, and is a fault of the engine's */
export const mishapIn = ({ why }: MishapWords, code: string): string =>
  Object.hasOwn(why, code) ? why[code as keyof MishapWords['why']] : why.engine;
