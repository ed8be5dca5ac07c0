import { describe, expect, it } from 'vitest';
import { physicsEn } from '../../i18n/late/physics.en.ts';
import { physicsKo } from '../../i18n/late/physics.ko.ts';
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

  it('have a family for every kind of case', () => {
    expect(cases.filter(({ kind }) => !isInFamily(kind)).map(({ kind }) => kind)).toEqual([]);
  });
});
