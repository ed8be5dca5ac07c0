/** What the parts of a grading are made of: rows of its sheet, and seeds of them. */

import type { Mark } from '../../src/prompts/marks.ts';
import type { SeedGrade } from '../../src/prompts/seedGrade.ts';
import { type Begin, type End, readParts, type Shard } from '../parts.ts';

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
export type PartLine = { begin: PartBegin } | Fact | { end: End };

/** The first line: what was asked. */
export interface PartBegin extends Begin {
  seeds: number;
  /** Of rows that name none. */
  prompt: string | null;
  /** SHA-256 of the assignment that all rows are of; null where each is of a prompt. */
  assignment: string | null;
}

/** Whether this machine plays the seed: each n-th, counted through all rows, so that every machine gets as much of everything. */
export const isMine = ({ part, of }: Shard, index: number, seed: number, seeds: number): boolean =>
  (index * seeds + seed - 1) % of === part - 1;

/** Reads the parts of one grading; see `readParts`. */
export const readGrading = (
  paths: readonly string[],
  begun: (begin: PartBegin) => void,
  take: (fact: Fact) => Promise<void>,
): Promise<PartBegin> =>
  readParts<PartBegin, Fact>(paths, {
    work: 'grading',
    facts: ['row', 'unit'],
    isSame: (a, b) => (['seeds', 'prompt', 'assignment'] as const).every((what) => a[what] === b[what]),
    begun,
    take,
  });
