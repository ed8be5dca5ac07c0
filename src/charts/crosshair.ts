/** The one crosshair of all charts: index of the bucket under the pointer, null when nobody points. */

import { useSyncExternalStore } from 'react';

let index: number | null = null;
const listeners = new Set<() => void>();

export function setCrosshair(next: number | null): void {
  if (next === index) return;
  index = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useCrosshair(): number | null {
  return useSyncExternalStore(subscribe, () => index);
}
