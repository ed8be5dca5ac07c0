/** Dresses the page in the chosen theme and language, on the root element, where style sheets and screen readers look. */

import { sessionStore } from '../store/sessionStore.ts';

/** Tokens that few people need come when they are needed: the theme changes when they are there. */
const lateTokens = {
  projector: () => import('../ui/projector.css'),
  forced: () => import('../ui/forcedColours.css'),
};

/** Follows the sitting's choice, and the system's where that is the choice. Returns how to stop. */
export function startAppearance(): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const forced = matchMedia('(forced-colors: active)');
  const dress = async (): Promise<void> => {
    const root = document.documentElement;
    root.lang = sessionStore.getState().locale;
    if (sessionStore.getState().theme === 'projector') await lateTokens.projector().catch(() => undefined);
    if (forced.matches) await lateTokens.forced().catch(() => undefined);
    const { theme } = sessionStore.getState();
    root.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  };
  const dressNow = (): void => void dress();
  dressNow();
  const queries = [dark, forced];
  for (const query of queries) query.addEventListener('change', dressNow);
  const stop = sessionStore.subscribe(({ theme, locale }, before) => {
    if (theme !== before.theme || locale !== before.locale) dressNow();
  });
  return () => {
    stop();
    for (const query of queries) query.removeEventListener('change', dressNow);
  };
}
