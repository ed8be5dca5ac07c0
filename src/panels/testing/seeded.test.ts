import { expect, it } from 'vitest';
import { chanceOf } from './seeded.ts';

it('the same seed draws the same, another one something else, all over the range', () => {
  const draws = (seed: string) => {
    const chance = chanceOf(seed);
    return Array.from({ length: 1000 }, () => chance.below(10));
  };
  expect(draws('7')).toEqual(draws('7'));
  expect(draws('7')).not.toEqual(draws('8'));
  expect(new Set(draws(''))).toEqual(new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]));
});
