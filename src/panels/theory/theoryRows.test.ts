import { expect, it } from 'vitest';
import type { Measured } from '../../physics/textbook/measured.ts';
import { agreesWith } from './theoryRows.ts';

const known = (value: number, half: number, isConverged: boolean): Measured => ({
  state: 'known',
  value,
  low: value - half,
  high: value + half,
  relative: half / value,
  isConverged,
});

it.each<[string, Measured, boolean | null]>([
  ['within its interval', known(98, 3, true), true],
  ['within its interval, not converged', known(90, 12, false), true],
  ['outside', known(95, 3, true), false],
  ['just outside, not converged', known(85, 12, false), null],
  ['far outside, not converged', known(70, 12, false), false],
  ['not settled', { state: 'unsettled', value: 100 }, null],
  ['too few', { state: 'few' }, null],
])('theory says 100 and what is measured is %s', (_, measured, agrees) => {
  expect(agreesWith({ value: 100, basis: 'exact' }, measured)).toBe(agrees);
});

it('forgives an approximation what it is known to be off by', () => {
  const measured = known(96.2, 3, true);
  expect(agreesWith({ value: 100, basis: 'exact' }, measured)).toBe(false);
  expect(agreesWith({ value: 100, basis: 'approximation' }, measured)).toBe(true);
});
