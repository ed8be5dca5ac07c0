/**
 * Everything of this page on this computer, erased: for whoever leaves a computer that others use. Other tabs are told, or they would
 * save again what they have in hand.
 */

import { clear, createStore } from 'idb-keyval';
import { stopSaving } from './autosave.ts';
import { databaseName, storeName } from './browserShelf.ts';
import { designStore } from './designStore.ts';
import { letGo } from './documentLock.ts';
import { sessionStore } from './sessionStore.ts';

const channelName = 'faultline';
const erasedMessage = 'erased';
const ours = (key: string): boolean => /^faultline[.-]/.test(key);

/** What could be left behind, by where it is. */
export type Leftover = 'designs' | 'settings' | 'copy';

export interface Erasable {
  /** Designs, their copies and past, lessons, the campaign. */
  designs(): Promise<void>;
  /** What the page remembers of its reader, and last words. */
  settings(): Promise<void>;
  /** The page itself, kept for when there is no network. */
  copy(): Promise<void>;
}

/** Erases all there is and tells the other tabs. What is in hand stays in hand, and is no document any more. Never rejects. */
export async function eraseEverything(from: Erasable = browser): Promise<readonly Leftover[]> {
  await disown();
  tellOtherTabs();
  const left: Leftover[] = [];
  for (const what of ['designs', 'settings', 'copy'] as const) {
    try {
      await from[what]();
    } catch {
      left.push(what);
    }
  }
  return left;
}

/** Another tab erased everything: what is in hand here is only looked at, until somebody makes it his own. Returns how to stop. */
export function hearErasing(): () => void {
  if (!('BroadcastChannel' in globalThis)) return () => undefined;
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }) => {
    if (data === erasedMessage) void disown();
  };
  return () => channel.close();
}

async function disown(): Promise<void> {
  const written = stopSaving();
  letGo();
  if (designStore.getState().ownership === 'mine') {
    designStore.setState({ documentId: null, ownership: 'preview' });
    sessionStore.getState().set({ previewOf: 'erased', saved: { state: 'preview' } });
  }
  await written;
}

function tellOtherTabs(): void {
  if (!('BroadcastChannel' in globalThis)) return;
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(erasedMessage);
  channel.close();
}

const browser: Erasable = {
  async designs() {
    // Emptied, not deleted: a database that another tab has open cannot be deleted.
    await clear(createStore(databaseName, storeName));
  },
  async settings() {
    for (const storage of [localStorage, sessionStorage]) for (const key of Object.keys(storage).filter(ours)) storage.removeItem(key);
  },
  async copy() {
    const scope = new URL('.', document.baseURI);
    // Nothing but our own folder's: others may live on the same host.
    const registration = await navigator.serviceWorker?.getRegistration(scope.href);
    await registration?.unregister();
    if (!('caches' in globalThis)) return;
    for (const name of await caches.keys()) if (name.startsWith(`faultline:${scope.pathname}:`)) await caches.delete(name);
  },
};
