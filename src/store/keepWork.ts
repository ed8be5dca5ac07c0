/**
 * What a browser keeps for a page it may take back: when its disk is full, or, as Safari does, after a week without a visit. So the browser is asked
 * to keep it for good once there is work of one's own; where it does not, the reader is told of a file in time.
 */

import { sessionStore } from './sessionStore.ts';

export interface Keeper {
  /** Asks the browser; false where it does not promise. */
  persist(): Promise<boolean>;
  /** Erases after days without a visit, whatever it promised. */
  isForgetful: boolean;
  say(what: 'forgetful' | 'longWork'): void;
  nowMs(): number;
}

const longWorkMs = 20 * 60_000;
/** A pause that is longer than this is no work. */
const longestPauseMs = 2 * 60_000;

/** Watches the saves from now on. Says each thing once a sitting. Returns how to stop. */
export function startKeeping(keeper: Keeper): () => void {
  let lastMs: number | null = null;
  let workMs = 0;
  let isKept = true;
  let hasSaid = false;
  return sessionStore.subscribe(({ saved }, before) => {
    // only an edit is saved after it was waiting to be
    if (saved.state !== 'saved' || before.saved.state !== 'saving') return;
    const now = keeper.nowMs();
    if (lastMs === null) {
      void keeper.persist().then((promised) => {
        isKept = promised && !keeper.isForgetful;
        if (keeper.isForgetful) keeper.say('forgetful');
      });
    } else if (now - lastMs > 0 && now - lastMs < longestPauseMs) workMs += now - lastMs;
    lastMs = now;
    if (workMs < longWorkMs || isKept || hasSaid) return;
    hasSaid = true;
    keeper.say('longWork');
  });
}

/** The browser itself. @param say how it is told */
export const browserKeeper = (say: Keeper['say']): Keeper => ({
  persist: async () => {
    try {
      return await navigator.storage.persist();
    } catch {
      // Older browsers, private windows, frames without an origin.
      return false;
    }
  },
  isForgetful: /^((?!chrome|chromium|android|crios|fxios).)*safari/i.test(navigator.userAgent),
  say,
  nowMs: () => performance.now(),
});
