import { expect, it } from 'vitest';
import { Memory } from '../../engine/memory.ts';
import { Recommendations } from './recommendations.ts';

it('the most that was recommended after a moment, and always the last', () => {
  const recent = new Recommendations(new Memory());
  for (const [at, count] of [
    [0, 5],
    [10, 3],
    [20, 9],
    [30, 4],
  ])
    recent.add(at, count);
  expect(recent.mostSince(-1)).toBe(9);
  expect(recent.mostSince(20)).toBe(4);
  expect(recent.mostSince(19)).toBe(9);
  expect(recent.mostSince(100)).toBe(4);
});

it('of a long time, only what is still remembered', () => {
  const recent = new Recommendations(new Memory());
  recent.add(0, 100);
  for (let at = 1; at < 720; at++) recent.add(at, 2);
  expect(recent.mostSince(-1)).toBe(100);
  recent.add(720, 2);
  expect(recent.mostSince(-1)).toBe(2);
});
