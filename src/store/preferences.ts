/** Language, theme, whether letters are shortcuts, how much is read aloud and whether trouble slows the run outlive the page; nothing else is kept in localStorage. A browser that forbids it forgets them. */

import { type Locale, type SessionState, sessionStore, type Theme } from './sessionStore.ts';

const key = 'faultline.preferences';
const themes: readonly string[] = ['system', 'light', 'dark', 'projector'] satisfies Theme[];
const hearings: readonly string[] = ['off', 'events', 'verbose'] satisfies SessionState['hearing'][];
const locales: readonly string[] = ['en', 'ko'] satisfies Locale[];

interface Preferences {
  locale?: Locale;
  theme?: Theme;
  letterKeys?: boolean;
  hearing?: SessionState['hearing'];
  autoSlow?: boolean;
}

/** What a text of the storage says, as far as it can be understood. */
export function parsePreferences(text: string | null): Preferences {
  try {
    const { locale, theme, letterKeys, hearing, autoSlow } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return {
      ...(locales.includes(locale as string) ? { locale: locale as Locale } : {}),
      ...(themes.includes(theme as string) ? { theme: theme as Theme } : {}),
      ...(letterKeys === false ? { letterKeys } : {}),
      ...(hearings.includes(hearing as string) ? { hearing: hearing as SessionState['hearing'] } : {}),
      ...(autoSlow === false ? { autoSlow } : {}),
    };
  } catch {
    return {};
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(preferences: Preferences): void {
  try {
    localStorage.setItem(key, JSON.stringify(preferences));
  } catch {
    // Forbidden or full: the choice holds until the page is left.
  }
}

/** Sets language and theme: what the address asks for, else what was chosen before, else what the browser speaks. */
export function startPreferences(asked: { locale: Locale | null; theme: Theme | null; autoSlow?: boolean | null }): () => void {
  const before = parsePreferences(stored());
  const spoken: Locale = navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en';
  sessionStore.getState().set({
    locale: asked.locale ?? before.locale ?? spoken,
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
