/** Marks as text for people: one line a row, what could not be graded, and who looks like whom. */

import { alikesAmong, alikeText, byGroup, type Mark, remarksOf, rubricGroups, spreadOf } from '../../src/prompts/marks.ts';
import { digits, none, table } from '../summaryTable.ts';

const longestName = 32;
const cut = (text: string): string => ([...text].length > longestName ? `${[...text].slice(0, longestName - 1).join('')}…` : text);
/** What a terminal would take for a command is not printed. */
const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ');

export function marksText(marks: readonly Mark[], seeds: number): string {
  const alikes = alikesAmong(marks);
  const graded = marks.filter(({ grade }) => grade !== null);
  const spread = spreadOf(marks);
  const head: [string, string][] = [
    ['hand-ins', `${marks.length}, ${graded.length} graded on ${seeds} seed${seeds === 1 ? '' : 's'}`],
    ...(spread
      ? [
          [
            'scores',
            `${digits(spread.low)} to ${digits(spread.high)}, half of them from ${digits(spread.quarter)} to ${digits(spread.threeQuarters)}, median ${digits(spread.median)}`,
          ] as [string, string],
        ]
      : []),
  ];
  const rows = marks.flatMap((mark) => {
    if (mark.grade === null) return [];
    const notes = [
      ...(mark.grade.cannotRun ? ['cannot run'] : []),
      ...mark.grade.fatal.map((id) => `fatal: ${id}`),
      ...mark.grade.missing.map((id) => `missing: ${id}`),
      ...remarksOf(mark).map(plain),
    ];
    return [
      [
        cut(plain(mark.name)) || none,
        mark.prompt ?? none,
        String(mark.grade.score),
        ...byGroup(mark.grade).map(String),
        notes.join('; ') || none,
      ],
    ];
  });
  const rubbish = marks
    .filter(({ problem }) => problem !== null)
    .map(({ line, name, problem }) => `line ${line} ${cut(plain(name))}: ${problem}`);
  const like = marks.flatMap((mark, row) => {
    const text = alikeText(alikes[row], marks);
    return text === '' ? [] : [`${cut(plain(mark.name)) || none} (${mark.line}) ${plain(text)}`];
  });
  return [
    table(head),
    ...(rows.length > 0 ? [table([['name', 'prompt', 'score', ...rubricGroups, 'note'], ...rows])] : []),
    ...(rubbish.length > 0 ? [`Not graded (${rubbish.length}):\n${rubbish.map((text) => `- ${text}`).join('\n')}`] : []),
    ...(like.length > 0 ? [`Look alike (for a person to judge):\n${like.map((text) => `- ${text}`).join('\n')}`] : []),
  ]
    .join('\n\n')
    .concat('\n');
}
