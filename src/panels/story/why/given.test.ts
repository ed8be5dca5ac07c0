import { expect, it } from 'vitest';
import { whyEn } from '../../../i18n/late/why.en.ts';
import { whyKo } from '../../../i18n/late/why.ko.ts';
import { given } from '../../../ui/given.ts';
import { explainGiven, givenNames, incidentFormulas, inputsGiven, isGiven } from './explainedGiven.ts';

it('reads back what was given, each with its unit', () => {
  expect(inputsGiven(given({ worlds: 8, spent: 1.25e-7, rate: 1200.5, low: [-0.25, 'share'], high: null, points: Number.NaN }))).toEqual([
    { name: 'worlds', value: 8, unit: '' },
    { name: 'spent', value: 1.25e-7, unit: 's' },
    { name: 'rate', value: 1200.5, unit: '/s' },
    { name: 'low', value: -0.25, unit: 'share' },
  ]);
  expect(inputsGiven(given({}))).toEqual([]);
  expect(inputsGiven(null)).toEqual([]);
  expect(inputsGiven('web-1')).toEqual([]);
});

it('knows how numbers of an incident are made, and of worlds', () => {
  expect(explainGiven('incident-rto', given({ from: 60, to: 75 }))).toEqual({
    formula: 'incident-time',
    inputs: [
      { name: 'from', value: 60, unit: 'clock' },
      { name: 'to', value: 75, unit: 'clock' },
    ],
    result: null,
    window: null,
  });
  expect(explainGiven('incident-writes-lost', given({ count: 3 }))?.formula).toBe('incident-count');
  expect(explainGiven('worlds-p99', given({ worlds: 8 }))).toMatchObject({ formula: 'worlds', inputs: [{ name: 'worlds', value: 8 }] });
  expect(explainGiven('p99', null)).toBeNull();
});

it('has words for all of them, in both languages', () => {
  for (const { what, formulas } of [whyEn, whyKo]) {
    for (const name of incidentFormulas) expect(formulas[name].length, name).toBeGreaterThan(10);
    for (const name of givenNames) {
      expect(isGiven(name)).toBe(true);
      expect(what[name].length, name).toBeGreaterThan(10);
      expect(formulas[name].length, name).toBeGreaterThan(10);
    }
  }
  expect(isGiven('p99')).toBe(false);
});
