/** A report held against what comes of playing it again, to the last digit, and against itself. Pure. */

import { type BuildStep, designsOf, digestOf, isSameDesign } from './buildHistory.ts';
import type { Grade } from './merge.ts';
import type { Prompt } from './prompt.ts';
import { gradeOnPaper, type ReportPaper, type ReportRecord } from './reportRecord.ts';

/** What a report says and what it is. `line` from 1; 0: of the whole. */
export type Difference = {
  line: number;
  id: string;
  what: 'value' | 'overall' | 'earned' | 'at' | 'score' | 'frames' | 'fatal';
  said: number | null;
  is: number | null;
};

/** Everything that is not as it was said, lines first; nothing where it is the same to the digit. */
export function differencesOf(paper: ReportPaper, again: Grade): Difference[] {
  const now = gradeOnPaper(again);
  const said = new Map(paper.lines.map((line) => [line.id, line]));
  const lines = now.lines.flatMap((line, i): Difference[] => {
    const was = said.get(line.id);
    const what = (['value', 'overall', 'earned', 'at'] as const).filter((each) => !Object.is(was?.[each] ?? null, line[each]));
    return what.map((each) => ({ line: i + 1, id: line.id, what: each, said: was?.[each] ?? null, is: line[each] }));
  });
  const whole: Difference[] = [];
  if (paper.score !== now.score) whole.push({ line: 0, id: '', what: 'score', said: paper.score, is: now.score });
  const frames = now.seeds.filter((seed, i) => paper.seeds[i]?.framesHash !== seed.framesHash || paper.seeds[i]?.score !== seed.score);
  if (frames.length > 0 || paper.seeds.length !== now.seeds.length)
    whole.push({ line: 0, id: '', what: 'frames', said: now.seeds.length - frames.length, is: now.seeds.length });
  const bad = (list: readonly string[]) => [...list].sort().join(' ');
  if (bad([...paper.fatal, ...paper.missing]) !== bad([...now.fatal, ...now.missing]))
    whole.push({
      line: 0,
      id: '',
      what: 'fatal',
      said: paper.fatal.length + paper.missing.length,
      is: now.fatal.length + now.missing.length,
    });
  return [...lines, ...whole];
}

export type BuildVerdict = 'whole' | 'left-out' | 'other-digest' | 'other-end' | 'broken';

/** Whether the build history is the one the report was made with, and whether it leads to the design that was graded. */
export function buildVerdict(prompt: Pick<Prompt, 'given'>, { build, design }: ReportRecord): BuildVerdict {
  const { steps, digest } = build;
  if (steps === null) return 'left-out';
  if (digestOf(steps as readonly BuildStep[]) !== digest) return 'other-digest';
  const designs = designsOf(prompt.given, steps);
  if (designs.length !== steps.length + 1) return 'broken';
  // Whatever was drawn after the time was over is in the history and not in the grade.
  return designs.some((each) => isSameDesign(each, design)) ? 'whole' : 'other-end';
}
