/** Questions are answered by the engine: the variant is played in a worker, while the page stays free. */

import type { AnswerJob } from '../lessons/answerWorker.ts';
import address from '../lessons/answerWorker.ts?worker&url';
import type { Quiz } from '../lessons/lesson.ts';
import { isRight } from '../lessons/progress.ts';
import type { Crew } from '../runner/crew.ts';
import { pageCrew } from '../runner/pageCrew.ts';
import { answer, lessonStore } from './lesson.ts';

let crew: Crew<AnswerJob, null, number | null> | null = null;

/**
 * What the engine answers to a question, in the measure's own unit.
 * @returns null where it could not say, or the lesson was left meanwhile
 */
export async function askEngine(quiz: Quiz, variant: number): Promise<number | null> {
  const { lesson } = lessonStore.getState();
  if (!lesson) return null;
  crew ??= pageCrew(address, 'lesson-answers');
  const end = await crew.add({ lesson, quiz: quiz.id, variant }).ended;
  return end.end === 'done' && lessonStore.getState().lesson?.id === lesson.id ? end.result : null;
}

/**
 * Grades what was given and keeps it.
 * @param given in the measure's own unit
 * @returns false where the engine could not say
 */
export async function grade(quiz: Quiz, variant: number, given: number): Promise<boolean> {
  const result = await askEngine(quiz, variant);
  if (result === null) return false;
  answer(quiz.id, { variant, given, answer: result, right: isRight(given, result, quiz.answer.within) });
  return true;
}

/** Nobody waits for it any more. */
export function stopGrading(): void {
  crew?.cancelAll();
}
