/**
 * Buckets -> lines of a chart, as columns that uPlot draws without a copy. A `Sheet` grows: only buckets that came or
 * changed since the last call are computed. `null` is a gap, drawn as a gap: nothing was answered, so there is no latency.
 */

import type { FrameLayout } from '../engine/frame.ts';
import { completedColumn, failedColumn, offeredColumn } from '../engine/frame.ts';
import { failureReasons, requestClasses } from '../engine/plan.ts';
import type { Bucket, Buckets } from '../runner/buckets.ts';
import { runColumn } from '../runner/columnIndex.ts';
import { quantileWithEnough } from './latency.ts';

/** One line of a chart: how a bucket becomes its number; those before it may be asked, too. */
export interface Line {
  id: string;
  value: (bucket: Bucket, list: readonly Bucket[], at: number) => number | null;
}

export interface Sheet {
  lines: readonly Line[];
  /** Middle of each bucket in simulated seconds: the shared x of every chart. */
  seconds: number[];
  /** One column per line, as long as `seconds`. */
  values: (number | null)[][];
  /** `Buckets.merges` at the time of the last call. */
  merges: number;
}

export function openSheet(lines: readonly Line[]): Sheet {
  return { lines, seconds: [], values: lines.map(() => []), merges: 0 };
}

/** Brings the sheet up to date in place. Costs what is new: the last bucket may have grown, those before it have not. */
export function extendSheet(sheet: Sheet, buckets: Buckets): void {
  const changedFrom = sheet.merges === buckets.merges ? Math.max(0, sheet.seconds.length - 1) : 0;
  sheet.merges = buckets.merges;
  sheet.seconds.length = buckets.list.length;
  for (const column of sheet.values) column.length = buckets.list.length;
  for (let i = changedFrom; i < buckets.list.length; i++) {
    const bucket = buckets.list[i];
    sheet.seconds[i] = (bucket.start + bucket.end) / 2;
    for (const [n, line] of sheet.lines.entries()) sheet.values[n][i] = line.value(bucket, buckets.list, i);
  }
}

/** Sum of columns per second of the bucket: exact however many frames it holds. */
export function ratePerSecond(bucket: Bucket, columns: readonly number[]): number | null {
  const seconds = bucket.end - bucket.start;
  if (seconds <= 0) return null;
  let sum = 0;
  for (const column of columns) sum += bucket.values[column];
  return sum / seconds;
}

const rateLine = (id: string, columns: readonly number[]): Line => ({ id, value: (bucket) => ratePerSecond(bucket, columns) });

const present = (columns: readonly number[]): number[] => columns.filter((column) => column >= 0);

/** Requests per second that users sent, and those answered well. */
export function requestLines(layout: FrameLayout): readonly Line[] {
  return [
    rateLine('offered', present(requestClasses.map((c) => runColumn(layout, offeredColumn(c))))),
    rateLine('served', present(requestClasses.map((c) => runColumn(layout, completedColumn(c))))),
  ];
}

/** Failed requests per second, one line per reason. */
export function errorLines(layout: FrameLayout): readonly Line[] {
  return failureReasons.map((reason) => rateLine(reason, present(requestClasses.map((c) => runColumn(layout, failedColumn(c, reason))))));
}

/** Failed requests per second, whatever the reason. */
export const allErrors = (layout: FrameLayout): Line =>
  rateLine('failed', present(failureReasons.flatMap((reason) => requestClasses.map((c) => runColumn(layout, failedColumn(c, reason))))));

/** Response times in seconds. A percentile reaches back for the requests it needs; where even half a minute has too few, there is none. */
export const latencyLines: readonly Line[] = [
  { id: 'p50', value: (_, list, at) => quantileWithEnough(list, at, 'p50') },
  { id: 'p95', value: (_, list, at) => quantileWithEnough(list, at, 'p95') },
  { id: 'p99', value: (_, list, at) => quantileWithEnough(list, at, 'p99') },
];

/** The columns added up from the first to the last, for a stacked chart: each line stands on those before it; an empty column adds nothing. */
export function stacked(values: readonly (readonly (number | null)[])[], length = values[0]?.length ?? 0): (number | null)[][] {
  const below = new Array<number>(length).fill(0);
  return values.map((column) =>
    below.map((_, i) => {
      const value = column.length === 0 ? 0 : (column[i] ?? null);
      if (value === null) return null;
      below[i] += value;
      return below[i];
    }),
  );
}

/** A stack without its stretches of nothing, so that no line runs along the axis; next to something, zero stays zero. */
export function withoutIdle(stack: readonly (readonly (number | null)[])[]): (number | null)[][] {
  const top = stack.at(-1) ?? [];
  const isIdle = (i: number): boolean => !top[i];
  return stack.map((column) => column.map((value, i) => (isIdle(i - 1) && isIdle(i) && isIdle(i + 1) ? null : value)));
}
