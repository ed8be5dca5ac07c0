import { describe, expect, it } from 'vitest';
import { nodeKinds, specs } from '../nodes/specs.ts';
import { defaultsOf, type Fields } from '../schema/fields.ts';
import { fieldWords } from './fieldWords.ts';
import { dialogsEn } from './late/dialogs.en.ts';
import { dialogsKo } from './late/dialogs.ko.ts';
import { loadText } from './text.ts';

const en = { ...(await loadText('en')), settings: await fieldWords.en(), dialogs: dialogsEn };
const ko = { ...(await loadText('ko')), settings: await fieldWords.ko(), dialogs: dialogsKo };

/** Stands for any parameter: reads as `X`, and so does every property of it. */
const anything: string = new Proxy(Object('X') as object, {
  get: (target, name) => {
    if (name === Symbol.toPrimitive || name === 'toString' || name === 'valueOf') return () => 'X';
    const own = Reflect.get(target, name) as unknown;
    return typeof own === 'function' ? own.bind('X') : (own ?? 'X');
  },
}) as unknown as string;

/** Every entry as [path, words]; functions are called with stand-ins. Summaries want a kind's own values and have their own test. */
function entries(text: unknown, path = ''): [string, string][] {
  if (path.endsWith('.summary') && path.startsWith('kinds.')) return [];
  if (typeof text === 'string') return [[path, text]];
  if (typeof text === 'function') return [[path, String((text as (...given: string[]) => string)(...Array(text.length).fill(anything)))]];
  return Object.entries(text as object).flatMap(([name, inner]) => entries(inner, path === '' ? name : `${path}.${name}`));
}

/** Words that are the same in Korean: names, signs, and what is written in Latin letters there too. */
const sameInKorean = /^(Faultline|English|DNS|CDN|p50|p95|p99|CSV|timestamp,value.*|[^\p{L}]*)$/su;

const koEntries = entries(ko).filter(([path]) => path !== 'locale');

describe('the dictionaries', () => {
  it('have the same entries', () => {
    // Labels of ready designs are English as they are: which of them Korean has words for, `panels/localTemplates.test.ts` asks.
    const pathsOf = (text: unknown) => entries(text).flatMap(([path]) => (path.startsWith('templates.labels.') ? [] : [path]));
    expect(pathsOf(ko)).toEqual(pathsOf(en));
    expect(koEntries.length).toBeGreaterThan(500);
  });

  it('leave no English in Korean', () => {
    const plain = (words: string) => words.replaceAll('X', '').trim();
    const left = koEntries.filter(([, words]) => !/\p{Script=Hangul}/u.test(words) && !sameInKorean.test(plain(words)));
    // Units, and the unit after a number, are written in Latin letters in Korean too.
    expect(left.filter(([, words]) => !/^\W*(ms|s|\/s)\W*$/.test(plain(words)))).toEqual([]);
  });

  it('leave no Korean in English but the name of the language', () => {
    const korean = entries(en).filter(([, words]) => /\p{Script=Hangul}/u.test(words));
    expect(korean.map(([path]) => path)).toEqual(['panels.header.languages.ko']);
  });

  it('say something everywhere, and never undefined', () => {
    for (const [path, words] of [...entries(en), ...entries(ko)]) {
      expect(words, path).not.toMatch(/undefined|NaN|\[object/);
      expect(words.trim(), path).not.toBe('');
    }
  });

  it('name every field, option and metric of every kind', () => {
    for (const t of [en, ko]) {
      for (const kind of nodeKinds) {
        expect(Object.keys(t.settings.kinds[kind].fields)).toEqual(Object.keys(specs[kind].fields));
        expect(Object.keys(t.settings.kinds[kind].metrics)).toEqual(Object.keys(specs[kind].metrics));
        expect(t.kinds[kind].summary(defaultsOf<Fields>(specs[kind].fields))).toMatch(/^(?!.*(undefined|NaN)).{2,24}$/);
      }
    }
  });
});
