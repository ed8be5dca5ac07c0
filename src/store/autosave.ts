/**
 * Saves the document in hand: 400 ms after the last edit, every five seconds while edits do not stop, and at once when the page
 * is left. What cannot be saved stays in hand, is tried again, and the page says so.
 */

import { browserShelf, failureOf } from './browserShelf.ts';
import { designStore } from './designStore.ts';
import type { Shelf } from './documents.ts';
import { emptyHistory } from './history.ts';
import { type SessionState, sessionStore } from './sessionStore.ts';

type Saved = SessionState['saved'];

const restMs = 400;
const longestMs = 5000;
/** After a save that failed: storage that was full or busy may have room again. */
const againMs = 10_000;

let shelf: Shelf = browserShelf;
let timer: ReturnType<typeof setTimeout> | null = null;
/** What saves and loads is fetched after the page: nothing is saved in its first second. */
export const fetchCopies = () => import('./documentCopies.ts');

/** On the page's own clock, which nobody sets back. */
let firstUnsavedAt: number | null = null;
let running: Promise<void> = Promise.resolve();
/** Saves that were begun and have not ended. */
let saves = 0;

/** Watches the design from now on. Returns how to stop. */
export function startAutosave(onto: Shelf): () => void {
  shelf = onto;
  const stop = designStore.subscribe((state, before) => {
    // Whoever opens another document has saved this one first, or could not.
    if (state.documentId !== before.documentId) cancel();
    // Opening a document is no edit.
    if (state.design === before.design || state.history === emptyHistory || state.ownership !== 'mine') return;
    firstUnsavedAt ??= performance.now();
    saveIn(Math.min(restMs, firstUnsavedAt + longestMs - performance.now()));
    sessionStore.getState().set({ saved: { state: 'saving' } });
  });
  return () => {
    stop();
    cancel();
  };
}

/** Whether edits wait to be saved, or could not be. */
export const isUnsaved = (): boolean => firstUnsavedAt !== null || saves > 0;

/** Forgets what waits to be saved: for who erases everything. Resolves when nothing is being written any more. */
export function stopSaving(): Promise<void> {
  cancel();
  return running;
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
  saves += 1;
  running = running.then(async () => {
    let saved: Saved;
    try {
      const { saveDocument } = await fetchCopies();
      await saveDocument(shelf, documentId, design, Date.now());
      saved = { state: 'saved', at: Date.now() };
    } catch (error) {
      saved = { state: 'failed', reason: failureOf(error) };
    }
    saves -= 1;
    // Edited since: the next save tells how it went.
    if (designStore.getState().documentId !== documentId || firstUnsavedAt !== null) return;
    if (saved.state === 'failed') {
      firstUnsavedAt = performance.now();
      saveIn(againMs);
    }
    sessionStore.getState().set({ saved });
  });
  return running;
}

function saveIn(ms: number): void {
  if (timer) clearTimeout(timer);
  timer = setTimeout(flush, ms);
}

function cancel(): void {
  if (timer) clearTimeout(timer);
  timer = null;
  firstUnsavedAt = null;
}
