/** How far somebody has come in a lesson, and what a step says when it ticks itself. Pure. */

import type { Design } from '../design/design.ts';
import { judge } from '../goals/judge.ts';
import { measure } from '../goals/measure.ts';
import type { Situation } from '../goals/situation.ts';
import type { Lesson, LessonId, Step } from './lesson.ts';

/** A number in the measure's own unit, or the id of an answer. */
export type Guess = number | string;

export interface Ticked {
  /** What came out of what was asked; null of steps that ask nothing. */
  came: Guess | null;
  /** Numbers of the learner's own run, by the names that the explanation has for them. */
  shown: Readonly<Record<string, number>>;
}

export interface Answered {
  variant: number;
  given: number;
  /** What the engine says, in the measure's own unit. */
  answer: number;
  right: boolean;
}

export interface Progress {
  id: LessonId;
  /** The step in hand; one past the last: the questions. */
  at: number;
  guesses: Readonly<Record<string, Guess>>;
  ticked: Readonly<Record<string, Ticked>>;
  answers: Readonly<Record<string, Answered>>;
  /** The design as each step that was reached began. */
  begins: readonly Design[];
}

export const begun = ({ id, design }: Pick<Lesson, 'id' | 'design'>): Progress => ({
  id,
  at: 0,
  guesses: {},
  ticked: {},
  answers: {},
  begins: [design],
});

/** Whether the run has to wait for a guess. */
export function isLocked({ steps }: Lesson, { at, guesses }: Progress): boolean {
  const step = steps[at];
  return step?.predict !== undefined && guesses[step.id] === undefined;
}

/** What the step in hand says when it is done; null while it is not, or while its guess is still missing. */
export function tickOf(lesson: Lesson, progress: Progress, situation: Situation): Ticked | null {
  const step = lesson.steps[progress.at];
  if (step === undefined || progress.ticked[step.id] || isLocked(lesson, progress)) return null;
  if (judge(step.done, situation) !== true) return null;
  const came = cameOf(step, situation);
  if (step.predict && came === null) return null;
  const shown = Object.entries(step.shown ?? {}).flatMap(([name, { measure: asked }]) => {
    const value = measure(asked, situation);
    return value === null ? [] : [[name, value] as const];
  });
  return { came, shown: Object.fromEntries(shown) };
}

function cameOf({ predict }: Step, situation: Situation): Guess | null {
  if (predict === undefined) return null;
  if (predict.ask === 'number') return measure(predict.result, situation);
  return predict.answers.find(({ right }) => judge(right, situation) === true)?.id ?? null;
}

/** The guess of the step in hand; the first one counts. */
export function guessed({ steps }: Lesson, progress: Progress, guess: Guess): Progress {
  const step = steps[progress.at];
  if (!step?.predict || progress.guesses[step.id] !== undefined) return progress;
  return { ...progress, guesses: { ...progress.guesses, [step.id]: guess } };
}

/** What was guessed of the users' response times in the step in hand, seconds; null of everything else. */
export function guessedSeconds({ steps }: Lesson, { at, guesses }: Progress): number | null {
  const step = steps[at];
  const guess = step && guesses[step.id];
  const isTime = step?.predict?.ask === 'number' && step.predict.unit === 'ms' && step.predict.result.of === 'users';
  return isTime && typeof guess === 'number' ? guess / 1000 : null;
}

export function ticked({ steps }: Lesson, progress: Progress, tick: Ticked): Progress {
  return { ...progress, ticked: { ...progress.ticked, [steps[progress.at].id]: tick } };
}

/** The step in hand as if it had not been done. */
export function unticked({ steps }: Lesson, progress: Progress): Progress {
  const { [steps[progress.at]?.id ?? '']: _, ...rest } = progress.ticked;
  return { ...progress, ticked: rest };
}

/** On to the next step once the one in hand is done; it begins with the design as it stands. */
export function wentOn({ steps }: Lesson, progress: Progress, design: Design): Progress {
  const step = steps[progress.at];
  if (step === undefined || !progress.ticked[step.id]) return progress;
  return { ...progress, at: progress.at + 1, begins: [...progress.begins.slice(0, progress.at + 1), design] };
}

/** Whether an answer is right, within the share that the question allows. */
export function isRight(given: number, answer: number, within: number): boolean {
  return Math.abs(given - answer) <= within * Math.abs(answer);
}

export const answeredQuiz = (progress: Progress, quiz: string, answer: Answered): Progress => ({
  ...progress,
  answers: { ...progress.answers, [quiz]: answer },
});

export const isFinished = ({ steps, quiz }: Lesson, { at, answers }: Progress): boolean =>
  at >= steps.length && quiz.every(({ id }) => answers[id] !== undefined);

/** Whether there is anything to go on from. */
export const isUnderWay = ({ at, guesses, ticked: done }: Progress): boolean =>
  at > 0 || Object.keys(guesses).length > 0 || Object.keys(done).length > 0;

/**
 * What was kept of a lesson, as far as it makes sense for the lesson as it is today: what is not of it is left out, and whoever stood
 * behind a step that is no longer there stands at the last one before it.
 * @param design reads a design that was kept; null where it is none
 */
export function readProgress(lesson: Lesson, given: unknown, design: (given: unknown) => Design | null): Progress | null {
  if (typeof given !== 'object' || given === null) return null;
  const { id, at, guesses, ticked: done, answers, begins } = given as Record<string, unknown>;
  if (id !== lesson.id || typeof at !== 'number' || !Number.isInteger(at) || at < 0 || !Array.isArray(begins)) return null;
  const steps = lesson.steps.map((step) => step.id);
  const kept = begins.slice(0, steps.length + 1).map(design);
  const good = kept.indexOf(null);
  const designs = (good < 0 ? kept : kept.slice(0, good)) as Design[];
  const read: Progress = {
    id: lesson.id,
    at: 0,
    guesses: entriesOf(guesses, steps, (value): value is Guess => typeof value === 'number' || typeof value === 'string'),
    ticked: entriesOf(done, steps, isTicked),
    answers: entriesOf(
      answers,
      lesson.quiz.map((quiz) => quiz.id),
      isAnswered,
    ),
    begins: designs,
  };
  const undone = steps.findIndex((step) => !read.ticked[step]);
  const furthest = Math.min(at, undone < 0 ? steps.length : undone, designs.length - 1);
  return furthest < 0 ? null : { ...read, at: furthest };
}

function entriesOf<T>(given: unknown, names: readonly string[], is: (value: unknown) => value is T): Record<string, T> {
  if (typeof given !== 'object' || given === null) return {};
  const known = given as Record<string, unknown>;
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(known, name) && is(known[name]) ? [[name, known[name] as T]] : [])));
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function isTicked(value: unknown): value is Ticked {
  const { came, shown } = (value ?? {}) as Partial<Ticked>;
  const isShown = typeof shown === 'object' && shown !== null && Object.values(shown).every(isNumber);
  return isShown && (came === null || isNumber(came) || typeof came === 'string');
}

function isAnswered(value: unknown): value is Answered {
  const { variant, given, answer, right } = (value ?? {}) as Partial<Answered>;
  return isNumber(variant) && isNumber(given) && isNumber(answer) && typeof right === 'boolean';
}
