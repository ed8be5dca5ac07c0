/** A lesson walked from its beginning to its end by its own moves, without a page: what is wrong with it, and the numbers that it shows. */

import { judge, judgeGoal } from '../goals/judge.ts';
import { measure } from '../goals/measure.ts';
import type { Situation } from '../goals/situation.ts';
import { createBench } from './bench.ts';
import type { AhaNumber, Lesson, Quiz, Step } from './lesson.ts';

export interface StepWalked {
  id: string;
  /** Empty where the step is as it must be. */
  problems: readonly string[];
  numbers: readonly { number: AhaNumber; measured: number | null }[];
  /** Of a prediction: the number that came out, or the ids of the answers that turned out right. */
  came: number | null | readonly string[];
}

export interface VariantWalked {
  quiz: string;
  given: Readonly<Record<string, number>>;
  /** null where the engine has no answer to it. */
  answer: number | null;
}

export interface LessonWalked {
  steps: readonly StepWalked[];
  quiz: readonly VariantWalked[];
}

/** @throws where a move cannot be made */
export function walk(lesson: Lesson): LessonWalked {
  const bench = createBench(lesson.design);
  const steps = lesson.steps.map((step): StepWalked => {
    const before = judge(step.done, bench.situation());
    for (const move of step.moves) bench.make(move);
    const after = bench.situation();
    const came = predicted(step, after);
    const numbers = (step.numbers ?? []).map((number) => ({ number, measured: measure(number.goal.measure, after) }));
    return {
      id: step.id,
      came,
      numbers,
      problems: [
        ...(before === true ? ['done before it begins'] : []),
        ...(judge(step.done, after) === true ? [] : ['not done after its moves']),
        ...wrongPrediction(step, came),
        ...numbers.flatMap(({ number, measured }) => wrongNumber(number, measured, after)),
        ...Object.entries(step.shown ?? {}).flatMap(([name, shown]) =>
          measure(shown.measure, after) === null ? [`nothing to show for ${name}`] : [],
        ),
      ],
    };
  });
  return { steps, quiz: lesson.quiz.flatMap((quiz) => quiz.variants.map((_, variant) => answered(lesson, quiz, variant))) };
}

/** A variant of a question played from the lesson's own design: what the engine says. */
export function answerOf(lesson: Lesson, quiz: Quiz, variant: number): number | null {
  const bench = createBench(lesson.design);
  for (const move of quiz.variants[variant].moves) bench.make(move);
  return measure(quiz.answer.measure, bench.situation());
}

const answered = (lesson: Lesson, quiz: Quiz, variant: number): VariantWalked => ({
  quiz: quiz.id,
  given: quiz.variants[variant].given,
  answer: answerOf(lesson, quiz, variant),
});

function predicted({ predict }: Step, situation: Situation): StepWalked['came'] {
  if (predict === undefined) return null;
  if (predict.ask === 'number') return measure(predict.result, situation);
  return predict.answers.filter(({ right }) => judge(right, situation) === true).map(({ id }) => id);
}

function wrongPrediction({ predict }: Step, came: StepWalked['came']): string[] {
  if (predict === undefined) return [];
  if (predict.ask === 'choice')
    return Array.isArray(came) && came.length === 1 ? [] : [`answers that are right: ${String(came) || 'none'}`];
  if (typeof came !== 'number') return ['nothing came out to lay the guess over'];
  return came >= predict.least && came <= predict.most ? [] : [`came out as ${came}, beyond what can be guessed`];
}

function wrongNumber({ source, goal, least, most }: AhaNumber, measured: number | null, situation: Situation): string[] {
  const isWithin = measured !== null && measured >= least && measured <= most;
  return isWithin && judgeGoal(goal, situation).met ? [] : [`${source}: measured ${measured}, stated ${least} to ${most}`];
}
