/** Files and texts that somebody brings, opened as documents of his own. */

import type { Foreign } from '../exchange/readForeign.ts';
import { readDesignFile, readDrawing } from './files.ts';
import { isOther, newDocument, refuse } from './persistence.ts';
import { openedWhole, sessionStore } from './sessionStore.ts';

/** Opens a file as a new document. A file that is none changes nothing, and the dialog says why. */
export async function openFile(file: File): Promise<boolean> {
  const read = await readDesignFile(file);
  if (!read.ok) {
    refuse('file', read.problem, file.name);
    return false;
  }
  if ('format' in read) {
    await openDrawing(read);
    return true;
  }
  await newDocument(read.design);
  sessionStore.getState().set({ opened: { ...openedWhole, repairs: read.repairs, otherEngine: isOther(read.madeWith) } });
  return true;
}

/** Opens the text of another program's drawing as a new document, and tells what became of it. False when it is none. */
export async function openDrawingText(text: string): Promise<boolean> {
  const read = await readDrawing(text);
  if (read) await openDrawing(read);
  return read !== null;
}

async function openDrawing({ design, format, findings }: Foreign): Promise<void> {
  await newDocument(design);
  sessionStore.getState().set({ imported: { format, findings }, dialog: 'imported' });
}
