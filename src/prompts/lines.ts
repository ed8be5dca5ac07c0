/** Lines of rubrics that several prompts have: what is asked is the same, how much of it is the prompt's. */

import type { RequestClass } from '../engine/plan.ts';
import type { Stretch } from '../engine/readings.ts';
import type { Goal } from '../goals/goal.ts';
import type { NodeKind } from '../nodes/specs.ts';
import type { RubricLine } from './prompt.ts';

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

/**
 * The 99th percentile of one population in each second, mean over the seconds; milliseconds. Populations keep no histogram over a whole
 * stretch, so that is the nearest that is measured.
 */
export const withinFor = (population: string, ms: number): Goal => ({
  measure: { of: 'part', parts: population, column: 'p99', take: 'mean' },
  is: '<=',
  value: ms / 1000,
  zeroAt: (2 * ms) / 1000,
});

/** How often something happened at parts of these kinds, so often at most; to some of them it never can. */
export const atMost = (kinds: readonly NodeKind[], column: string, value: number, zeroAt?: number): Goal => ({
  measure: { of: 'part', parts: { kinds }, column, take: 'sum', unknown: 0 },
  is: '<=',
  value,
  ...(zeroAt === undefined ? {} : { zeroAt }),
});

/** It happened at all, at any part of these kinds. */
export const some = (kinds: readonly NodeKind[], column: string): Goal => ({ ...atMost(kinds, column, 0), is: '>' });
