/** Lines that somebody switched off in a legend. They stay off for the sitting. */

import { useSyncExternalStore } from 'react';

let hidden: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

/** A line by its chart and its name, as `latency/p50`. */
export function toggleLine(line: string): void {
  hidden = new Set(hidden.has(line) ? [...hidden].filter((other) => other !== line) : [...hidden, line]);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useHidden = (): ReadonlySet<string> => useSyncExternalStore(subscribe, () => hidden);
