/**
 * Every word the page shows, in the language of the sitting. English gives the shape; a gap in Korean does not compile.
 * A language is fetched when it is first spoken, so nobody waits for one that he does not read.
 */

import { useSyncExternalStore } from 'react';
import { type Locale, sessionStore } from '../store/sessionStore.ts';
import type { en } from './en/text.ts';
import { type KindTexts, kindTexts } from './kindTexts.ts';
import type { Widen } from './widen.ts';

export type SectionTexts = Widen<typeof en>;
export type Text = SectionTexts & { readonly kinds: KindTexts };

const sections: Readonly<Record<Locale, () => Promise<SectionTexts>>> = {
  en: async () => (await import('./en/text.ts')).en,
  ko: async () => (await import('./ko/text.ts')).ko,
};

const loaded = new Map<Locale, Text>();
const listeners = new Set<() => void>();
const companions: ((locale: Locale) => Promise<unknown>)[] = [];
/** What is on the screen: still the old language while a new one is on its way. */
let shown: Text | null = null;

/** Fetches a language. Rejects when it cannot be had, e.g. without a network. */
export async function loadText(locale: Locale): Promise<Text> {
  const known = loaded.get(locale);
  if (known) return known;
  const [words, kinds] = await Promise.all([sections[locale](), kindTexts(locale)]);
  const text = { ...words, kinds };
  loaded.set(locale, text);
  return text;
}

/** Fetches what else speaks on the screen before a new language is shown, so that nothing blinks: `lateText.ts`. */
export function bringAlong(fetch: (locale: Locale) => Promise<unknown>): void {
  companions.push(fetch);
}

/** Shows the sitting's language, now and whenever it changes. Called before anything is drawn; resolves when it may be. */
export async function startText(): Promise<void> {
  const { locale } = sessionStore.getState();
  sessionStore.subscribe((state, before) => {
    if (state.locale !== before.locale) void show(state.locale);
  });
  await show(locale);
}

async function show(locale: Locale): Promise<void> {
  try {
    const [text] = await Promise.all([loadText(locale), ...companions.map((fetch) => fetch(locale))]);
    // Another choice may have come in the meantime.
    if (sessionStore.getState().locale !== locale) return;
    shown = text;
    for (const listener of listeners) listener();
  } catch (error) {
    // Without a network the page goes on in the language it has.
    if (!shown) throw error;
    sessionStore.getState().set({ locale: shown.locale as Locale });
  }
}

/** The dictionary of a language, for code outside React; while it is on its way, the one on the screen. */
export function textOf(locale: Locale): Text {
  const text = loaded.get(locale) ?? shown;
  if (!text) throw new Error('no language is loaded yet');
  return text;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const onScreen = (): Text => shown ?? textOf(sessionStore.getState().locale);

/** The dictionary on the screen. */
export function useText(): Text {
  return useSyncExternalStore(subscribe, onScreen);
}
