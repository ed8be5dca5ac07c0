/** A worker of the page that plays a variant of a question and says what the engine answers. Gets the lesson as it is: it is all data. */

import { serveCrew } from '../runner/crewMember.ts';
import type { Lesson } from './lesson.ts';
import { answerOf } from './walk.ts';

export interface AnswerJob {
  lesson: Lesson;
  quiz: string;
  variant: number;
}

serveCrew<AnswerJob, null, number | null>(({ lesson, quiz, variant }) => {
  const asked = lesson.quiz.find(({ id }) => id === quiz);
  return asked ? answerOf(lesson, asked, variant) : null;
});
