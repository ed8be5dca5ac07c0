import { describe, expect, it } from 'vitest';
import type { Grade } from '../prompts/merge.ts';
import { parseKept } from './interviewKept.ts';
import { isSame } from './interviewPlay.ts';

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

describe('what is kept on a device', () => {
  it('goes on as an older page wrote it: with a coach, its own clock, and without a drill', () => {
    const before =
      '{"prompt":"url-shortener","pace":1.5,"beganAt":1764450000000,"away":12.5,"asked":["peak"],"estimates":{"peakUs":1750},"commitment":"ab12"}';
    expect(parseKept(before)).toEqual({
      prompt: 'url-shortener',
      mode: 'coach',
      pace: 1.5,
      clock: { elapsed: 0, lastAt: 1764450000000, away: 12.5, awayFrom: null, marks: [] },
      extra: {},
      documentId: null,
      asked: ['peak'],
      estimates: { peakUs: 1750 },
      commitment: 'ab12',
      hasChecked: false,
      luck: '',
      drill: null,
      session: null,
      phases: [{ phase: 'requirements', at: 0 }],
      bookmarks: [],
      struck: [],
    });
  });

  it('is nothing where it is none of ours', () => {
    for (const text of [null, '', 'null', '3', '{}', '{"prompt":"poker"}', '{"prompt"']) expect(parseKept(text)).toBeNull();
  });
});
