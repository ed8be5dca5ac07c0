/** Lines of rubrics that several prompts have: what is asked is the same, how much of it is the prompt's. */

import type { Id } from '../design/design.ts';
import type { RequestClass } from '../engine/plan.ts';
import type { Stretch } from '../engine/readings.ts';
import type { Goal, JobFigure, Measure } from '../goals/goal.ts';
import type { NodeKind } from '../nodes/specs.ts';
import type { Prompt, RubricLine } from './prompt.ts';

/** Whatever keeps rows. */
export const stores: readonly NodeKind[] = ['database', 'nosql'];
/** Whatever computes answers. */
export const programs: readonly NodeKind[] = ['web-server', 'service'];

/** Every class of requests is answered somewhere: 10 points, none where only half of them are. */
export const reachable = (points = 10): RubricLine => ({
  id: 'reachable',
  group: 'functional',
  points,
  goal: { measure: { of: 'design', figure: 'reachableClasses' }, is: '>=', value: 1, zeroAt: 0.5 },
  over: 'all',
});

/** The last lines of the template: 15 points up to the budget and none at half as much again, 5 and 5. */
export const template = (budgetUsd: number): readonly RubricLine[] => [
  {
    id: 'cost',
    group: 'cost',
    points: 15,
    goal: { measure: { of: 'design', figure: 'costPerMonthUsd' }, is: '<=', value: budgetUsd, zeroAt: 1.5 * budgetUsd },
    over: 'all',
  },
  {
    id: 'single-points',
    group: 'single-points',
    points: 5,
    goal: { measure: { of: 'design', figure: 'singlePoints' }, is: '<=', value: 0, zeroAt: 2 },
    over: 'all',
  },
  {
    id: 'headroom',
    group: 'headroom',
    points: 5,
    goal: { measure: { of: 'busiest' }, is: '<=', value: 0.7, zeroAt: 0.95 },
    over: 'steady',
  },
];

/**
 * Of the requests that came to an end, the share that was answered well: full at `value`, nothing at `zeroAt` (0 to 1). What is turned away by a
 * limit counts neither way, nor does what is still under way.
 */
export const answered = (value: number, zeroAt: number, only?: RequestClass, over?: Stretch): Goal => ({
  measure: { of: 'users', figure: 'failedShare', ...(only && { class: only }), ...(over && { over }) },
  is: '<=',
  value: 1 - value,
  zeroAt: 1 - zeroAt,
});

/** A percentile of the time to an answer, milliseconds; no credit at twice of it. */
export const within = (figure: 'p50Ms' | 'p95Ms' | 'p99Ms', ms: number, only?: RequestClass): Goal => ({
  measure: { of: 'users', figure, ...(only && { class: only }) },
  is: '<=',
  value: ms,
  zeroAt: 2 * ms,
});

/** As `within`, of one population; 99 % of them. */
export const withinFor = (population: Id, ms: number, only: RequestClass): Goal => ({
  measure: { of: 'users', figure: 'p99Ms', only: population, class: only },
  is: '<=',
  value: ms,
  zeroAt: 2 * ms,
});

/** How old jobs may be when they are done, of those that requests of a class left; no credit at twice of it. */
export const jobsWithin = (figure: JobFigure, seconds: number, only: RequestClass, zeroAt = 2 * seconds): Goal => ({
  measure: { of: 'jobs', figure, parts: { kinds: ['queue'] }, class: only },
  is: '<=',
  value: seconds,
  zeroAt,
});

const sumOf = (kinds: readonly NodeKind[], column: string): Measure => ({ of: 'part', parts: { kinds }, column, take: 'sum' });

/** Messages that queues accepted for each request that was answered well: so many, and no credit at half of them. */
export const queuedFor = (only?: RequestClass, value = 0.95): Goal => ({
  measure: {
    of: 'quotient',
    over: sumOf(['queue'], 'published'),
    under: { of: 'users', figure: 'completed', ...(only && { class: only }) },
  },
  is: '>=',
  value,
  zeroAt: 0.5,
});

/** As `queuedFor`, of jobs that workers have done. */
export const jobFor = (only: RequestClass, value = 0.95): Goal => ({
  measure: { of: 'quotient', over: sumOf(['worker'], 'jobsDone'), under: { of: 'users', figure: 'completed', class: only } },
  is: '>=',
  value,
  zeroAt: 0.5,
});

/** A share of what one of these kinds counts: `column` for each of `under`. */
export const shareOf = (kinds: readonly NodeKind[], column: string, under: string): Measure => ({
  of: 'quotient',
  over: sumOf(kinds, column),
  under: sumOf(kinds, under),
});
export const perJob = (column: string): Measure => shareOf(['worker'], column, 'jobsDone');

/** How often something happened at parts of these kinds, so often at most; to some of them it never can. */
export const atMost = (kinds: readonly NodeKind[], column: string, value: number, zeroAt?: number): Goal => ({
  measure: { of: 'part', parts: { kinds }, column, take: 'sum', unknown: 0 },
  is: '<=',
  value,
  ...(zeroAt === undefined ? {} : { zeroAt }),
});

/** It happened at all, at any part of these kinds. */
export const some = (kinds: readonly NodeKind[], column: string): Goal => ({ ...atMost(kinds, column, 0), is: '>' });

/** Something that must never happen: the column that counts it, the kinds that can, and the points for it. */
export type Wrong = readonly [column: string, kinds: readonly NodeKind[], points: number];

/** A line for each, over the whole graded run. */
export const neverLines = (wrongs: readonly Wrong[]): readonly RubricLine[] =>
  wrongs.map(([column, kinds, points]) => ({
    id: `no-${column}`,
    group: 'correctness',
    points,
    goal: atMost(kinds, column, 0),
    over: 'all',
  }));

/** The same as what is fatal. */
export const fatalIf = (wrongs: readonly Wrong[]): Prompt['fatal'] =>
  wrongs.map(([column, kinds]) => ({ id: column, when: some(kinds, column) }));

/** The template where workers may be as busy as they like: what they do can wait. */
export const templateButWorkers = (budgetUsd: number): readonly RubricLine[] =>
  template(budgetUsd).map((line) =>
    line.id === 'headroom' ? { ...line, goal: { ...line.goal, measure: { of: 'busiest', except: ['worker'] } } } : line,
  );

/** Where somebody has to answer, and something has to keep rows. */
export const programAndStore: Prompt['needs'] = [
  { id: 'program', parts: { kinds: programs } },
  { id: 'store', parts: { kinds: stores } },
];
