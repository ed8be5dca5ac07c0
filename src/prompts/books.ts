/**
 * What users got over one stretch of a graded run, kept so that seeds can be added up exactly: counters and the histogram of response
 * times, never a percentile. Plain data that JSON holds without loss. Pure.
 */

import { completedColumn, type Frame, type FrameLayout, failedColumn, offeredColumn, runColumns } from '../engine/frame.ts';
import { outcomes, requestClasses } from '../engine/plan.ts';
import type { Measure } from '../goals/goal.ts';
import type { RunSoFar } from '../goals/situation.ts';
import { usersNumber } from '../goals/usersNumber.ts';
import { runColumn } from '../runner/columnIndex.ts';

export interface Book {
  /** Simulated. */
  seconds: number;
  /** Sums of the run's counters, by column; those at nought are left out. */
  counters: Readonly<Record<string, number>>;
  /** Pairs (class * 65536 + bucket, count) as in a frame, in order. */
  latency: readonly number[];
}

const names: readonly string[] = [
  ...runColumns,
  ...requestClasses.flatMap((name) => [
    offeredColumn(name),
    completedColumn(name),
    ...outcomes.filter((outcome) => outcome !== 'ok').map((outcome) => failedColumn(name, outcome)),
  ]),
];
const layout: FrameLayout = {
  columns: names.map((metric) => ({ scope: 'run', node: -1, instance: -1, metric, form: 'counter' })),
};

/** @param run cut to the stretch */
export function bookOf({ frames, layout: own }: Pick<RunSoFar, 'frames' | 'layout'>): Book {
  const counters: Record<string, number> = {};
  for (const name of names) {
    const column = runColumn(own, name);
    const sum = frames.reduce((total, { values }) => total + (column < 0 ? 0 : Math.max(0, values[column])), 0);
    if (sum > 0) counters[name] = sum;
  }
  const seconds = frames.reduce((sum, { start, end }) => sum + end - start, 0);
  return { seconds, counters, latency: pairsOf(frames.map(({ latency }) => latency)) };
}

function pairsOf(all: readonly ArrayLike<number>[]): number[] {
  const counts = new Map<number, number>();
  for (const pairs of all) for (let i = 0; i < pairs.length; i += 2) counts.set(pairs[i], (counts.get(pairs[i]) ?? 0) + pairs[i + 1]);
  return [...counts].sort(([a], [b]) => a - b).flat();
}

/** Whether what is asked can be read off a book: what all users got, and what is made of it. */
export function isInBook(asked: Measure): boolean {
  if (asked.of === 'quotient') return isInBook(asked.over) && isInBook(asked.under);
  return asked.of === 'users' && asked.only === undefined && asked.figure !== 'amplification' && asked.over === undefined;
}

/** The number over all books together, as if they were one long stretch; by the definitions of a single run. */
export function measureBooks(asked: Measure, books: readonly Book[]): number | null {
  const frame: Frame = {
    index: 0,
    start: 0,
    end: books.reduce((sum, { seconds }) => sum + seconds, 0),
    values: Float64Array.from(names, (name) => books.reduce((sum, { counters }) => sum + (counters[name] ?? 0), 0)),
    latency: Uint32Array.from(pairsOf(books.map(({ latency }) => latency))),
  };
  const plan: RunSoFar['plan'] = {
    seed: '',
    frameSeconds: frame.end,
    seconds: frame.end,
    nodes: [],
    links: [],
    workload: { params: [], trace: [], traceSeconds: 0, recording: null },
    acts: [],
  };
  const run: RunSoFar = { plan, index: { nodes: [], links: [] }, layout, frames: [frame], notes: [], time: frame.end, done: [] };
  return measured(asked, run);
}

/** As `goals/measure.ts`, of what is in books: who only adds up does not need the rest. */
function measured(asked: Measure, run: RunSoFar): number | null {
  if (asked.of === 'users') return usersNumber(asked, run, run.frames);
  if (asked.of !== 'quotient') return null;
  const [over, under] = [measured(asked.over, run), measured(asked.under, run)];
  return over === null || under === null || under === 0 ? null : over / under;
}
