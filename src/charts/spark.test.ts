import { expect, it } from 'vitest';
import { sparkColumn, sparkPath } from './spark.ts';

it('goes from zero at the bottom to the greatest at the top', () => {
  expect(sparkPath([0, 5, 10], 20, 10)).toBe('M0.0,10.0L10.0,5.0L20.0,0.0');
  expect(sparkPath([0, 0], 20, 10)).toBe('M0.0,10.0L20.0,10.0');
});

it('leaves a gap where nothing was measured, and is nothing where nothing was', () => {
  expect(sparkPath([10, null, 10, 10], 30, 10)).toBe('M0.0,0.0M20.0,0.0L30.0,0.0');
  expect(sparkPath([null, null], 30, 10)).toBe('');
  expect(sparkPath([], 30, 10)).toBe('');
});

it('loses no peak of a long run', () => {
  const values = Array.from({ length: 600 }, (_, i) => (i === 301 ? 9 : 1));
  const column = sparkColumn(values, 56);
  expect(column).toHaveLength(56);
  expect(column.filter((value) => value === 9)).toHaveLength(1);
});
