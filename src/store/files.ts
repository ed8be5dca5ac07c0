/** Designs as files of the reader's own. */

import type { Parsed } from '../design/parse.ts';
import { designStore } from './designStore.ts';
import { fetchParser } from './documents.ts';

/** A name every file system takes: letters and numbers of any language, the rest as dashes. */
export function fileNameOf(title: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain || 'design'}.faultline.json`;
}

/** Downloads the design in hand. What was done to its run is not part of it; a link holds that. */
export async function saveFile(): Promise<void> {
  const { toFile } = await fetchParser();
  const { design } = designStore.getState();
  const url = URL.createObjectURL(new Blob([toFile(design)], { type: 'application/json' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = fileNameOf(design.title);
  anchor.click();
  // Not at once: some browsers begin to read only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Reads a file somebody chose; one too large to be a design is not even read. */
export async function readDesignFile(file: File): Promise<Parsed> {
  const { longestFile, parseFile } = await fetchParser();
  // A character takes up to four bytes.
  if (file.size > 4 * longestFile) return { ok: false, problem: { code: 'too-big', what: 'text', count: file.size, max: longestFile } };
  try {
    return parseFile(await file.text());
  } catch {
    return { ok: false, problem: { code: 'not-json' } };
  }
}
