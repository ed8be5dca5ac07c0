/** What is kept of a reader's wishes, as text, and what it means. Stands alone: `boot.ts` reads it before anything else is there. */

import type { Locale, SessionState, Theme } from './sessionStore.ts';

export const preferencesKey = 'faultline.preferences';
const themes: readonly string[] = ['system', 'light', 'dark', 'projector'] satisfies Theme[];
const hearings: readonly string[] = ['off', 'events', 'verbose'] satisfies SessionState['hearing'][];
const locales: readonly string[] = ['en', 'ko'] satisfies Locale[];

export interface Preferences {
  locale?: Locale;
  theme?: Theme;
  letterKeys?: boolean;
  hearing?: SessionState['hearing'];
  autoSlow?: boolean;
  /** Whether the charts are unfolded below the canvas. */
  chartsOpen?: boolean;
}

/** What a text of the storage says, as far as it can be understood. */
export function parsePreferences(text: string | null): Preferences {
  try {
    const { locale, theme, letterKeys, hearing, autoSlow, chartsOpen } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return {
      ...(locales.includes(locale as string) ? { locale: locale as Locale } : {}),
      ...(themes.includes(theme as string) ? { theme: theme as Theme } : {}),
      ...(letterKeys === false ? { letterKeys } : {}),
      ...(hearings.includes(hearing as string) ? { hearing: hearing as SessionState['hearing'] } : {}),
      ...(autoSlow === false ? { autoSlow } : {}),
      ...(typeof chartsOpen === 'boolean' ? { chartsOpen } : {}),
    };
  } catch {
    return {};
  }
}

/** What was chosen before; nothing where the browser forbids to keep anything. */
export function keptPreferences(): Preferences {
  try {
    return parsePreferences(localStorage.getItem(preferencesKey));
  } catch {
    return {};
  }
}

/** The language of the page for whoever has chosen none: what the browser speaks. */
export const spokenLocale = (): Locale => (navigator.language.toLowerCase().startsWith('ko') ? 'ko' : 'en');

/** Charts unfold at first only where they leave the canvas more than half of the screen; everywhere else they begin as a line of figures. */
export const chartsAtFirst = (kept: Preferences): boolean =>
  kept.chartsOpen ?? matchMedia('(min-width: 2200px) and (min-height: 1150px)').matches;
