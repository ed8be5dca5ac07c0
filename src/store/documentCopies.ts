/**
 * The copies of a document: a save writes a new one, reads it back and only then moves the pointer, so the only good copy is never
 * overwritten; the newest copies stay as snapshots. A copy that cannot be read, or is not what was saved, is kept under another name, and the
 * newest one that can is opened instead. Fetched with what reads and writes designs.
 */

import { crc32 } from '../design/crc32.ts';
import type { Design } from '../design/design.ts';
import { type DesignProblem, parseFile, toFile } from '../design/parse.ts';
import type { Repair } from '../design/repairs.ts';
import { asPointer, type Pointer, pastKey, pointerKey, rememberLast, type Shelf } from './documents.ts';

export type Loaded =
  | { ok: true; design: Design; repairs: readonly Repair[] /** Newer copies that could not be read. */; damaged: number }
  | { ok: false; problem: DesignProblem | { code: 'missing' } };

/** Copies kept of every document. */
export const snapshotsKept = 20;

const copyKey = (id: string, version: number) => `copy:${id}:${version}`;

const sumOf = (text: string): number => crc32(new TextEncoder().encode(text));

/** Numbers of the copies there are, newest first. */
async function versionsOf(shelf: Shelf, id: string): Promise<number[]> {
  const prefix = copyKey(id, 0).slice(0, -1);
  const versions = (await shelf.keys()).filter((key) => key.startsWith(prefix)).map((key) => Number(key.slice(prefix.length)));
  return versions.filter(Number.isSafeInteger).sort((a, b) => b - a);
}

/** When the copies of a document were written, by their versions, as far as its record says. */
function timesIn(record: unknown): Readonly<Record<string, number>> {
  const { times } = (record ?? {}) as { times?: unknown };
  const entries = typeof times === 'object' && times !== null ? Object.entries(times) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}

/** Writes a new copy and makes it the document's own. Rejects when the storage refuses, or does not give back what it took. */
export async function saveDocument(shelf: Shelf, id: string, design: Design, savedAt: number): Promise<void> {
  const versions = await versionsOf(shelf, id);
  const version = (versions[0] ?? 0) + 1;
  const text = toFile(design);
  await shelf.set(copyKey(id, version), text);
  if ((await shelf.get(copyKey(id, version))) !== text) throw new Error('the copy does not read as it was written');
  const kept = versions.slice(0, snapshotsKept - 1);
  const before = timesIn(await shelf.get(pointerKey(id)));
  const times = { ...Object.fromEntries(kept.flatMap((each) => (before[each] ? [[each, before[each]]] : []))), [version]: savedAt };
  await shelf.set(pointerKey(id), { id, title: design.title, savedAt, version, sum: sumOf(text), times } satisfies Pointer);
  await rememberLast(shelf, id);
  for (const old of versions.slice(snapshotsKept - 1)) await shelf.delete(copyKey(id, old));
}

/** All copies there are, newest first, as they lie there. One that was being written when the page went away is not yet one. */
export async function copiesOf(shelf: Shelf, id: string): Promise<{ key: string; savedAt: number | null; text: unknown }[]> {
  const record = await shelf.get(pointerKey(id));
  const pointer = asPointer(record);
  const times = timesIn(record);
  const versions = (await versionsOf(shelf, id)).filter((version) => version <= (pointer?.version ?? version));
  return Promise.all(
    versions.map(async (version) => {
      const key = copyKey(id, version);
      const savedAt = times[version] ?? (version === pointer?.version ? pointer.savedAt : null);
      return { key, savedAt, text: await shelf.get(key) };
    }),
  );
}

/** The newest copy that can be read. Copies that cannot are put aside untouched, under another key. */
export async function loadDocument(shelf: Shelf, id: string): Promise<Loaded> {
  const versions = await versionsOf(shelf, id);
  // A copy beyond the pointer was being written when the page went away: whole or not, it is not yet the document.
  const pointer = asPointer(await shelf.get(pointerKey(id)));
  const pointed = pointer?.version ?? versions[0];
  let problem: DesignProblem | { code: 'missing' } = { code: 'missing' };
  let damaged = 0;
  for (const version of versions.filter((each) => each <= pointed)) {
    const key = copyKey(id, version);
    const text = await shelf.get(key);
    const sum = version === pointer?.version ? pointer.sum : undefined;
    // A changed letter may still make a design, but not the one that was saved.
    const isWhole = typeof text === 'string' && (sum === undefined || sum === sumOf(text));
    const parsed = parseFile(isWhole ? text : '');
    if (parsed.ok) return { ok: true, design: parsed.design, repairs: parsed.repairs, damaged };
    problem = parsed.problem;
    // Written by a newer version of the page: nothing is wrong with it.
    if (problem.code === 'newer-version') break;
    damaged++;
    // A full shelf keeps it where it is.
    await shelf.set(`quarantine:${key}`, text).catch(() => undefined);
  }
  return { ok: false, problem };
}

/** Whether it was ever saved: what is only looked at leaves nothing behind. */
export const isSaved = async (shelf: Shelf, id: string): Promise<boolean> => asPointer(await shelf.get(pointerKey(id))) !== null;

/** Pointer first: what is half deleted is not listed. Copies put aside stay. */
export async function removeDocument(shelf: Shelf, id: string): Promise<void> {
  await shelf.delete(pointerKey(id));
  await shelf.delete(pastKey(id));
  for (const version of await versionsOf(shelf, id)) await shelf.delete(copyKey(id, version));
}
