import { expect, it } from 'vitest';
import { hotFrom } from './heat.ts';

it('a row stands out with more than twice the mean of those that were measured', () => {
  const values = [[10], [20], [90], [null]];
  expect(hotFrom(values, 0)).toBe(80);
  expect(90 > hotFrom(values, 0)).toBe(true);
});

it('of two rows none can, and nothing stands out where nothing was measured', () => {
  expect(hotFrom([[0], [100]], 0)).toBe(Number.POSITIVE_INFINITY);
  expect(hotFrom([[null], [null], [null]], 0)).toBe(Number.POSITIVE_INFINITY);
});
