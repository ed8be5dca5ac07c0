/** The reference designs of the prompts on all seeds: what they score, group by group, and whether that is what they should. */

import type { GradeCrew } from '../../src/prompts/gradeJob.ts';
import { byGroup, rubricGroups } from '../../src/prompts/marks.ts';
import { mergeSeeds } from '../../src/prompts/merge.ts';
import type { PromptId } from '../../src/prompts/prompt.ts';
import { referenceBounds, referenceNames } from '../../src/prompts/references.ts';
import { promptEntries } from '../../src/prompts/registry.ts';
import { CommandError } from '../commandLine.ts';
import { none, table } from '../summaryTable.ts';

/** Throws, with the whole table, where one does not score as it should. */
export async function referencesText(crew: GradeCrew, seeds: number, ids: readonly PromptId[]): Promise<string> {
  let isWrong = false;
  const rows = await Promise.all(
    ids.flatMap((id) =>
      referenceNames.map(async (name) => {
        const entry = promptEntries[id]!;
        const [task, references] = await Promise.all([entry.prompt(), entry.references()]);
        const design = references[name];
        const ends = await Promise.all(Array.from({ length: seeds }, (_, i) => crew.add({ task, design, seed: i + 1 }).ended));
        const grades = ends.flatMap((end) => (end.end === 'done' ? [end.result] : []));
        if (grades.length < seeds)
          throw new CommandError(
            `${id} ${name} could not be played: ${ends.map((end) => (end.end === 'failed' ? end.reason : '')).join(' ')}`,
          );
        const grade = mergeSeeds(task, grades);
        const { least, most } = referenceBounds[name];
        const isRight = grade.score >= least && grade.score <= most && !grade.cannotRun;
        isWrong ||= !isRight;
        return [
          id,
          name,
          `${grade.score}${isRight ? '' : ' !'}`,
          least > 0 ? `>= ${least}` : `<= ${most}`,
          ...byGroup(grade).map(String),
          grade.seeds.map(({ score }) => score).join(' '),
          grade.fatal.join(' ') || none,
        ];
      }),
    ),
  );
  const text = `${table([['prompt', 'design', 'score', 'wanted', ...rubricGroups, 'seeds', 'fatal'], ...rows])}\n`;
  if (isWrong) throw new CommandError(text);
  return text;
}
