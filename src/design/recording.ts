/** A log of requests as rows of a table: when each came and, if the table says so, how much service it needs. */

import { cellsOf, linesOf, numberOf, type Separator, separatorOf } from './csv.ts';
import type { Recording } from './design.ts';
import { longestRunSeconds } from './edits.ts';
import { parseMoment } from './moment.ts';
import { cleanText } from './text.ts';
import { mostRecorded, tidyRecording } from './tidyRecording.ts';
import { longestTraceText, type TraceProblem } from './trace.ts';

const mostProblems = 100;

export type RecordingImport =
  | {
      ok: true;
      recording: Recording;
      rows: number;
      /** Lines passed over: blank, comments, the header, and bad rows when those were to be left out. */
      skipped: number;
      /** Bad rows that were left out on request. */
      problems: readonly TraceProblem[];
    }
  | { ok: false; problems: readonly TraceProblem[] };

/** Seconds per unit, as the head of a column says: `arrival_ms`, `service (s)`; null when it does not say. */
function unitOf(head: string): number | null {
  if (/(^|[^a-z])(ms|msec|millis|milliseconds?)([^a-z]|$)/i.test(head)) return 0.001;
  if (/(^|[^a-z])(us|µs|micros|microseconds?)([^a-z]|$)/i.test(head)) return 0.000001;
  return /(^|[^a-z])(s|sec|secs|seconds?)([^a-z]|$)/i.test(head) ? 1 : null;
}

interface Units {
  /** null: as dates are written, so seconds, or milliseconds of a clock. */
  instant: number | null;
  demand: number;
}

interface Row {
  seconds: number;
  demandMs: number | null;
}

function readRow(cells: readonly string[], columns: number, separator: Separator, units: Units): Row | TraceProblem['reason'] {
  if (columns > 2 || cells.length !== columns) return 'columns';
  const number = numberOf(cells[0], separator);
  const moment = number === null || units.instant === null ? (parseMoment(cells[0]) ?? number) : number * units.instant;
  if (moment === null) return cells[0] === '' ? 'missing-value' : 'bad-time';
  if (moment < 0) return 'negative';
  if (columns === 1) return { seconds: moment, demandMs: null };
  if (cells[1] === '') return 'missing-value';
  const demand = numberOf(cells[1], separator);
  if (demand === null) return 'not-a-number';
  return demand < 0 ? 'negative' : { seconds: moment, demandMs: demand * units.demand * 1000 };
}

/** A head has letters where a row has a time. */
const isHead = (cells: readonly string[], separator: Separator): boolean =>
  numberOf(cells[0], separator) === null && parseMoment(cells[0]) === null && /[a-z가-힣]/i.test(cells[0]);

/**
 * Reads a CSV of `instant` or `instant,demand` per row, with or without a head. Numbers are seconds from the start of the run and
 * milliseconds of service, unless the head says another unit (`_ms`, `_s`, `_us`); dates, and numbers too large for a run, count from
 * the first row. Rows must stand in order of time. Bad rows refuse the file, each with its line, unless `skipBadRows`.
 */
export function importRecording(csvText: string, options: { name: string; skipBadRows?: boolean }): RecordingImport {
  const refuse = (reason: TraceProblem['reason'], given = ''): RecordingImport => ({ ok: false, problems: [{ line: 0, reason, given }] });
  if (csvText.length > longestTraceText) return refuse('too-big', `${csvText.length}`);
  const lines = linesOf(csvText);
  const separator = separatorOf(lines);
  const units: Units = { instant: null, demand: 0.001 };
  const rows: Row[] = [];
  const problems: TraceProblem[] = [];
  let columns = 0;
  let skipped = 0;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) {
      if (index < lines.length - 1 || line !== '') skipped += 1;
      continue;
    }
    const cells = cellsOf(line, separator);
    if (columns === 0) {
      columns = cells.length;
      if (isHead(cells, separator)) {
        units.instant = unitOf(cells[0]);
        units.demand = unitOf(cells[1] ?? '') ?? units.demand;
        skipped += 1;
        continue;
      }
    }
    const read = readRow(cells, columns, separator, units);
    const row = typeof read !== 'string' && read.seconds < (rows.at(-1)?.seconds ?? 0) ? 'time-backwards' : read;
    if (typeof row === 'string') {
      problems.push({ line: index + 1, reason: row, given: cleanText(line, 60) });
      if (problems.length >= mostProblems && !options.skipBadRows) break;
      continue;
    }
    rows.push(row);
    if (rows.length > mostRecorded) return refuse('too-many', `${mostRecorded}`);
  }
  if (problems.length > 0 && (!options.skipBadRows || rows.length === 0)) return { ok: false, problems: problems.slice(0, mostProblems) };
  if (rows.length === 0) return refuse('empty');
  const first = rows[0].seconds > longestRunSeconds ? rows[0].seconds : 0;
  const demands = rows.flatMap(({ demandMs }) => (demandMs === null ? [] : [demandMs]));
  const recording = tidyRecording({ name: options.name, instants: rows.map(({ seconds }) => seconds - first), demandsMs: demands });
  return { ok: true, recording, rows: rows.length, skipped: skipped + problems.length, problems: problems.slice(0, mostProblems) };
}
