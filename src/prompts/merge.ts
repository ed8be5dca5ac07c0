/** Seeds of one hand-in put together: the median of their points, and what all of them measured as if they were one run. Pure. */

import type { ScenarioEvent } from '../design/design.ts';
import { isInBook, measureBooks } from './books.ts';
import type { Task } from './calmDesign.ts';
import type { RubricLine } from './prompt.ts';
import { fatalCap, type SeedGrade } from './seedGrade.ts';
import { spanKey, spanOf } from './stretches.ts';

export interface GradedLine {
  id: string;
  group: RubricLine['group'];
  /** What it is worth, and what was earned of it in the seed whose points are the median. */
  points: number;
  earned: number;
  /** Measured in that seed, and the second of its run that shows it. */
  value: number | null;
  at: number | null;
  /** Of all seeds: counters and histograms added up, and what must never happen; of all else the median of the seeds. */
  overall: number | null;
}

export interface Grade {
  /** 0 to 100, to a tenth. */
  score: number;
  /** The seed whose run the lines are read from. */
  seed: number;
  lines: readonly GradedLine[];
  /** Ids: what was fatal in any seed, and needs that no part meets. */
  fatal: readonly string[];
  missing: readonly string[];
  cannotRun: boolean;
  /** Of that run: what happened to it. */
  scenario: readonly ScenarioEvent[];
  /** Of each seed, in order. */
  seeds: readonly { seed: number; score: number; framesHash: string | null; endedAt: number | null }[];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/**
 * @param grades of the seeds of one hand-in, in any order; at least one
 */
export function mergeSeeds(task: Task, grades: readonly SeedGrade[]): Grade {
  const seeds = [...grades].sort((a, b) => a.seed - b.seed);
  const byPoints = [...seeds].sort((a, b) => a.points - b.points || a.seed - b.seed);
  // of an even number the lower one, so that it is a run that there was
  const median = byPoints[Math.floor((byPoints.length - 1) / 2)];
  const fatal = task.fatal.map(({ id }) => id).filter((id) => seeds.some((each) => each.fatal.includes(id)));
  return {
    score: tenth(fatal.length > 0 ? Math.min(fatalCap, median.points) : median.points),
    seed: median.seed,
    lines: task.rubric.map((line) => {
      const { value, credit, at } = median.lines[line.id];
      const { id, group, points } = line;
      return { id, group, points, earned: tenth(points * credit), value, at, overall: overallOf(line, task, seeds) };
    }),
    fatal,
    missing: median.missing,
    cannotRun: median.framesHash === null,
    scenario: median.scenario,
    seeds: seeds.map(({ seed, points, framesHash, endedAt }) => ({ seed, score: tenth(points), framesHash, endedAt })),
  };
}

const isNever = ({ measure, is, value }: RubricLine['goal']): boolean =>
  measure.of === 'part' && measure.take === 'sum' && is === '<=' && value === 0;

function overallOf(line: RubricLine, task: Task, seeds: readonly SeedGrade[]): number | null {
  const { id, goal, over } = line;
  const key = spanKey(spanOf(task, over));
  const books = seeds.flatMap((each) => each.books[key] ?? []);
  if (isInBook(goal.measure) && books.length === seeds.length) return measureBooks(goal.measure, books);
  const values = seeds.flatMap((each) => each.lines[id].value ?? []).sort((a, b) => a - b);
  // of what must never happen every time counts, in whichever seed it was
  if (isNever(goal) && values.length === seeds.length) return values.reduce((sum, value) => sum + value, 0);
  // what cannot be said of most of them cannot be said
  return 2 * values.length > seeds.length ? values[Math.floor((values.length - 1) / 2)] : null;
}
