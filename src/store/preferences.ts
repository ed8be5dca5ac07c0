/** Language, theme, whether letters are shortcuts, how much is read aloud, whether trouble slows the run and whether charts are unfolded outlive the page; nothing else is kept in localStorage. A browser that forbids it forgets them. */

import { chartsAtFirst, keptPreferences, type Preferences, preferencesKey, spokenLocale } from './keptPreferences.ts';
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
    chartsOpen: chartsAtFirst(before),
  });
  const usual = chartsAtFirst({});
  let charts = chartsAtFirst(before);
  return sessionStore.subscribe(({ locale, theme, letterKeys, hearing, autoSlow, chartsOpen, lesson }, old) => {
    // A lesson unfolds them for its own time.
    if (lesson === null) charts = chartsOpen;
    // What nobody chose stays as each screen has it.
    const kept = { locale, theme, letterKeys, hearing, autoSlow, ...(charts === usual ? {} : { chartsOpen: charts }) };
    const seen = { locale, theme, letterKeys, hearing, autoSlow, chartsOpen };
    if (Object.entries(seen).some(([name, value]) => value !== old[name as keyof typeof kept])) store(kept);
  });
}
