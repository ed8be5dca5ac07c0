/** What one seed of a hand-in came to: plain data, so that seeds may come from other machines. */

import type { ScenarioEvent } from '../design/design.ts';
import type { Book } from './books.ts';

export const usualSeeds = 5;
/** What a hand-in may come to when something fatal happened. */
export const fatalCap = 40;

export interface LineGrade {
  /** In the unit of the goal's measure; null where it cannot be said. */
  value: number | null;
  /** 0 to 1. */
  credit: number;
  /** Simulated second of the run that shows it best: where it was worst. Null where no second does: of what the design is. */
  at: number | null;
}

export interface SeedGrade {
  /** From 1. */
  seed: number;
  /** By the ids of the rubric. */
  lines: Readonly<Record<string, LineGrade>>;
  /** Ids of the fatal conditions that were so. */
  fatal: readonly string[];
  /** Ids of needs that no part meets. */
  missing: readonly string[];
  /** Points, 0 to 100, before a cap. */
  points: number;
  /** Of the run, so that anybody can check it; null where the design cannot run. */
  framesHash: string | null;
  /** The run ended before its time: too much was under way. */
  endedAt: number | null;
  /** What happened to the run, so that it can be shown again. */
  scenario: readonly ScenarioEvent[];
  /** By stretch (`spanKey`). */
  books: Readonly<Record<string, Book>>;
}
