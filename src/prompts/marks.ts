/** A sheet of hand-ins with what each is worth: rows for people, for gradebooks, and what can be said of all of them. Pure. */

import { type Cell, toCsv } from '../design/csvText.ts';
import { type Breach, breachText } from './assignmentRules.ts';
import { type Alike, alikesOf, type Print } from './lookAlikes.ts';
import type { Grade } from './merge.ts';
import type { RubricLine } from './prompt.ts';

/** One row of the sheet. Graded, or why not. */
export interface Mark {
  line: number;
  name: string;
  source: string;
  prompt: string | null;
  print: Print | null;
  grade: Grade | null;
  /** In English, for tables that machines read; null where it is graded. */
  problem: string | null;
  /** Of an assignment: the rules it breaks, all the way from what was given out. */
  breaches?: readonly Breach[];
  /** Of an assignment: the link does not say that it was handed in for it. */
  isUnsigned?: boolean;
}

/** What is to be said of a mark beside its points, in English, for tables that machines read. */
export const remarksOf = ({ breaches = [], isUnsigned = false }: Pick<Mark, 'breaches' | 'isUnsigned'>): string[] => [
  ...(isUnsigned ? ['not handed in for this assignment'] : []),
  ...breaches.map(breachText),
];

export const rubricGroups = [
  'functional',
  'steady',
  'chaos',
  'correctness',
  'cost',
  'single-points',
  'headroom',
] as const satisfies readonly RubricLine['group'][];

/** Points earned in each group, to a tenth. */
export const byGroup = ({ lines }: Grade): number[] =>
  rubricGroups.map((group) => Math.round(10 * lines.reduce((sum, line) => (line.group === group ? sum + line.earned : sum), 0)) / 10);

/** By row: which other rows look like it; rows that hold no design look like none. */
export function alikesAmong(marks: readonly Mark[]): Alike[] {
  const known = marks.flatMap(({ print, prompt }, row) => (print === null ? [] : [{ row, print, prompt }]));
  const rows: Alike[] = marks.map(() => ({ same: [], close: [] }));
  for (const prompt of new Set(known.map((each) => each.prompt))) {
    const those = known.filter((each) => each.prompt === prompt);
    for (const [i, { same, close }] of alikesOf(those.map(({ print }) => print)).entries()) {
      rows[those[i].row] = { same: same.map((j) => those[j].row), close: close.map((j) => those[j].row) };
    }
  }
  return rows;
}

/** Who is meant, where names may come twice: `Mina (3)`. */
const whoIs = ({ name, line }: Mark): string => `${name || '?'} (${line})`;
const mostNamed = 5;
const namesOf = (rows: readonly number[], marks: readonly Mark[]): string =>
  rows
    .slice(0, mostNamed)
    .map((row) => whoIs(marks[row]))
    .join(', ')
    .concat(rows.length > mostNamed ? `, ${rows.length - mostNamed} more` : '');

export function alikeText({ same, close }: Alike, marks: readonly Mark[]): string {
  return [same.length > 0 ? `same: ${namesOf(same, marks)}` : '', close.length > 0 ? `close: ${namesOf(close, marks)}` : '']
    .filter((text) => text !== '')
    .join('; ');
}

/** One row each, in the order of the sheet: for gradebooks and spreadsheets. */
export function marksCsv(marks: readonly Mark[]): string {
  const alikes = alikesAmong(marks);
  const header = [
    'name',
    'score',
    'prompt',
    ...rubricGroups,
    'fatal',
    'missing',
    'rules',
    'seeds',
    'looks like',
    'not graded',
    'line',
    'link',
  ];
  return toCsv(
    header,
    marks.map((mark, row): Cell[] => {
      const { name, grade, prompt, problem, line, source } = mark;
      return [
        name,
        grade?.score ?? null,
        prompt,
        ...(grade ? byGroup(grade) : rubricGroups.map(() => null)),
        grade?.fatal.join(' ') ?? null,
        grade?.missing.join(' ') ?? null,
        remarksOf(mark).join('; '),
        grade?.seeds.map(({ score }) => score).join(' ') ?? null,
        alikeText(alikes[row], marks),
        problem,
        line,
        source,
      ];
    }),
  );
}

/** Of the scores: how many, and the lowest, the quartiles and the highest; null without any. */
export function spreadOf(
  marks: readonly Mark[],
): { graded: number; low: number; quarter: number; median: number; threeQuarters: number; high: number } | null {
  const scores = marks.flatMap(({ grade }) => (grade ? [grade.score] : [])).sort((a, b) => a - b);
  if (scores.length === 0) return null;
  const at = (share: number) => scores[Math.ceil(share * scores.length) - 1] ?? scores[0];
  return {
    graded: scores.length,
    low: scores[0],
    quarter: at(0.25),
    median: at(0.5),
    threeQuarters: at(0.75),
    high: scores[scores.length - 1],
  };
}
