/** The versions of the document in hand that this device keeps, and what was put aside because it could not be read. */

import type { Design } from '../design/design.ts';
import { parseFile, toFile } from '../design/parse.ts';
import { flush } from './autosave.ts';
import { designStore } from './designStore.ts';
import { copiesOf } from './documentCopies.ts';
import { saveText } from './files.ts';
import { lastWordsPrefix } from './lastWordsKey.ts';
import { shelfInUse } from './persistence.ts';
import { sessionStore } from './sessionStore.ts';

export interface Version {
  /** Its key on the shelf. */
  key: string;
  /** Wall clock, milliseconds since 1970; null: earlier versions of the page kept no times. */
  savedAt: number | null;
  characters: number;
  /** Null: it cannot be read, and is kept as it is. */
  design: Design | null;
}

/** Newest first, those put aside last. Empty where storage fails, or for what was never saved. */
export async function listVersions(): Promise<readonly Version[]> {
  const { documentId, ownership } = designStore.getState();
  if (documentId === null || ownership !== 'mine') return [];
  await flush();
  const shelf = shelfInUse();
  try {
    const copies = await copiesOf(shelf, documentId);
    const kept = copies.map(({ key, savedAt, text }) => versionOf(key, savedAt, text));
    const aside = (await shelf.keys()).filter((key) => isAside(key, documentId));
    const put = await Promise.all(aside.map(async (key) => versionOf(key, null, await shelf.get(key), true)));
    // Of what was put aside the untouched copy stands among the others, too.
    return [...kept.filter(({ design, key }) => design !== null || !aside.includes(`quarantine:${key}`)), ...put];
  } catch {
    return [];
  }
}

const isAside = (key: string, id: string): boolean =>
  key === `quarantine:${lastWordsPrefix}${id}` || key.startsWith(`quarantine:copy:${id}:`);

function versionOf(key: string, savedAt: number | null, text: unknown, isAside = false): Version {
  const characters = typeof text === 'string' ? text.length : 0;
  const parsed = parseFile(typeof text === 'string' && !isAside ? text : '');
  return { key, savedAt, characters, design: parsed.ok ? parsed.design : null };
}

/** Goes back to a version, as one step that can be undone. */
export function restoreVersion(design: Design): void {
  designStore.getState().edit('restore', () => design);
  sessionStore.getState().select({});
}

/** Downloads the newest of what was put aside of a document of which nothing could be read. */
export async function saveAside(id: string): Promise<void> {
  const numberOf = (key: string) => Number(key.split(':').at(-1));
  const aside = (await shelfInUse().keys()).filter((key) => isAside(key, id)).sort((a, b) => numberOf(b) - numberOf(a));
  if (aside[0]) await saveVersion({ ...versionOf(aside[0], null, null, true) }, 'faultline');
}

/** Downloads a version; one that cannot be read exactly as it lies there. */
export async function saveVersion({ key, design }: Version, name: string): Promise<void> {
  if (design) return saveText(toFile(design), `${name}.faultline.json`, 'application/json');
  const text = await shelfInUse().get(key);
  saveText(typeof text === 'string' ? text : String(JSON.stringify(text)), `${name}-unreadable.txt`, 'text/plain');
}
