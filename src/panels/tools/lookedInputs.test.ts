import { expect, it } from 'vitest';
import { inputsGiven } from '../story/why/explainedGiven.ts';
import { lookedInputs } from './lookedInputs.ts';

const read = (text: string): Record<string, number> => Object.fromEntries(inputsGiven(text).map(({ name, value }) => [name, value]));

it('of a tier: the formula of each number, with its inputs, gives the number that is shown', () => {
  const tier = { answersPerSecond: 120, failedShare: 0.05, up: 3, there: 4 };
  const { rate, errors, busy, p99 } = lookedInputs(tier, { at: 30, every: 5 });
  expect(read(rate)).toEqual({ to: 30, everyLook: 5, up: 3, hostRate: 40 });
  expect(read(rate).up * read(rate).hostRate).toBe(tier.answersPerSecond);
  expect(read(errors).failedRate / read(errors).answeredRate).toBeCloseTo(tier.failedShare, 12);
  expect(read(busy)).toEqual({ to: 30, everyLook: 5, up: 3 });
  expect(read(p99)).toEqual({ to: 30, everyLook: 5, up: 3, answeredRate: 120 });
});

it('of a host: there are no hosts in it; of what was never looked at no moment is told', () => {
  const host = { answersPerSecond: 0, failedShare: 0, up: 1 };
  const { rate, errors, busy } = lookedInputs(host, { at: -1, every: 5 });
  expect(read(rate)).toEqual({ everyLook: 5 });
  expect(read(errors)).toEqual({ everyLook: 5, failedRate: 0, answeredRate: 0 });
  expect(read(busy)).toEqual({ everyLook: 5 });
  expect(read(lookedInputs({ ...host, there: 2, up: 0 }, { at: 10, every: 5 }).rate)).toEqual({ to: 10, everyLook: 5, up: 0 });
});
