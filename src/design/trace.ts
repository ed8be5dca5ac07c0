/** A recorded traffic curve as rows of a table, and the short series a design keeps of it. */

import { cellsOf, linesOf, numberOf, type Separator, separatorOf } from './csv.ts';
import type { Trace } from './design.ts';
import { parseMoment } from './moment.ts';
import { cleanText } from './text.ts';
import { mostTraceValues, tidyHeight, tidyTrace } from './tidyTrace.ts';

/** Rows read at most; two months of minutes. */
export const mostTraceRows = 100_000;
export const longestTraceText = 8_000_000;
/** Problems listed at most: a file of the wrong kind has one in every line. */
const mostProblems = 100;

export interface TracePoint {
  /** Seconds since the first row; rows without a time are one second apart. */
  seconds: number;
  /** What was counted from here to the next row. */
  value: number;
}

/** Rows that are missing: they were filled in along a straight line. */
export interface TraceGap {
  /** Line of the file after which they are missing. */
  afterLine: number;
  missing: number;
}

export interface TraceProblem {
  /** Counted from 1; 0 when it is about the file as a whole. */
  line: number;
  /**
   * - `not-a-number`, `negative`, `missing-value`: the value
   * - `bad-time`, `time-backwards`: the time; `time-backwards` also when it stands still
   * - `columns`: neither one column (value) nor two (time, value), or another number than the first row has
   * - `empty`, `all-zero`, `too-few`, `too-big`: the file
   */
  reason:
    | 'not-a-number'
    | 'negative'
    | 'missing-value'
    | 'bad-time'
    | 'time-backwards'
    | 'columns'
    | 'empty'
    | 'all-zero'
    | 'too-few'
    | 'too-big'
    /** More requests than a recording may hold; `given` says how many that are. */
    | 'too-many';
  /** What stood there, shortened. */
  given: string;
}

export type TraceImport =
  | {
      ok: true;
      name: string;
      points: readonly TracePoint[];
      /** Rows read; lines passed over (blank, comments, the header, and bad rows when those were to be left out). */
      rows: number;
      skipped: number;
      gaps: readonly TraceGap[];
      /** The usual distance between rows in seconds, and whether the file says so itself. */
      stepSeconds: number;
      timed: boolean;
      /** Bad rows that were left out on request. */
      problems: readonly TraceProblem[];
    }
  | { ok: false; problems: readonly TraceProblem[] };

/**
 * Reads a CSV: with or without a header; `time,value` or only `value`; comma, semicolon or tab; CR, LF or both; quotes.
 * Bad rows refuse the file, each with its line, unless `skipBadRows`. Missing rows do not: they are reported as gaps.
 */
export function importTrace(csvText: string, options: { name: string; skipBadRows?: boolean }): TraceImport {
  if (csvText.length > longestTraceText) return refuse('too-big', `${csvText.length}`);
  const lines = linesOf(csvText);
  const separator = separatorOf(lines);
  const points: TracePoint[] = [];
  const lineOf: number[] = [];
  const problems: TraceProblem[] = [];
  let columns = 0;
  let start: number | null = null;
  let skipped = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) {
      // The file's last line break is not a line.
      if (index < lines.length - 1 || line !== '') skipped += 1;
      continue;
    }
    const cells = cellsOf(line, separator);
    if (columns === 0) {
      columns = cells.length;
      if (isHeader(cells, separator)) {
        skipped += 1;
        continue;
      }
    }
    const last = points.at(-1);
    const row = readRow(cells, columns, separator, start, last?.seconds ?? null);
    if ('reason' in row) {
      problems.push({ line: index + 1, reason: row.reason, given: cleanText(line, 60) });
      if (problems.length >= mostProblems && !options.skipBadRows) break;
      continue;
    }
    start ??= row.moment;
    points.push({ seconds: row.moment === null ? points.length : row.moment - (start ?? 0), value: row.value });
    lineOf.push(index + 1);
    if (points.length > mostTraceRows) return refuse('too-big', `${points.length}`);
  }
  if (problems.length > 0 && !options.skipBadRows) return { ok: false, problems };
  if (points.length === 0) return problems.length > 0 ? { ok: false, problems: problems.slice(0, mostProblems) } : refuse('empty');
  if (points.length < 2) return refuse('too-few', '1');
  if (points.every((point) => point.value === 0)) return refuse('all-zero');
  const stepSeconds = usualStep(points);
  return {
    ok: true,
    name: cleanText(options.name),
    points,
    rows: points.length,
    skipped: skipped + problems.length,
    gaps: gapsOf(points, stepSeconds, lineOf),
    stepSeconds,
    timed: columns === 2,
    problems: problems.slice(0, mostProblems),
  };
}

function refuse(reason: TraceProblem['reason'], given = ''): TraceImport {
  return { ok: false, problems: [{ line: 0, reason, given }] };
}

/** The first row is a header when its value is a word and, of two columns, its time is one too. */
function isHeader(cells: readonly string[], separator: Separator): boolean {
  const value = cells[cells.length - 1];
  if (value === '' || numberOf(value, separator) !== null) return false;
  return cells.length === 1 || parseMoment(cells[0]) === null;
}

type Row = { moment: number | null; value: number } | { reason: TraceProblem['reason'] };

function readRow(cells: readonly string[], columns: number, separator: Separator, start: number | null, previous: number | null): Row {
  if (columns > 2 || cells.length !== columns) return { reason: 'columns' };
  const cell = cells[columns - 1];
  if (cell === '') return { reason: 'missing-value' };
  const value = numberOf(cell, separator);
  if (value === null) return { reason: 'not-a-number' };
  if (value < 0) return { reason: 'negative' };
  if (columns === 1) return { moment: null, value };
  const moment = parseMoment(cells[0]);
  if (moment === null) return { reason: 'bad-time' };
  if (start !== null && previous !== null && moment - start <= previous) return { reason: 'time-backwards' };
  return { moment, value };
}

/** The median distance between rows. */
function usualStep(points: readonly TracePoint[]): number {
  const steps = points.slice(1).map((point, index) => point.seconds - points[index].seconds);
  return steps.sort((a, b) => a - b)[Math.floor((steps.length - 1) / 2)];
}

/** How many rows are missing between two neighbours: a distance of one and a half steps or more is a gap. */
function missingBetween(a: TracePoint, b: TracePoint, stepSeconds: number): number {
  const steps = (b.seconds - a.seconds) / stepSeconds;
  return steps >= 1.5 ? Math.max(1, Math.round(steps) - 1) : 0;
}

function gapsOf(points: readonly TracePoint[], stepSeconds: number, lineOf: readonly number[]): TraceGap[] {
  const gaps: TraceGap[] = [];
  for (let i = 0; i + 1 < points.length; i += 1) {
    const missing = missingBetween(points[i], points[i + 1], stepSeconds);
    if (missing > 0) gaps.push({ afterLine: lineOf[i], missing });
  }
  return gaps;
}

interface Cell {
  start: number;
  end: number;
  value: number;
}

/** Each row holds from its own time to the next row's; across a gap the missing rows stand on a straight line. */
function cellsOver(points: readonly TracePoint[], stepSeconds: number): Cell[] {
  const cells: Cell[] = [];
  for (const [i, point] of points.entries()) {
    const next = points[i + 1];
    if (!next) {
      cells.push({ start: point.seconds, end: point.seconds + stepSeconds, value: point.value });
      continue;
    }
    const parts = missingBetween(point, next, stepSeconds) + 1;
    const width = (next.seconds - point.seconds) / parts;
    for (let part = 0; part < parts; part += 1) {
      const value = point.value + ((next.value - point.value) * part) / parts;
      cells.push({
        start: point.seconds + part * width,
        end: part + 1 === parts ? next.seconds : point.seconds + (part + 1) * width,
        value,
      });
    }
  }
  return cells;
}

/**
 * At most 240 relative heights, evenly spaced in time, to be played in `seconds`.
 *
 * A height is the mean over its stretch of time, so that the run asks for as many requests as the recording did: taking each
 * stretch's highest value instead would more than double the load of a spiky trace, and taking single rows would make it a
 * matter of luck. Means alone would flatten the peak, and the peak is what a design is tested with: the one stretch that
 * holds the highest row therefore keeps that row's height, which is 1. Short traces pass through unchanged.
 */
export function resampleTrace(points: readonly TracePoint[], options: { name: string; seconds: number; most?: number }): Trace {
  const most = Math.min(mostTraceValues, Math.max(1, Math.floor(options.most ?? mostTraceValues)));
  const stepSeconds = points.length > 1 ? usualStep(points) : 1;
  const cells = cellsOver(points, stepSeconds);
  const peak = cells.reduce((highest, cell) => (cell.value > highest.value ? cell : highest));
  const count = Math.min(most, cells.length);
  const width = (cells[cells.length - 1].end - cells[0].start) / count;
  const areas = new Array<number>(count).fill(0);
  for (const cell of cells) {
    const from = Math.min(count - 1, Math.floor(cell.start / width));
    for (let stretch = from; stretch < count; stretch += 1) {
      const overlap = Math.min(cell.end, (stretch + 1) * width) - Math.max(cell.start, stretch * width);
      if (overlap > 0) areas[stretch] += overlap * cell.value;
      if (cell.end <= (stretch + 1) * width) break;
    }
  }
  const highest = peak.value > 0 ? peak.value : 1;
  const values = areas.map((area) => tidyHeight(area / width / highest));
  if (peak.value > 0) values[Math.min(count - 1, Math.floor((peak.start + peak.end) / 2 / width))] = 1;
  return tidyTrace({ name: options.name, values, seconds: options.seconds });
}
