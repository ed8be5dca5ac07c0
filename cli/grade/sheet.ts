/** A sheet of hand-ins on disk or on standard input, row by row, each with the design it means or why it means none. */

import { createReadStream, readFileSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { decodeLink } from '../../src/design/codec.ts';
import type { Design } from '../../src/design/design.ts';
import { longestFile, parseFile } from '../../src/design/parse.ts';
import { streamOf } from '../../src/engine/luck.ts';
import { createHandInReader, type HandIn, looksLikeLink } from '../../src/prompts/handIns.ts';
import { CommandError } from '../commandLine.ts';

export interface Sheet {
  /** One at a time; the next is read when it is asked for. */
  rows: AsyncIterable<HandIn>;
  /** Of all that was read so far: two sheets of one text have one. */
  mark(): string;
  /** Folder that names of files are meant from. */
  folder: string;
}

/** @param path `-` for standard input */
export function openSheet(path: string): Sheet {
  const isStandard = path === '-';
  if (!isStandard && !statSync(path, { throwIfNoEntry: false })?.isFile()) throw new CommandError(`"${path}" is no file that can be read.`);
  let mark = '';
  async function* rows(): AsyncGenerator<HandIn> {
    const reader = createHandInReader();
    const input = isStandard ? process.stdin : createReadStream(path);
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      const { k0, k1 } = streamOf(mark, line);
      mark = (k0 >>> 0).toString(16).padStart(8, '0') + (k1 >>> 0).toString(16).padStart(8, '0');
      const row = reader.take(line);
      if (row) yield row;
    }
    const last = reader.end();
    if (last) yield last;
  }
  return { rows: rows(), mark: () => mark, folder: isStandard ? process.cwd() : dirname(resolve(path)) };
}

export type ReadHandIn = { design: Design } | { problem: string };

/** Never throws: what cannot be read is said. */
export async function readHandIn(source: string, folder: string): Promise<ReadHandIn> {
  if (source === '') return { problem: 'no link' };
  if (looksLikeLink(source)) {
    const decoded = await decodeLink(source);
    return decoded.ok ? { design: decoded.design } : { problem: wordsOf(decoded.problem) };
  }
  const path = resolve(folder, source);
  // a row of a stranger's opens nothing but what lies beside the sheet
  if (!path.startsWith(folder + sep)) return { problem: 'no link and no file' };
  const size = statSync(path, { throwIfNoEntry: false });
  if (!size?.isFile()) return { problem: 'no link and no file' };
  if (size.size > 4 * longestFile) return { problem: 'too large to be a design' };
  const parsed = parseFile(readFileSync(path, 'utf8'));
  return parsed.ok ? { design: parsed.design } : { problem: wordsOf(parsed.problem) };
}

/** A problem in plain words: its code, and the details that come with it. */
function wordsOf(problem: { code: string }): string {
  const { code, ...details } = problem;
  const told = Object.entries(details).map(([name, value]) => `${name} ${String(value)}`);
  return told.length === 0 ? code : `${code} (${told.join(', ')})`;
}
