/** Language, theme, whether letters are shortcuts, how much is read aloud and whether trouble slows the run outlive the page; nothing else is kept in localStorage. A browser that forbids it forgets them. */

import { keptPreferences, type Preferences, preferencesKey, spokenLocale } from './keptPreferences.ts';
import { type Locale, sessionStore, type Theme } from './sessionStore.ts';

function store(preferences: Preferences): void {
  try {
    localStorage.setItem(preferencesKey, JSON.stringify(preferences));
  } catch {
    // Forbidden or full: the choice holds until the page is left.
  }
}

/** Sets language and theme: what the address asks for, else what was chosen before, else what the browser speaks. */
export function startPreferences(asked: { locale: Locale | null; theme: Theme | null; autoSlow?: boolean | null }): () => void {
  const before = keptPreferences();
  sessionStore.getState().set({
    locale: asked.locale ?? before.locale ?? spokenLocale(),
    theme: asked.theme ?? before.theme ?? 'system',
    letterKeys: before.letterKeys ?? true,
    hearing: before.hearing ?? 'events',
    autoSlow: asked.autoSlow ?? before.autoSlow ?? true,
  });
  return sessionStore.subscribe(({ locale, theme, letterKeys, hearing, autoSlow }, old) => {
    const kept = { locale, theme, letterKeys, hearing, autoSlow };
    if (Object.entries(kept).some(([name, value]) => value !== old[name as keyof typeof kept])) store(kept);
  });
}
