import { flush } from './autosave.ts';
import { failureOf } from './browserShelf.ts';
import { designStore } from './designStore.ts';
import { removeDocument } from './documentCopies.ts';
import { openLast, shelfInUse } from './persistence.ts';
import { sessionStore } from './sessionStore.ts';

/** Deletes a saved document. If it is the one in hand, the next one, or the first example, takes its place. */
export async function deleteDocument(id: string): Promise<void> {
  await flush();
  try {
    await removeDocument(shelfInUse(), id);
  } catch (error) {
    sessionStore.getState().set({ saved: { state: 'failed', reason: failureOf(error) } });
    return;
  }
  if (designStore.getState().documentId !== id) return;
  await openLast();
}
