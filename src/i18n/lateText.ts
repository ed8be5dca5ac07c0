/**
 * Words that only a late part of the page speaks: a file per language under `i18n/late`, fetched with that part, so that nobody
 * waits for them before the first picture. English gives the shape here, too.
 */

import type { Locale } from '../store/sessionStore.ts';
import { type Late, late, useLate } from '../ui/late.ts';
import { bringAlong, useText } from './text.ts';

export type LateText<T> = Readonly<Record<Locale, () => Promise<T>>>;

const spoken = new Map<LateText<unknown>, Readonly<Record<Locale, Late<unknown>>>>();

// What the page has spoken once changes its language with it, without a pause.
bringAlong((locale) => Promise.all([...spoken.values()].map((languages) => languages[locale].fetch())));

function languagesOf<T>(words: LateText<T>): Readonly<Record<Locale, Late<T>>> {
  const known = spoken.get(words);
  if (known) return known as Readonly<Record<Locale, Late<T>>>;
  const languages = { en: late(words.en), ko: late(words.ko) };
  spoken.set(words, languages);
  return languages;
}

/** Asks for words before they are needed. */
export const fetchText = <T>(words: LateText<T>, locale: Locale): Promise<T> => languagesOf(words)[locale].fetch();

/** Suspends until the words are there, so its caller stands within a Suspense. `words` must be one and the same object every time. */
export function useLateText<T>(words: LateText<T>): T {
  return useLate(languagesOf(words)[useText().locale as Locale]);
}

/** The words, if somebody has fetched them: for what can be without, such as a title. */
export function useTextIfThere<T>(words: LateText<T>): T | undefined {
  return languagesOf(words)[useText().locale as Locale].known();
}
