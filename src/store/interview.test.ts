import { expect, it } from 'vitest';
import type { Grade } from '../prompts/merge.ts';
import { isSame, sha256 } from './interview.ts';

it('a promise is hashed as everybody hashes', async () => {
  expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

it('a report is the same only if every seed came to the same frames', () => {
  const grade = {
    score: 90,
    lines: [{ id: 'p99', value: 1 }],
    seeds: [
      { seed: 1, framesHash: 'a' },
      { seed: 2, framesHash: 'b' },
    ],
  } as unknown as Grade;
  expect(isSame(grade, structuredClone(grade))).toBe(true);
  expect(isSame(grade, { ...grade, seeds: [grade.seeds[0], { ...grade.seeds[1], framesHash: 'c' }] })).toBe(false);
  expect(isSame(grade, { ...grade, score: 91 })).toBe(false);
});
