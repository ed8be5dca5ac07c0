import { expect, it } from 'vitest';
import type { Lesson } from '../../lessons/lesson.ts';
import { answeredQuiz, begun, guessed, type Progress, ticked, wentOn } from '../../lessons/progress.ts';
import { twoTiers } from '../../lessons/two-tiers/lesson.ts';
import type { ClassState } from './classStore.ts';
import { classGuess, moveOf } from './lessonMove.ts';

const lesson: Lesson = twoTiers;
const silent: ClassState = { lesson: 'two-tiers', votes: {}, numbers: {}, asked: {}, isShowing: false };
const place = (progress: Progress, shown = progress.at) => ({ lesson, progress, found: null, shown });
const tick = { came: 1, shown: {} };
const start = begun(lesson);

it('goes by one key from the question over the run to its reason and the next step', () => {
  expect(moveOf(place(start), silent, 'paused')).toBe('guess');
  const guess = guessed(lesson, start, 0.5);
  expect(moveOf(place(guess), silent, 'paused')).toBe('play');
  expect(moveOf(place(guess), silent, 'playing'), 'impatient: its end').toBe('show');
  const done = ticked(lesson, guess, tick);
  expect(moveOf(place(done), silent, 'paused')).toBe('on');
  const second = wentOn(lesson, done, lesson.design);
  expect(moveOf(place(second), silent, 'paused')).toBe('guess');
  expect(moveOf(place(guessed(lesson, second, 253)), silent, 'paused'), 'it asks for more than to be played').toBe('show');
});

it('comes back to the step in hand from one that was looked at again, and waits while it shows how', () => {
  const second = wentOn(lesson, ticked(lesson, guessed(lesson, start, 0.5), tick), lesson.design);
  expect(moveOf(place(second, 0), silent, 'paused')).toBe('later');
  const showing = { ...silent, isShowing: true };
  expect(moveOf(place(guessed(lesson, second, 253)), showing, 'paused')).toBe('nothing');
  expect(moveOf(place(ticked(lesson, guessed(lesson, second, 253), tick)), showing, 'paused'), 'its reason is there').toBe('on');
  expect(moveOf({ ...place(start), found: { progress: second, savedAt: 0 } }, silent, 'paused')).toBe('continue');
  expect(moveOf({ lesson: null, progress: null, found: null, shown: 0 }, silent, 'paused')).toBe('nothing');
});

it('lets the engine answer each question once', () => {
  const end: Progress = { ...start, at: lesson.steps.length };
  const mine = answeredQuiz(end, 'knee', { variant: 0, given: 1, answer: 2, right: false });
  expect(moveOf(place(mine), silent, 'paused'), 'what was answered alone is not told').toBe('answer');
  expect(moveOf(place(end), { ...silent, asked: { knee: 'playing' } }, 'paused')).toBe('nothing');
});

it('takes the answer of most, no answer where nobody voted, and the middle where no number was agreed on', () => {
  const dies = lesson.steps.find(({ id }) => id === 'database-dies')!;
  expect(classGuess(dies, silent)).toBe('');
  expect(classGuess(dies, { ...silent, votes: { 'database-dies': { none: 0, half: 3, all: 7 } } })).toBe('all');
  const [first] = lesson.steps;
  expect(classGuess(first, silent)).toBeCloseTo(0.5);
  expect(classGuess(first, { ...silent, numbers: { 'one-box': 0.8 } })).toBe(0.8);
});
