import { expect, it } from 'vitest';
import { gradeSeed } from './grade.ts';
import { answerOf, calmTask, commitmentText, factsKnown, isRight, worthAsked } from './interview.ts';
import { mergeSeeds } from './merge.ts';
import type { Prompt } from './prompt.ts';
import { paired, taskForTests } from './taskForTests.ts';

const prompt = {
  ...taskForTests,
  facts: [
    { id: 'day', value: 86_400, unit: '', free: true },
    { id: 'views', value: 864_000, unit: '' },
  ],
  clarifications: [
    { id: 'how-many', unlocks: ['views'], worth: 0.7 },
    { id: 'where', unlocks: [], worth: 0.3 },
  ],
  estimates: [{ id: 'rate', unit: '/s', answer: 'views / day', within: 2 }],
} as unknown as Prompt;

it('a question that was asked unlocks its facts and is worth its share', () => {
  expect(factsKnown(prompt, [])).toEqual(['day']);
  expect(factsKnown(prompt, ['how-many'])).toEqual(['day', 'views']);
  expect(worthAsked(prompt, ['where'])).toBe(0.3);
});

it('an estimate is right within its factor either way', () => {
  const [rate] = prompt.estimates;
  expect(answerOf(prompt, rate)).toBe(10);
  expect([5, 10, 20].map((given) => isRight(prompt, rate, given))).toEqual([true, true, true]);
  expect([4.9, 20.1, 0, Number.NaN].map((given) => isRight(prompt, rate, given))).toEqual([false, false, false, false]);
});

it('what is promised changes with the chaos and with nothing else', () => {
  expect(commitmentText({ ...taskForTests, budgetUsd: 1 } as typeof taskForTests)).toBe(commitmentText(taskForTests));
  expect(commitmentText({ ...taskForTests, chaos: taskForTests.chaos.slice(1) })).not.toBe(commitmentText(taskForTests));
});

it('a check on the way asks only for what steady load shows, and nothing breaks in it', () => {
  const calm = calmTask(taskForTests);
  expect(calm.rubric.map(({ id }) => id)).toEqual(['reach', 'p99', 'cost', 'alone', 'room']);
  const grade = mergeSeeds(calm, [gradeSeed(calm, paired, 1)]);
  expect(grade.score).toBe(60);
  expect(grade.scenario).toEqual([]);
});
