/**
 * A file of cases. A file that is none is refused as a whole; a case in it that cannot be read is listed with what is wrong, so that
 * the others are still held against the product and the bad one counts as failed.
 */

import { CaseError, idOf, type ReferenceCase, readCase } from './caseFile.ts';

/** A case as it stands in the file: plain data, so that it can be sent to a worker, which reads it there. */
export interface Listed {
  id: string;
  /** '' where none can be read. */
  kind: string;
  value: unknown;
  position: number;
  /** What is wrong with it, or null. */
  problem: string | null;
}

/** Millions of characters; the reference file has 0.3. */
export const mostMegabytes = 32;
const mostCases = 10_000;

function parsed(text: string): unknown {
  if (text.length > mostMegabytes * 1e6)
    throw new CaseError(`The file is too large: ${Math.round(text.length / 1e6)} MB, at most ${mostMegabytes} MB are read`);
  if (text.trim() === '') throw new CaseError('The file is empty');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CaseError(`The file is no JSON: ${(error as Error).message.slice(0, 200)}`);
  }
}

function casesIn(file: unknown): readonly unknown[] {
  const list = Array.isArray(file) ? file : (file as { cases?: unknown } | null)?.cases;
  if (!Array.isArray(list)) throw new CaseError('The file must be an object with a list of "cases", or such a list');
  if (list.length === 0) throw new CaseError('The file has no cases');
  if (list.length > mostCases) throw new CaseError(`The file has ${list.length} cases, at most ${mostCases} are read`);
  return list;
}

function problemOf(value: unknown, position: number, isTwice: boolean): string | null {
  try {
    const { id } = readCase(value, position);
    return isTwice ? `case "${id}": there is another case of this id before it` : null;
  } catch (error) {
    if (error instanceof CaseError) return error.message;
    throw error;
  }
}

/** The cases of a file's text, the bad ones too. Throws a `CaseError` where the whole file is none. */
export function listCases(text: string): Listed[] {
  const seen = new Set<string>();
  return casesIn(parsed(text)).map((value, position): Listed => {
    const id = idOf(value);
    const problem = problemOf(value, position, id !== null && seen.has(id));
    if (id !== null) seen.add(id);
    const kind = (value as { kind?: unknown } | null)?.kind;
    return { id: id ?? `case ${position + 1}`, kind: typeof kind === 'string' ? kind.slice(0, 80) : '', value, position, problem };
  });
}

/** The cases of a file's text. Throws a `CaseError` for the first thing that is wrong in it. */
export function readCases(text: string): ReferenceCase[] {
  return listCases(text).map(({ value, position, problem }) => {
    if (problem !== null) throw new CaseError(problem);
    return readCase(value, position);
  });
}
