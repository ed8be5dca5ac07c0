import { expect, it } from 'vitest';
import { createPhotographCost } from './photographCost.ts';

const mb = 1e6;

it('is what they took, as long as that is usual', () => {
  const cost = createPhotographCost();
  for (const ms of [4, 5, 4, 6]) cost.add(ms, 4 * mb);
  expect(cost.ms).toBeCloseTo(19, 9);
  cost.add(12, 8 * mb);
  expect(cost.ms).toBeCloseTo(31, 9);
});

it('counts one that was disturbed for little more than a usual one', () => {
  const cost = createPhotographCost();
  for (let i = 0; i < 10; i++) cost.add(4, 4 * mb);
  cost.add(2000, 4 * mb);
  expect(cost.ms).toBeGreaterThan(44);
  expect(cost.ms).toBeLessThan(60);
});

it('follows when all of them come to cost more', () => {
  const cost = createPhotographCost();
  cost.add(1, mb);
  for (let i = 0; i < 30; i++) cost.add(50, mb);
  const before = cost.ms;
  cost.add(50, mb);
  expect(cost.ms - before).toBe(50);
});
