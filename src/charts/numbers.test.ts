import { expect, it } from 'vitest';
import { bandNumbers, csvOf, incidentNumbers, type TableData } from './numbers.ts';

/** What the table shows, cell by cell. */
const shown = ({ columns, rows }: TableData): string[][] =>
  rows.map((row) => row.map((cell, at) => (typeof cell === 'number' ? columns[at].format(cell) : (cell ?? ''))));

/** The file's numbers, written as the table writes them. */
const filed = (table: TableData): string[][] =>
  csvOf(table)
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',').map((cell, at) => (cell === '' ? '' : table.columns[at].format(Number(cell)))));

const bands = (middle: number[]) => ({
  low: Float64Array.from(middle, (value) => value / 2),
  middle: Float64Array.from(middle),
  high: Float64Array.from(middle, (value) => value * 2),
});

it('a chart of many worlds: the middle and both edges of each design, and a gap where nothing was measured', () => {
  const table = bandNumbers({
    series: [
      { label: 'A', bands: bands([1, Number.NaN, 3]) },
      { label: 'B', bands: bands([0.123456789]) },
    ],
    stretchSeconds: 2,
    words: { middle: 'median', low: 'low', high: 'high' },
    from: 'From',
    to: 'To',
  });
  expect(table.columns.map(({ title }) => title)).toEqual([
    'From',
    'To',
    'A: median',
    'A: low',
    'A: high',
    'B: median',
    'B: low',
    'B: high',
  ]);
  expect(table.rows).toEqual([
    [0, 2, 1, 0.5, 2, 0.123456789, 0.0617283945, 0.246913578],
    [2, 4, null, null, null, null, null, null],
    [4, 6, 3, 1.5, 6, null, null, null],
  ]);
  expect(filed(table)).toEqual(shown(table));
  expect(csvOf(table).split('\r\n')[1]).toBe('0,2,1,0.5,2,0.123456789,0.0617283945,0.246913578');
});

it('two designs under one clock have one line each', () => {
  const table = bandNumbers({
    series: [{ label: 'A', bands: bands([5]) }],
    stretchSeconds: 1,
    words: { line: '/s' },
    from: 'From',
    to: 'To',
  });
  expect(table.columns.map(({ title }) => title)).toEqual(['From', 'To', 'A: /s']);
  expect(table.rows).toEqual([[0, 1, 5]]);
});

it('the picture of an incident', () => {
  const table = incidentNumbers(
    [
      { seconds: 0.5, offered: 100, served: 99.5, failed: 0 },
      { seconds: 1.5, offered: 1234.5678, served: null, failed: 12 },
    ],
    ['s', 'offered', 'served', 'failed'],
  );
  expect(filed(table)).toEqual(shown(table));
  expect(csvOf(table)).toBe('s,offered,served,failed\r\n0.5,100,99.5,0\r\n1.5,1234.5678,,12\r\n');
});
