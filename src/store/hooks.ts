/** React's side of the stores: one hook each, always with a small selector. */

import { useStore } from 'zustand';
import { type DesignState, designStore } from './designStore.ts';
import { type RunState, runStore } from './runStore.ts';
import { type SessionState, sessionStore } from './sessionStore.ts';

export function useDesign<T>(selector: (state: DesignState) => T): T {
  return useStore(designStore, selector);
}

export function useSession<T>(selector: (state: SessionState) => T): T {
  return useStore(sessionStore, selector);
}

/** Whether an assignment keeps a part, wire or region as it is. Single settings of it may be free all the same. */
export const useIsLocked = (id: string): boolean => useSession(({ locked }) => locked?.(id, '') ?? false);

export function useRun<T>(selector: (state: RunState) => T): T {
  return useStore(runStore, selector);
}
