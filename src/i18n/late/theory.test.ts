import { expect, it } from 'vitest';
import { theoryEn } from './theory.en.ts';
import { theoryKo } from './theory.ko.ts';

/** Every entry as [path, words]; functions are called with stand-ins. */
function entries(text: unknown, path = ''): [string, string][] {
  if (typeof text === 'string') return [[path, text]];
  if (typeof text === 'function') return [[path, String((text as (...given: string[]) => string)(...Array(text.length).fill('X')))]];
  return Object.entries(text as object).flatMap(([name, inner]) => entries(inner, `${path}.${name}`));
}

it('speaks of theory in two languages, with the same entries', () => {
  const [en, ko] = [entries(theoryEn), entries(theoryKo)];
  expect(ko.map(([path]) => path)).toEqual(en.map(([path]) => path));
  for (const [path, words] of [...en, ...ko]) expect(words, path).not.toMatch(/undefined|NaN|\[object|^\s*$/);
  // names of models and percentiles are written in Latin letters in Korean too
  const plain = ko.filter(([path, words]) => !/\p{Script=Hangul}/u.test(words) && !/\.name$|\.p\d+$|\.wire$/.test(path));
  expect(plain).toEqual([]);
  expect(en.filter(([, words]) => /\p{Script=Hangul}/u.test(words))).toEqual([]);
});
