/** Designs as files of the reader's own. */

import type { Parsed } from '../design/parse.ts';
import type { Foreign } from '../exchange/readForeign.ts';
import { designStore } from './designStore.ts';
import { fetchParser } from './documents.ts';

/** Names of devices, which Windows takes for no file's, whatever stands behind a dot. */
const reservedName = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name every file system takes: letters and numbers of any language, the rest as dashes. */
export const fileNameOf = (title: string): string => `${plainName(title)}.faultline.json`;

export function plainName(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  if (plain === '') return 'design';
  return reservedName.test(plain) ? `design-${plain}` : plain;
}

/** Downloads the design in hand. What was done to its run is not part of it; a link holds that. */
export async function saveFile(): Promise<void> {
  const { toFile } = await fetchParser();
  const { design } = designStore.getState();
  saveText(toFile(design), fileNameOf(design.title), 'application/json');
}

/** Downloads a text as a file. */
export const saveText = (text: string, name: string, type: string): void => saveBlob(new Blob([text], { type }), name);

/** Downloads what was made here as a file. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  download(url, name);
  // Not at once: some browsers begin to read only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The page itself in one file, which opens by double-click; not in such a file. */
export const hasPageFile = import.meta.env.PROD && import.meta.env.MODE !== 'one-file';

export function savePage(): void {
  download('./faultline.html', 'faultline.html');
}

/** The page in one file that begins with a lesson. False when it could not be fetched. */
export async function saveLessonPage(id: string): Promise<boolean> {
  try {
    const answer = await fetch('./faultline.html');
    if (!answer.ok) return false;
    saveText((await answer.text()).replace('<html', `<html data-open="l=${id}"`), `faultline-${id}.html`, 'text/html');
    return true;
  } catch {
    return false;
  }
}

function download(address: string, name: string): void {
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = name;
  anchor.click();
}

/** Reads a file somebody chose, our own or another program's drawing; one too large to be a design is not even read. */
export async function readDesignFile(file: File): Promise<Parsed | Foreign> {
  const { longestFile, parseFile } = await fetchParser();
  // A character takes up to four bytes.
  if (file.size > 4 * longestFile) return { ok: false, problem: { code: 'too-big', what: 'text', count: file.size, max: longestFile } };
  try {
    const text = textOf(new Uint8Array(await file.arrayBuffer()));
    const parsed = parseFile(text);
    return parsed.ok ? parsed : ((await readDrawing(text)) ?? parsed);
  } catch {
    return { ok: false, problem: { code: 'not-json' } };
  }
}

/** Some editors save two bytes a letter, and say so by the first two. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** A text that another program made, or null. What reads it is fetched when it is first asked for. */
export async function readDrawing(text: string): Promise<Foreign | null> {
  const { readForeign } = await import('../exchange/readForeign.ts');
  return readForeign(text);
}
