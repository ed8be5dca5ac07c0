import { expect, it } from 'vitest';
import type { Mark } from '../../prompts/marks.ts';
import { sortedRows } from './sorting.ts';

const row = (line: number, name: string, score: number | null): Mark =>
  ({ line, name, grade: score === null ? null : { score, lines: [{ group: 'cost', earned: score / 10 }] } }) as unknown as Mark;
const rows = [row(2, 'Lee', 40), row(3, 'ahn', null), row(4, '', 90), row(5, 'Kim', 40)];
const alikes = [
  { same: [3], close: [] },
  { same: [], close: [] },
  { same: [], close: [0] },
  { same: [0], close: [] },
];
const order = (key: Parameters<typeof sortedRows>[2]['key'], falls = false) => sortedRows(rows, alikes, { key, falls });

it('sorts by any column; rows that say nothing come last either way, equal ones keep the order of the sheet', () => {
  expect(order('line', true)).toEqual([3, 2, 1, 0]);
  expect(order('name')).toEqual([1, 3, 0, 2]);
  expect(order('name', true)).toEqual([0, 3, 1, 2]);
  expect(order('score')).toEqual([0, 3, 2, 1]);
  expect(order('score', true)).toEqual([2, 0, 3, 1]);
  expect(order('cost', true)).toEqual([2, 0, 3, 1]);
  expect(order('alike', true)).toEqual([0, 3, 2, 1]);
});
