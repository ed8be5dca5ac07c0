/**
 * Documents on a shelf of keys and values. A document is a pointer and numbered copies of its text: a save writes a new copy,
 * reads it back and only then moves the pointer, so the only good copy is never overwritten; the newest copies stay as
 * snapshots. A copy that cannot be read is kept under another name, and the newest one that can is opened instead.
 */

import type { Design } from '../design/design.ts';
import type { DesignProblem } from '../design/parse.ts';
import type { Repair } from '../design/repairs.ts';

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

interface Pointer extends DocumentEntry {
  version: number;
}

export type Loaded =
  | { ok: true; design: Design; repairs: readonly Repair[] /** Newer copies that could not be read. */; damaged: number }
  | { ok: false; problem: DesignProblem | { code: 'missing' } };

/** Reading and writing texts is fetched after the page: nothing is saved in its first second. */
export const fetchParser = () => import('../design/parse.ts');

/** Copies kept of every document. */
export const snapshotsKept = 20;

const pointerKey = (id: string) => `doc:${id}`;
const copyKey = (id: string, version: number) => `copy:${id}:${version}`;
const lastKey = 'last';
/** Pins and rows of the notebook of a document; see `past.ts`. */
export const pastKey = (id: string) => `past:${id}`;

function asPointer(value: unknown): Pointer | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, title, savedAt, version } = value as Partial<Record<keyof Pointer, unknown>>;
  if (typeof id !== 'string' || typeof savedAt !== 'number' || typeof version !== 'number' || !Number.isSafeInteger(version)) return null;
  return { id, title: typeof title === 'string' ? title : '', savedAt, version };
}

/** Numbers of the copies there are, newest first. */
async function versionsOf(shelf: Shelf, id: string): Promise<number[]> {
  const prefix = copyKey(id, 0).slice(0, -1);
  const versions = (await shelf.keys()).filter((key) => key.startsWith(prefix)).map((key) => Number(key.slice(prefix.length)));
  return versions.filter(Number.isSafeInteger).sort((a, b) => b - a);
}

/** Writes a new copy and makes it the document's own. Rejects when the storage refuses, or does not give back what it took. */
export async function saveDocument(shelf: Shelf, id: string, design: Design, savedAt: number): Promise<void> {
  const { toFile } = await fetchParser();
  const versions = await versionsOf(shelf, id);
  const version = (versions[0] ?? 0) + 1;
  const text = toFile(design);
  await shelf.set(copyKey(id, version), text);
  if ((await shelf.get(copyKey(id, version))) !== text) throw new Error('the copy does not read as it was written');
  await shelf.set(pointerKey(id), { id, title: design.title, savedAt, version } satisfies Pointer);
  await shelf.set(lastKey, id);
  for (const old of versions.slice(snapshotsKept - 1)) await shelf.delete(copyKey(id, old));
}

/** The newest copy that can be read. Copies that cannot are put aside untouched, under another key. */
export async function loadDocument(shelf: Shelf, id: string): Promise<Loaded> {
  const { parseFile } = await fetchParser();
  const versions = await versionsOf(shelf, id);
  // A copy beyond the pointer was being written when the page went away: whole or not, it is not yet the document.
  const pointed = asPointer(await shelf.get(pointerKey(id)))?.version ?? versions[0];
  let problem: DesignProblem | { code: 'missing' } = { code: 'missing' };
  let damaged = 0;
  for (const version of versions.filter((each) => each <= pointed)) {
    const key = copyKey(id, version);
    const text = await shelf.get(key);
    const parsed = parseFile(typeof text === 'string' ? text : '');
    if (parsed.ok) return { ok: true, design: parsed.design, repairs: parsed.repairs, damaged };
    problem = parsed.problem;
    // Written by a newer version of the page: nothing is wrong with it.
    if (problem.code === 'newer-version') break;
    damaged++;
    await shelf.set(`quarantine:${key}`, text);
  }
  return { ok: false, problem };
}

/** All documents, newest first. */
export async function documentsOn(shelf: Shelf): Promise<DocumentEntry[]> {
  const keys = (await shelf.keys()).filter((key) => key.startsWith('doc:'));
  const pointers = await Promise.all(keys.map(async (key) => asPointer(await shelf.get(key))));
  const found = pointers.filter((pointer) => pointer !== null);
  return found.map(({ id, title, savedAt }) => ({ id, title, savedAt })).sort((a, b) => b.savedAt - a.savedAt);
}

/** Whether it was ever saved: what is only looked at leaves nothing behind. */
export const isSaved = async (shelf: Shelf, id: string): Promise<boolean> => asPointer(await shelf.get(pointerKey(id))) !== null;

/** The document that was last saved or opened, if it is still there. */
export async function lastDocument(shelf: Shelf): Promise<string | null> {
  const [last, all] = [await shelf.get(lastKey), await documentsOn(shelf)];
  return all.find(({ id }) => id === last)?.id ?? all[0]?.id ?? null;
}

export async function rememberLast(shelf: Shelf, id: string): Promise<void> {
  await shelf.set(lastKey, id);
}

/** Pointer first: what is half deleted is not listed. Copies put aside stay. */
export async function removeDocument(shelf: Shelf, id: string): Promise<void> {
  await shelf.delete(pointerKey(id));
  await shelf.delete(pastKey(id));
  for (const version of await versionsOf(shelf, id)) await shelf.delete(copyKey(id, version));
}
