import { useSyncExternalStore } from 'react';
import { phoneQuery } from '../ui/phone.ts';

/** Wide: all panes stand side by side. Narrow: panes slide over the canvas. Phone: the page only plays. */
export type Layout = 'wide' | 'narrow' | 'phone';

const phone = globalThis.matchMedia?.(phoneQuery);
const narrow = globalThis.matchMedia?.('(max-width: 1100px)');

export function layoutNow(): Layout {
  if (phone?.matches) return 'phone';
  return narrow?.matches ? 'narrow' : 'wide';
}

/** Calls back whenever the layout may have changed. Returns how to stop. */
export function onLayout(listener: () => void): () => void {
  for (const query of [phone, narrow]) query?.addEventListener('change', listener);
  return () => {
    for (const query of [phone, narrow]) query?.removeEventListener('change', listener);
  };
}

export function useLayout(): Layout {
  return useSyncExternalStore(onLayout, layoutNow);
}
