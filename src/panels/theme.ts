/** Dresses the page in the chosen theme and language, on the root element, where style sheets and screen readers look. */

import { sessionStore } from '../store/sessionStore.ts';

/** Follows the sitting's choice, and the system's where that is the choice. Returns how to stop. */
export function startAppearance(): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const dress = () => {
    const { theme, locale } = sessionStore.getState();
    const root = document.documentElement;
    root.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    root.lang = locale;
  };
  dress();
  dark.addEventListener('change', dress);
  const stop = sessionStore.subscribe(dress);
  return () => {
    stop();
    dark.removeEventListener('change', dress);
  };
}
