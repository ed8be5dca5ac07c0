/**
 * Parts of one work that several machines share: lines of JSON, each a fact by itself, so that a part can be written as it is played
 * and parts can be read one after the other. The last line says that nothing was cut off.
 */

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { engineMajor } from '../src/engine/version.ts';
import { CommandError } from './commandLine.ts';

export interface Shard {
  /** From 1. */
  part: number;
  of: number;
}

/** The first line: what was asked, and of which engine. */
export interface Begin extends Shard {
  engine: number;
}

/** The last one: how many facts there are between, and what they were made from, where that is known only then. */
export interface End {
  facts: number;
  sheet?: string;
}

export function readShard(text: string): Shard {
  const found = /^(\d{1,5})\/(\d{1,5})$/.exec(text);
  const [part, of] = [Number(found?.[1]), Number(found?.[2])];
  if (!found || part < 1 || part > of) throw new CommandError(`--shard takes which part of how many, such as 2/8, not "${text}".`);
  return { part, of };
}

export interface Reading<B extends Begin, F> {
  /** What the parts are of: `grading`. */
  work: string;
  /** Names of the facts. */
  facts: readonly string[];
  isSame: (a: B, b: B) => boolean;
  /** Called before the first fact, with what all parts have in common. */
  begun?: (begin: B) => void;
  take: (fact: F) => Promise<void> | void;
}

/**
 * Reads parts of one work, in any order, and hands on their facts. Throws a `CommandError` where they do not make one whole.
 * @returns what all parts have in common
 */
export async function readParts<B extends Begin, F extends object>(paths: readonly string[], reading: Reading<B, F>): Promise<B> {
  const { work, isSame, begun, take } = reading;
  const parts: (B & End)[] = [];
  for (const path of paths) {
    let facts = 0;
    let begin: B | null = null;
    let end: End | null = null;
    for await (const text of linesIn(path)) {
      const line = parsed<B, F>(text, path, reading);
      if ('begin' in line) {
        begin = line.begin;
        if (begin.engine !== engineMajor)
          throw new CommandError(`"${path}" was played by engine ${begin.engine}; this one is ${engineMajor}.`);
        if (parts.length === 0) begun?.(begin);
        else if (parts[0].of !== begin.of || !isSame(parts[0], begin))
          throw new CommandError(`"${path}" is a part of another ${work} than "${paths[0]}".`);
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
  return parts[0];
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

type Line<B, F> = { begin: B } | { end: End } | F;

function parsed<B extends Begin, F extends object>(text: string, path: string, { work, facts }: Reading<B, F>): Line<B, F> {
  try {
    const line = JSON.parse(text) as Line<B, F>;
    if (typeof line === 'object' && line !== null && ['begin', 'end', ...facts].some((what) => what in line)) return line;
  } catch {
    // said below
  }
  throw new CommandError(`"${path}" is no part of a ${work}.`);
}
