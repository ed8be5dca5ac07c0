import { expect, it } from 'vitest';
import { inputsGiven } from '../story/why/explainedGiven.ts';
import { type Scored, scoreInputs } from './scoreInputs.ts';

const line = (group: Scored['lines'][number]['group'], points: number, earned: number): Scored['lines'][number] => ({
  id: group,
  group,
  points,
  earned,
  value: 1,
  at: null,
  overall: null,
});
const grade: Scored = {
  lines: [line('steady', 60, 55), line('cost', 40, 30)],
  seeds: [1, 2, 3].map((seed) => ({ seed, score: 85, framesHash: 'f', endedAt: null })),
};
const read = (text: string): Record<string, number> => Object.fromEntries(inputsGiven(text).map(({ name, value }) => [name, value]));

it('adds up what the lines earned, of all or of one kind', () => {
  expect(read(scoreInputs(grade))).toEqual({ earned: 85, points: 100, worlds: 3 });
  expect(read(scoreInputs({ ...grade, fatal: [] }, 'cost'))).toEqual({ earned: 30, points: 40, worlds: 3 });
});

it('where something fatal happened the cap is one of the inputs of the whole score, so that 40 of 85 earned is understood', () => {
  const fatal = { ...grade, fatal: ['lost-writes'] };
  expect(read(scoreInputs(fatal))).toEqual({ earned: 85, points: 100, worlds: 3, cap: 40 });
  expect(read(scoreInputs(fatal, 'cost'))).toEqual({ earned: 30, points: 40, worlds: 3 });
});
