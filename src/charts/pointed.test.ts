import { expect, it } from 'vitest';
import { intervalAt } from './pointed.ts';

it('finds the interval that holds a moment, wherever intervals end and whatever their length', () => {
  const intervals = [0, 2, 4, 6, 7].map((start, i) => ({ start, end: [2, 4, 6, 7, 7.5][i] }));
  for (let time = 0; time < 7.5; time += 0.1) {
    const { start, end } = intervals[intervalAt(intervals, time)];
    expect(start <= time && time < end).toBe(true);
  }
  expect(intervalAt(intervals, 7.5)).toBe(-1);
  expect(intervalAt(intervals, -0.1)).toBe(-1);
  expect(intervalAt([], 1)).toBe(-1);
  expect(
    intervalAt(
      [
        { start: 0, end: 1 },
        { start: 5, end: 6 },
      ],
      3,
    ),
  ).toBe(-1);
});
