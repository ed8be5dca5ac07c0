/** A chart's numbers, as its table shows them and its file holds them. Pure. */

import { type Cell, toCsv } from '../design/csvText.ts';
import type { Bands } from '../statistics/bands.ts';
import { formatExact, formatNumber } from '../ui/format.ts';
import type { IncidentPoint } from './incident.ts';

export interface TableColumn {
  /** With its unit. */
  title: string;
  /** For people; the file gets the number in full. */
  format: (value: number) => string;
}

export interface TableData {
  columns: readonly TableColumn[];
  /** The first cell of a row is its alone. */
  rows: readonly (readonly Cell[])[];
}

export const csvOf = ({ columns, rows }: TableData): string =>
  toCsv(
    columns.map(({ title }) => title),
    rows,
  );

export interface BandsNamed {
  bands: Bands;
  /** What stands before the words of its columns; empty for a design alone. */
  label: string;
}

/** What one line, or the middle and the two edges of a band, are called in a table, with the unit. */
export type BandWords = { line: string } | { middle: string; low: string; high: string };

interface AskedBands {
  series: readonly BandsNamed[];
  stretchSeconds: number;
  words: BandWords;
  from: string;
  to: string;
}

/** A row per stretch of simulated time, for each design its line, or the middle and the edges of its band. */
export function bandNumbers({ series, stretchSeconds, words, from, to }: AskedBands): TableData {
  const parts =
    'line' in words
      ? ([['middle', words.line]] as const)
      : (['middle', 'low', 'high'] as const).map((part) => [part, words[part]] as const);
  const points = Math.max(0, ...series.map(({ bands }) => bands.middle.length));
  const columns = series.flatMap(({ label, bands }) =>
    parts.map(([part, word]) => ({ title: [label, word].filter(Boolean).join(': '), values: bands[part] })),
  );
  return {
    columns: [
      { title: from, format: formatExact },
      { title: to, format: formatExact },
      ...columns.map(({ title }) => ({ title, format: (value: number) => formatNumber(value) })),
    ],
    rows: Array.from({ length: points }, (_, at) => [
      at * stretchSeconds,
      (at + 1) * stretchSeconds,
      ...columns.map(({ values }) => (at < values.length && !Number.isNaN(values[at]) ? values[at] : null)),
    ]),
  };
}

/** A row per point of an incident's picture. `titles` with their units, in the order of the columns. */
export function incidentNumbers(points: readonly IncidentPoint[], titles: readonly [string, string, string, string]): TableData {
  return {
    columns: titles.map((title, at) => ({ title, format: at === 0 ? formatExact : (value: number) => formatNumber(value) })),
    rows: points.map(({ seconds, offered, served, failed }) => [seconds, offered, served, failed]),
  };
}
