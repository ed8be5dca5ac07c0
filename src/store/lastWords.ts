/**
 * The last words of a page that goes away. Writing to the database takes longer than a page has that is being closed, so what is not
 * saved yet is put into localStorage at once, and becomes the newest copy of its document when the page is opened again. So is what the
 * database would not take. Only when that fails, too, is the reader asked whether to leave.
 */

import { parseFile, toFile } from '../design/parse.ts';
import { isUnsaved } from './autosave.ts';
import { designStore } from './designStore.ts';
import { saveDocument } from './documentCopies.ts';
import type { Shelf } from './documents.ts';
import { lastWordsPrefix } from './lastWordsKey.ts';
import { sessionStore } from './sessionStore.ts';

/** Watches the page and the saves from now on. Returns how to stop. */
export function startLastWords(): () => void {
  const onHidden = (): void => {
    if (document.hidden) speak();
  };
  const onLeaving = (event: BeforeUnloadEvent): void => {
    if (!speak()) event.preventDefault();
  };
  const stopSession = sessionStore.subscribe(({ saved }, before) => {
    if (saved === before.saved) return;
    if (saved.state === 'failed') speak();
    else if (saved.state === 'saved') takeBack();
  });
  addEventListener('pagehide', speak);
  addEventListener('beforeunload', onLeaving);
  document.addEventListener('visibilitychange', onHidden);
  return () => {
    stopSession();
    removeEventListener('pagehide', speak);
    removeEventListener('beforeunload', onLeaving);
    document.removeEventListener('visibilitychange', onHidden);
  };
}

/** False when there is something to keep and no place for it. */
function speak(): boolean {
  const { documentId, ownership, design } = designStore.getState();
  if (documentId === null || ownership !== 'mine' || !isUnsaved()) return true;
  try {
    localStorage.setItem(lastWordsPrefix + documentId, toFile(design));
    return true;
  } catch {
    return false;
  }
}

function takeBack(): void {
  const { documentId } = designStore.getState();
  if (documentId === null || isUnsaved()) return;
  try {
    localStorage.removeItem(lastWordsPrefix + documentId);
  } catch {
    // Forbidden: then nothing was put there.
  }
}

/** Makes what pages left behind the newest copies of their documents. What cannot be read is put aside on the shelf, untouched. */
export async function takeUp(shelf: Shelf): Promise<void> {
  for (const key of Object.keys(localStorage).filter((each) => each.startsWith(lastWordsPrefix))) {
    const text = localStorage.getItem(key);
    const parsed = parseFile(text ?? '');
    // Written by a newer version of the page, which will find it again.
    if (!parsed.ok && parsed.problem.code === 'newer-version') continue;
    if (parsed.ok) await saveDocument(shelf, key.slice(lastWordsPrefix.length), parsed.design, Date.now());
    else await shelf.set(`quarantine:${key}`, text);
    localStorage.removeItem(key);
  }
}
