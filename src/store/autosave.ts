/**
 * Saves the document in hand: 400 ms after the last edit, every five seconds while edits do not stop, and at once when the page
 * is left. What cannot be saved stays in hand, and the page says so.
 */

import { browserShelf, failureOf } from './browserShelf.ts';
import { designStore } from './designStore.ts';
import { type Shelf, saveDocument } from './documents.ts';
import { emptyHistory } from './history.ts';
import { sessionStore } from './sessionStore.ts';

const restMs = 400;
const longestMs = 5000;

let shelf: Shelf = browserShelf;
let timer: ReturnType<typeof setTimeout> | null = null;
let firstUnsavedAt: number | null = null;
let running: Promise<void> = Promise.resolve();

/** Watches the design from now on. Returns how to stop. */
export function startAutosave(onto: Shelf): () => void {
  shelf = onto;
  const stop = designStore.subscribe((state, before) => {
    // Opening a document is no edit.
    if (state.design === before.design || state.history === emptyHistory || state.ownership !== 'mine') return;
    firstUnsavedAt ??= Date.now();
    if (timer) clearTimeout(timer);
    timer = setTimeout(flush, Math.max(0, Math.min(restMs, firstUnsavedAt + longestMs - Date.now())));
    sessionStore.getState().set({ saved: { state: 'saving' } });
  });
  return () => {
    stop();
    cancel();
  };
}

/** Saves now if something waits for it. Never rejects. */
export function flush(): Promise<void> {
  return firstUnsavedAt === null ? running : saveNow();
}

/** Saves the document in hand. One save after the other; never rejects. */
export function saveNow(): Promise<void> {
  cancel();
  const { documentId, ownership, design } = designStore.getState();
  if (documentId === null || ownership !== 'mine') return running;
  running = running.then(async () => {
    try {
      await saveDocument(shelf, documentId, design, Date.now());
      settled(documentId, { state: 'saved', at: Date.now() });
    } catch (error) {
      settled(documentId, { state: 'failed', reason: failureOf(error) });
    }
  });
  return running;
}

function settled(documentId: string, saved: ReturnType<typeof sessionStore.getState>['saved']): void {
  if (designStore.getState().documentId === documentId && firstUnsavedAt === null) sessionStore.getState().set({ saved });
}

function cancel(): void {
  if (timer) clearTimeout(timer);
  timer = null;
  firstUnsavedAt = null;
}
