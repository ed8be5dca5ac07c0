import { describe, expect, it } from 'vitest';
import { type Lesson, type LessonId, type LessonWords, lessonIds } from './lesson.ts';
import { lessonPlaces } from './registry.ts';
import { walk } from './walk.ts';

const mostWords = 35;
const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const namesIn = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
const here = lessonIds.filter((id) => lessonPlaces[id] !== undefined);

describe.each(here)('lesson %s', (id: LessonId) => {
  const place = lessonPlaces[id]!;

  it('can be walked: each step ticks itself after its moves and not before, and shows its numbers', async () => {
    const walked = walk(await place.lesson());
    const told = walked.steps.flatMap((step) => step.problems.map((problem) => `${step.id}: ${problem}`));
    expect(told).toEqual([]);
    for (const { quiz, given, answer } of walked.quiz) expect(answer, `${quiz} ${JSON.stringify(given)}`).not.toBeNull();
    const answersOf = (quiz: string) => new Set(walked.quiz.filter((variant) => variant.quiz === quiz).map(({ answer }) => answer));
    const { quiz } = await place.lesson();
    for (const { id: question, variants } of quiz) expect(answersOf(question).size, question).toBe(variants.length);
  });

  it('has six to nine steps, a prediction, questions with variants, and the id it is found by', async () => {
    const lesson = await place.lesson();
    expect(lesson.id).toBe(id);
    expect(lesson.number).toBe(lessonIds.indexOf(id) + 1);
    expect(lesson.steps.length).toBeGreaterThanOrEqual(6);
    expect(lesson.steps.length).toBeLessThanOrEqual(9);
    expect(lesson.steps.filter(({ predict }) => predict !== undefined).length).toBeGreaterThanOrEqual(1);
    expect(lesson.steps.flatMap(({ numbers = [] }) => numbers).length).toBeGreaterThanOrEqual(1);
    expect(lesson.quiz.length).toBeGreaterThanOrEqual(1);
    for (const { variants } of lesson.quiz) expect(variants.length).toBeGreaterThanOrEqual(3);
    expect(new Set(lesson.steps.map((step) => step.id)).size).toBe(lesson.steps.length);
  });

  it.each(['en', 'ko'] as const)('says everything in %s, briefly', async (language) => {
    const words = await place.words[language]();
    const lesson = await place.lesson();
    expect(Object.keys(words.steps)).toEqual(lesson.steps.map((step) => step.id));
    expect(Object.keys(words.quiz)).toEqual(lesson.quiz.map((quiz) => quiz.id));
    expect(words.teacher.length).toBeGreaterThanOrEqual(3);
    for (const problem of [...stepProblems(lesson, words), ...quizProblems(lesson, words)]) expect.soft(problem).toBeNull();
  });
});

function stepProblems({ steps }: Lesson, words: LessonWords): string[] {
  return steps.flatMap((step) => {
    const { task, question, answers = {}, explanation, hints } = words.steps[step.id];
    const long = [task, question ?? '', explanation, ...hints].filter((text) => wordsIn(text) > mostWords);
    const asked = step.predict?.ask === 'choice' ? step.predict.answers.map((answer) => answer.id) : [];
    const unknown = namesIn(explanation).filter((name) => step.shown?.[name] === undefined);
    return [
      ...long.map((text) => `too long: ${text}`),
      ...unknown.map((name) => `${step.id} shows no ${name}`),
      ...(step.predict && !question ? [`${step.id} asks without a question`] : []),
      ...(asked.join() === Object.keys(answers).join() ? [] : [`${step.id} has other answers: ${Object.keys(answers)}`]),
      ...(hints[0] && hints[1] && hints[0] !== hints[1] ? [] : [`${step.id} has no two hints`]),
    ];
  });
}

function quizProblems({ quiz }: Lesson, words: LessonWords): string[] {
  return quiz.flatMap(({ id, variants }) =>
    variants.flatMap(({ given }) => {
      const named = namesIn(words.quiz[id].question);
      const missing = named.filter((name) => given[name] === undefined);
      return [...missing.map((name) => `${id} is not given ${name}`), ...(named.length > 0 ? [] : [`${id} is the same in every variant`])];
    }),
  );
}
