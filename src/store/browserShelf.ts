/** The shelf of the browser: one store of its IndexedDB. Every call rejects where the browser forbids storage. */

import { createStore, del, get, keys, set, type UseStore } from 'idb-keyval';
import type { Shelf } from './documents.ts';

export const databaseName = 'faultline';
export const storeName = 'documents';

let store: UseStore | null = null;
const opened = (): UseStore => {
  store ??= createStore(databaseName, storeName);
  return store;
};

export const browserShelf: Shelf = {
  get: async (key) => get(key, opened()),
  set: async (key, value) => set(key, value, opened()),
  delete: async (key) => del(key, opened()),
  keys: async () => (await keys(opened())).map(String),
};

export type StorageFailure = 'full' | 'forbidden' | 'unavailable';

/** Why the browser would not keep something, as far as it says. */
export function failureOf(error: unknown): StorageFailure {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'SecurityError' || name === 'InvalidStateError' || name === 'NotAllowedError' ? 'forbidden' : 'unavailable';
}
