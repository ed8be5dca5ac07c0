/** Which documents there are on a shelf of keys and values: each has a pointer, which names the copy that counts. See `documentCopies.ts`. */

/** What is asked of the browser's database; a test has it in memory. */
export interface Shelf {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  keys(): Promise<readonly string[]>;
}

export interface DocumentEntry {
  id: string;
  title: string;
  /** Wall clock, milliseconds since 1970. */
  savedAt: number;
}

export interface Pointer extends DocumentEntry {
  version: number;
  /** CRC-32 of that copy's text; earlier versions of the page wrote none. */
  sum?: number;
  /** When the copies that are kept were written, by their versions; earlier versions of the page wrote none. */
  times?: Readonly<Record<string, number>>;
}

/** Reading and writing texts is fetched after the page: nothing is saved in its first second. */
export const fetchParser = () => import('../design/parse.ts');

export const pointerKey = (id: string) => `doc:${id}`;
export const lastKey = 'last';
/** Pins and rows of the notebook of a document; see `past.ts`. */
export const pastKey = (id: string) => `past:${id}`;

/** What a record says of its document; null when it is no pointer. */
export function asPointer(value: unknown): Pointer | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, title, savedAt, version, sum } = value as Partial<Record<keyof Pointer, unknown>>;
  if (typeof id !== 'string' || typeof savedAt !== 'number' || typeof version !== 'number' || !Number.isSafeInteger(version)) return null;
  return { id, title: typeof title === 'string' ? title : '', savedAt, version, ...(typeof sum === 'number' ? { sum } : {}) };
}

/** All documents, newest first. */
export async function documentsOn(shelf: Shelf): Promise<DocumentEntry[]> {
  const keys = (await shelf.keys()).filter((key) => key.startsWith('doc:'));
  const pointers = await Promise.all(keys.map(async (key) => asPointer(await shelf.get(key))));
  const found = pointers.filter((pointer) => pointer !== null);
  return found.map(({ id, title, savedAt }) => ({ id, title, savedAt })).sort((a, b) => b.savedAt - a.savedAt);
}

/** The document that is asked for, else the one that was last saved or opened, if it is still there. */
export async function lastDocument(shelf: Shelf, wanted: string | null = null): Promise<string | null> {
  const [last, all] = [await shelf.get(lastKey), await documentsOn(shelf)];
  const found = all.find(({ id }) => id === wanted) ?? all.find(({ id }) => id === last) ?? all[0];
  return found?.id ?? null;
}

export async function rememberLast(shelf: Shelf, id: string): Promise<void> {
  await shelf.set(lastKey, id);
}
