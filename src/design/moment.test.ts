import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseMoment } from './moment.ts';

it('tells the same distances as the calendar of the machine', () => {
  const time = fc.integer({ min: Date.UTC(1900, 0, 1) / 1000, max: Date.UTC(2300, 0, 1) / 1000 });
  const moment = (seconds: number) => parseMoment(new Date(seconds * 1000).toISOString()) ?? Number.NaN;
  fc.assert(fc.property(time, time, (a, b) => void expect(moment(a) - moment(b)).toBe(a - b)));
});

it.each([
  ['2014-04-10 00:04:00', '2014-04-10T00:04:00Z'],
  ['2014/4/9 9:05', '2014-04-09 09:05:00'],
  ['2014-04-10', '2014-04-10 00:00'],
  ['2014-04-10 09:00:00+09:00', '2014-04-10 00:00:00'],
  ['2014-04-09 19:30:00-0430', '2014-04-10 00:00:00'],
  ['2014-04-10 24:00', '2014-04-11 00:00'],
])('%s is %s', (a, b) => expect(parseMoment(a)).toBe(parseMoment(b)));

it('keeps fractions and counts', () => {
  expect([parseMoment('2014'), parseMoment('7.5'), parseMoment('1397088000123'), parseMoment('2014-04-10 00:00:00.250')! % 1]).toEqual([
    2014, 7.5, 1397088000.123, 0.25,
  ]);
});

it.each([
  '',
  'now',
  '10.04.2014 00:00',
  '2014-13-01',
  '2014-02-32',
  '2014-00-10',
  '2014-04-10 25:00',
  '2014-04-10 00:61',
  '-5',
  '1e5',
  '2014-04-10 00:00:00 PM',
])('%o is no time it knows', (text) => expect(parseMoment(text)).toBeNull());
