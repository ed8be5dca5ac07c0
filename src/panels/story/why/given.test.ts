import { expect, it } from 'vitest';
import { whyEn } from '../../../i18n/late/why.en.ts';
import { whyKo } from '../../../i18n/late/why.ko.ts';
import { given, givenNames, inputsGiven, isGiven } from './given.ts';

it('reads back what was given', () => {
  const inputs = [
    { name: 'worlds', value: 8, unit: '' },
    { name: 'spent', value: 1.25e-7, unit: 's' },
    { name: 'rate', value: 1200.5, unit: '/s' },
  ] as const;
  expect(inputsGiven(given(inputs))).toEqual(inputs);
  expect(inputsGiven(null)).toEqual([]);
  expect(inputsGiven('web-1')).toEqual([]);
});

it('has words for all of them, in both languages', () => {
  for (const { what, formulas } of [whyEn, whyKo]) {
    for (const name of givenNames) {
      expect(isGiven(name)).toBe(true);
      expect(what[name].length, name).toBeGreaterThan(10);
      expect(formulas[name].length, name).toBeGreaterThan(10);
    }
  }
  expect(isGiven('p99')).toBe(false);
});
