/**
 * Words that only a late part of the page speaks: a file per language under `i18n/late`, fetched with that part, so that nobody
 * waits for them before the first picture. English gives the shape here, too.
 */

import { use } from 'react';
import type { Locale } from '../store/sessionStore.ts';
import { useText } from './text.ts';

export type LateText<T> = Readonly<Record<Locale, () => Promise<T>>>;

const fetched = new Map<unknown, Promise<unknown>>();

/** Suspends until the words are there, so its caller stands within a Suspense. `words` must be one and the same object every time. */
export function useLateText<T>(words: LateText<T>): T {
  const load = words[useText().locale as Locale];
  let promise = fetched.get(load) as Promise<T> | undefined;
  if (!promise) {
    promise = load();
    fetched.set(load, promise);
    // Without a network it may be asked for again.
    promise.catch(() => fetched.delete(load));
  }
  return use(promise);
}
