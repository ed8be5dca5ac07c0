import { useSyncExternalStore } from 'react';
import { designStore } from '../store/designStore.ts';
import { runStore } from '../store/runStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import type { Act } from './act.ts';

function subscribe(listener: () => void): () => void {
  const stops = [designStore.subscribe(listener), sessionStore.subscribe(listener), runStore.subscribe(listener)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Whether an act can be done now; renders again only when that changes. */
export function useEnabled(act: Act): boolean {
  return useSyncExternalStore(subscribe, act.enabled);
}
