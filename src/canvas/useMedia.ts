/** What the system and the screen ask for, kept up to date. */

import { useSyncExternalStore } from 'react';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

export function useReducedMotion(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)');
}

/** A phone shows a design and runs it; editing needs a wider screen. The same width at which the page becomes a player. */
export function usePhone(): boolean {
  return useMedia(phone);
}

/** A phone held upright shows the design running from top to bottom. */
export function useUprightPhone(): boolean {
  return useMedia(upright);
}

const phone = '(max-width: 720px)';
const upright = `${phone} and (orientation: portrait)`;
export const isUprightPhoneNow = (): boolean => matchMedia(upright).matches;
export const isPhoneNow = (): boolean => matchMedia(phone).matches;
/** The page has no room for its panes beside the canvas: their buttons float in its upper corners. */
export const isNarrowNow = (): boolean => matchMedia('(max-width: 1100px)').matches && !isPhoneNow();
