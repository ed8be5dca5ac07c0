/** What somebody may name on a command line to mean a design: a template's id, a file of ours, a link of ours. */

import { readFileSync } from 'node:fs';
import { decodeLink } from '../src/design/codec.ts';
import type { Design } from '../src/design/design.ts';
import { longestFile, parseFile } from '../src/design/parse.ts';
import type { Repair } from '../src/design/repairs.ts';
import { templateNamed, templates } from '../src/library/templates.ts';
import { CommandError } from './commandLine.ts';

export interface ReadDesign {
  design: Design;
  repairs: readonly Repair[];
}

/** A whole address, or the fragment of one; a name of a file never looks like that. */
const looksLikeLink = (text: string): boolean => text.includes('#') || /^<?[a-z]\w{0,3}\.[\w-]{8,}/i.test(text);

/** Reads the design that `source` means, or throws a `CommandError` that says what is wrong with it. */
export async function readDesign(source: string): Promise<ReadDesign> {
  const template = templateNamed(source);
  if (template) return { design: template.design, repairs: [] };
  const text = readText(source);
  if (text === null && looksLikeLink(source)) return fromLink(source);
  if (text === null) {
    const names = templates.map(({ id }) => id).join(', ');
    throw new CommandError(`"${source}" is no file that can be read, no share link, and no template (${names}).`);
  }
  const parsed = parseFile(text);
  if (parsed.ok) return parsed;
  // A link somebody saved into a file is a link all the same.
  if (looksLikeLink(text.trim())) return fromLink(text);
  throw new CommandError(`"${source}" holds no design: ${wordsOf(parsed.problem)}.`);
}

function readText(path: string): string | null {
  try {
    const bytes = readFileSync(path);
    if (bytes.length > 4 * longestFile) throw new CommandError(`"${path}" is too large to be a design.`);
    return bytes.toString('utf8');
  } catch (error) {
    if (error instanceof CommandError) throw error;
    return null;
  }
}

async function fromLink(text: string): Promise<ReadDesign> {
  const decoded = await decodeLink(text);
  if (!decoded.ok) throw new CommandError(`This link cannot be opened: ${wordsOf(decoded.problem)}.`);
  return decoded;
}

/** A problem in plain words: its code, and the details that come with it. */
function wordsOf(problem: { code: string }): string {
  const { code, ...details } = problem;
  const told = Object.entries(details).map(([name, value]) => `${name} ${String(value)}`);
  return told.length === 0 ? code : `${code} (${told.join(', ')})`;
}
