/**
 * Parts of one grading that several machines share: lines of JSON, each a fact by itself, so that a part can be written as it is played
 * and parts can be read one after the other. The last line says that nothing was cut off.
 */

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { engineMajor } from '../../src/engine/version.ts';
import type { Mark } from '../../src/prompts/marks.ts';
import type { SeedGrade } from '../../src/prompts/seedGrade.ts';
import { CommandError } from '../commandLine.ts';

export interface Shard {
  /** From 1. */
  part: number;
  of: number;
}

/** A row as it was read: graded or not is known when its seeds are in. */
export type SheetRow = Omit<Mark, 'grade'>;
/** One seed of one row. */
export interface Unit {
  line: number;
  seed: number;
  grade: SeedGrade | null;
  /** Where the machine could not play it. */
  failed?: string;
}
export type Fact = { row: SheetRow } | { unit: Unit };
export type PartLine = { begin: PartBegin } | Fact | { end: PartEnd };

/** The first line: what was asked. */
export interface PartBegin extends Shard {
  seeds: number;
  engine: number;
  /** Of rows that name none. */
  prompt: string | null;
  /** SHA-256 of the assignment that all rows are of; null where each is of a prompt. */
  assignment: string | null;
}

/** The last one: what was read (`Sheet.mark`), and how many lines there are between. */
export interface PartEnd {
  sheet: string;
  facts: number;
}

/** Whether this machine plays the seed: each n-th, counted through all rows, so that every machine gets as much of everything. */
export const isMine = ({ part, of }: Shard, index: number, seed: number, seeds: number): boolean =>
  (index * seeds + seed - 1) % of === part - 1;

export function readShard(text: string): Shard {
  const found = /^(\d{1,5})\/(\d{1,5})$/.exec(text);
  const [part, of] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || part < 1 || part > of) throw new CommandError(`--shard takes which part of how many, such as 2/8, not "${text}".`);
  return { part, of };
}

/**
 * Reads parts of one grading, in any order, and hands on their facts. Throws a `CommandError` where they do not make one whole.
 * @param begun called before the first fact, with what all parts have in common
 */
export async function readParts(
  paths: readonly string[],
  begun: (begin: PartBegin) => void,
  take: (fact: Fact) => Promise<void>,
): Promise<void> {
  const parts: (PartBegin & PartEnd)[] = [];
  for (const path of paths) {
    let facts = 0;
    let begin: PartBegin | null = null;
    let end: PartEnd | null = null;
    for await (const text of linesIn(path)) {
      const line = parsed(text, path);
      if ('begin' in line) {
        begin = line.begin;
        if (begin.engine !== engineMajor)
          throw new CommandError(`"${path}" was played by engine ${begin.engine}; this one is ${engineMajor}.`);
        if (parts.length === 0) begun(begin);
        else sameAs(parts[0], begin, path, paths[0]);
      } else if ('end' in line) end = line.end;
      else if (begin === null) throw new CommandError(`"${path}" has lost its beginning.`);
      else {
        facts++;
        await take(line);
      }
    }
    if (begin === null || end === null)
      throw new CommandError(`"${path}" has no end: it was not played to its end, or something of it was cut off.`);
    if (end.facts !== facts) throw new CommandError(`"${path}" holds ${facts} of its ${end.facts} lines.`);
    if (parts.length > 0 && parts[0].sheet !== end.sheet) throw new CommandError(`"${path}" is of another sheet than "${paths[0]}".`);
    parts.push({ ...begin, ...end });
  }
  const have = parts.map(({ part }) => part);
  const twice = have.find((part, i) => have.indexOf(part) !== i);
  const { of } = parts[0];
  if (twice !== undefined) throw new CommandError(`Part ${twice} of ${of} is there twice.`);
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((part) => !have.includes(part));
  if (missing.length > 0) throw new CommandError(`Of ${of} parts these are missing: ${missing.join(', ')}.`);
}

function sameAs(first: PartBegin, other: PartBegin, path: string, firstPath: string): void {
  const differs = (['of', 'seeds', 'prompt', 'assignment'] as const).some((what) => other[what] !== first[what]);
  if (differs) throw new CommandError(`"${path}" is a part of another grading than "${firstPath}".`);
}

async function* linesIn(path: string): AsyncGenerator<string> {
  try {
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line !== '') yield line;
    }
  } catch {
    throw new CommandError(`"${path}" is no file that can be read.`);
  }
}

function parsed(text: string, path: string): PartLine {
  try {
    const line = JSON.parse(text) as PartLine;
    if (typeof line === 'object' && line !== null && ['begin', 'row', 'unit', 'end'].some((what) => what in line)) return line;
  } catch {
    // said below
  }
  throw new CommandError(`"${path}" is no part of a grading.`);
}
