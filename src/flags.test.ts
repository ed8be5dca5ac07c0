import { describe, expect, it } from 'vitest';
import { parseFlags } from './flags.ts';

const nothing = { lang: null, theme: null, template: null, seed: null, speed: null, paused: false, slow: null, t: null, tests: false };

describe('parseFlags', () => {
  it('reads every switch', () => {
    expect(parseFlags('?lang=ko&theme=dark&template=chapter&seed=a%20b&speed=16&paused&slow=0&t=41.5')).toEqual({
      lang: 'ko',
      theme: 'dark',
      template: 'chapter',
      seed: 'a b',
      speed: 16,
      paused: true,
      slow: false,
      t: 41.5,
      tests: false,
    });
    for (const test of ['?fuzz', '?fuzzKeys&seed=7', '?stringTest=xss']) expect(parseFlags(test).tests).toBe(true);
    expect(parseFlags('?speed=max').speed).toBe(Number.POSITIVE_INFINITY);
  });

  it.each([
    '',
    '?',
    '?lang=xx&theme=&template=../x&speed=-1&t=NaN&paused=0',
    '?speed=1e9&t=Infinity&seed=',
    '?speed=0&t=1e999&template=__proto__',
  ])('takes %j for no switch at all', (search) => {
    expect(parseFlags(search)).toEqual(nothing);
  });
});
