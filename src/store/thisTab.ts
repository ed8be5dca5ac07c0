/** What a reload of this tab finds: the document that was in hand here, whatever other tabs saved since. */

import { designStore } from './designStore.ts';
import { emptyHistory } from './history.ts';
import { tabKey } from './persistence.ts';
import { sessionStore } from './sessionStore.ts';

/** Watches which document is in hand from now on. Returns how to stop. */
export function startThisTab(): () => void {
  remember();
  const stops = [
    designStore.subscribe((state, before) => {
      if (state.documentId !== before.documentId) remember();
    }),
    sessionStore.subscribe(({ saved }, before) => {
      // What was begun from a template and changed is a document now: the address must not open a fresh one instead.
      if (saved !== before.saved && saved.state === 'saved' && designStore.getState().history !== emptyHistory) forgetTemplate();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function remember(): void {
  const { documentId } = designStore.getState();
  try {
    if (documentId !== null) sessionStorage.setItem(tabKey, documentId);
  } catch {
    // Forbidden: a reload opens what was saved last.
  }
}

function forgetTemplate(): void {
  const address = new URL(location.href);
  if (!address.searchParams.has('template')) return;
  address.searchParams.delete('template');
  history.replaceState(null, '', address);
}
