/** Rows in the order of one column; rows that say nothing in it come last either way. */

import type { Alike } from '../../prompts/lookAlikes.ts';
import { byGroup, type Mark, rubricGroups } from '../../prompts/marks.ts';
import type { Grade } from '../../prompts/merge.ts';

export type SortKey = 'line' | 'name' | 'score' | (typeof rubricGroups)[number] | 'alike';

export interface Sorting {
  key: SortKey;
  falls: boolean;
}

/** Points of each group, in the order of `rubricGroups`; null where nothing was asked of it, or where what it asks was never played. */
export function pointsByGroup(grade: Grade): (number | null)[] {
  const points = byGroup(grade);
  return rubricGroups.map((group, i) => {
    const lines = grade.lines.filter((line) => line.group === group);
    return lines.every(({ value }) => grade.cannotRun && value === null) ? null : points[i];
  });
}

/** Indices of `rows`, sorted; equal ones keep the order of the sheet. */
export function sortedRows(rows: readonly Mark[], alikes: readonly Alike[], { key, falls }: Sorting): number[] {
  const valueOf = (at: number): number | string | null => {
    const { line, name, grade } = rows[at];
    if (key === 'line') return line;
    if (key === 'name') return name === '' ? null : name.toLowerCase();
    if (key === 'alike') return alikes[at].same.length * rows.length + alikes[at].close.length || null;
    if (grade === null) return null;
    return key === 'score' ? grade.score : pointsByGroup(grade)[rubricGroups.indexOf(key)];
  };
  const values = rows.map((_, at) => valueOf(at));
  const compare = (a: number | string, b: number | string): number =>
    typeof a === 'string' && typeof b === 'string' ? a.localeCompare(b) : Number(a) - Number(b);
  return rows
    .map((_, at) => at)
    .sort((a, b) => {
      const [x, y] = [values[a], values[b]];
      if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0) || a - b;
      return (falls ? -1 : 1) * compare(x, y) || a - b;
    });
}
