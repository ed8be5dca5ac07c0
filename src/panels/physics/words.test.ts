import { describe, expect, it } from 'vitest';
import { physicsEn } from '../../i18n/late/physics.en.ts';
import { physicsKo } from '../../i18n/late/physics.ko.ts';
import { physicsCasesKo } from '../../i18n/late/physicsCases.ko.ts';
import text from '../../library/physics/cases.json?raw';
import { readCase } from '../../physics/caseFile.ts';
import { listCases } from '../../physics/caseList.ts';
import { isInFamily } from '../../physics/families.ts';
import { metricName } from './words.ts';

const cases = listCases(text).map(({ value, position }) => readCase(value, position));
const names = [...new Set(cases.flatMap(({ expected }) => Object.keys(expected)))];

describe('the words of the cases', () => {
  it('name every metric, in both languages', () => {
    expect(names.length).toBeGreaterThan(100);
    const nameless = (metrics: Readonly<Record<string, string>>) =>
      names.filter((name) => metricName(metrics, name) === name.replaceAll('_', ' '));
    expect(nameless(physicsEn.metrics).filter((name) => name !== 'amplification')).toEqual([]);
    expect(nameless(physicsKo.metrics)).toEqual([]);
    const foreign = Object.values(physicsKo.metrics).filter((words) => !/\p{Script=Hangul}/u.test(words) && !/^p\d+$/.test(words));
    expect(foreign).toEqual([]);
  });

  it('say in Korean what every case is, with every number that its file has', () => {
    const told = listCases(text).map(({ id, value }) => ({ id, english: (value as { description: string }).description }));
    expect(Object.keys(physicsCasesKo).sort()).toEqual(told.map(({ id }) => id).sort());
    const numbersIn = (words: string): string[] => words.match(/\d+(\.\d+)?/g) ?? [];
    for (const { id, english } of told) {
      const korean = physicsCasesKo[id];
      expect(korean, id).toMatch(/\p{Script=Hangul}.*\.\)?$/u);
      const [asked, said] = [new Set(numbersIn(english)), new Set(numbersIn(korean))];
      expect(
        [...asked].filter((number) => !said.has(number)),
        id,
      ).toEqual([]);
      // what English spells out, one to five
      expect(
        [...said].filter((number) => !asked.has(number) && !/^[1-5]$/.test(number)),
        id,
      ).toEqual([]);
    }
  });

  it('have a family for every kind of case', () => {
    expect(cases.filter(({ kind }) => !isInFamily(kind)).map(({ kind }) => kind)).toEqual([]);
  });
});
