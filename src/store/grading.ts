/** The crew that grades on this page, and links to the seconds that prove a grade. Loaded with what shows grades. */

import { encodeLink } from '../design/codec.ts';
import type { Design } from '../design/design.ts';
import { calmDesign, type Task } from '../prompts/calmDesign.ts';
import type { GradeCrew } from '../prompts/gradeJob.ts';
import workerUrl from '../prompts/gradeWorker.ts?worker&url';
import type { Grade } from '../prompts/merge.ts';
import { pageCrew } from '../runner/pageCrew.ts';
import { pause } from './runController.ts';

let crew: GradeCrew | null = null;

/** One for all; the run that is watched pauses, because both would want the same cores. */
export function gradeCrew(): GradeCrew {
  pause();
  crew ??= pageCrew(workerUrl, 'grade');
  return crew;
}

/** Seconds before the moment that a link leads to, so that one sees how it came about. */
const before = 3;

/**
 * For each line of a grade the address of the graded run at the second that proves it; lines that no second proves have none.
 * @returns by the ids of the rubric
 */
export async function evidenceOf(task: Task, handedIn: Design, grade: Grade): Promise<Readonly<Record<string, string>>> {
  if (grade.cannotRun) return {};
  const design: Design = { ...calmDesign(task, handedIn, grade.seed), scenario: grade.scenario };
  const page = location.href.replace(/[?#].*$/s, '');
  const links = grade.lines.flatMap(({ id, at }) => (at === null ? [] : [{ id, at: Math.max(0, at - before) }]));
  return Object.fromEntries(
    await Promise.all(
      links.map(
        async ({ id, at }) => [id, `${page}#${await encodeLink(design, { at, view: null, part: null, request: null, note: '' })}`] as const,
      ),
    ),
  );
}
