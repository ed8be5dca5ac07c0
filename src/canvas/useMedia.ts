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

/** A phone held upright shows the design running from top to bottom. */
export function useUprightPhone(): boolean {
  return useMedia(upright);
}

const upright = '(max-width: 720px) and (orientation: portrait)';
/** The page has no room for its panes beside the canvas: their buttons float in its upper corners. */
export const isNarrowNow = (): boolean => matchMedia('(max-width: 1100px)').matches;
