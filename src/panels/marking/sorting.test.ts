import { expect, it } from 'vitest';
import { type Mark, rubricGroups } from '../../prompts/marks.ts';
import type { Grade } from '../../prompts/merge.ts';
import { pointsByGroup, sortedRows } from './sorting.ts';

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

it('has no points for what nobody asked, nor for what never ran; who ran and lost them all has none', () => {
  const line = (group: string, value: number | null, earned = 0) => ({ group, value, earned });
  const grade = (cannotRun: boolean, ...lines: ReturnType<typeof line>[]) => ({ cannotRun, lines }) as unknown as Grade;
  const at = (group: (typeof rubricGroups)[number]) => rubricGroups.indexOf(group);
  const stopped = pointsByGroup(grade(true, line('steady', null), line('cost', 900, 5)));
  expect([stopped[at('steady')], stopped[at('cost')], stopped[at('chaos')]]).toEqual([null, 5, null]);
  const ran = pointsByGroup(grade(false, line('steady', null), line('chaos', 3)));
  expect([ran[at('steady')], ran[at('chaos')], ran[at('cost')]]).toEqual([0, 0, null]);
});
