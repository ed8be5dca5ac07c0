import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextValue, parseNumber, placeOf, type Range, valueAt } from './scale.ts';

const ranges: Range[] = [
  { min: 1, max: 500, integer: true, scale: 'log' },
  { min: 0, max: 31_536_000, scale: 'log' },
  { min: 0, max: 10, scale: 'log' },
  { min: 0, max: 1_000_000, integer: true, scale: 'log' },
  { min: -12, max: 12 },
  { min: 1, max: 96, integer: true },
  { min: 0, max: 2 },
];

describe('slider scale', () => {
  it.each(ranges)('reaches both ends and stays inside: $min to $max', (range) => {
    expect(valueAt(range, 0)).toBe(range.min);
    expect(valueAt(range, 1)).toBe(range.max);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (place) => {
        const value = valueAt(range, place);
        expect(value).toBeGreaterThanOrEqual(range.min);
        expect(value).toBeLessThanOrEqual(range.max);
        expect(range.integer ? Number.isInteger(value) : Number.isFinite(value)).toBe(true);
        expect(placeOf(range, value)).toBeGreaterThanOrEqual(0);
        expect(placeOf(range, value)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each(ranges)('arrow keys always move, and walk from end to end: $min to $max', (range) => {
    let value = range.min;
    for (let i = 0; i < 500 && value < range.max; i++) {
      const next = nextValue(range, value, 1);
      expect(next).toBeGreaterThan(value);
      value = next;
    }
    expect(value).toBe(range.max);
    expect(nextValue(range, value, -1)).toBeLessThan(value);
  });
});

describe('parseNumber', () => {
  it.each([
    ['12', 12],
    ['1,500', 1500],
    ['1,5', 1.5],
    [' 1.25 ', 1.25],
    ['-3', -3],
    ['1e3', 1000],
    ['.5', 0.5],
    ['', null],
    ['abc', null],
    ['1e999', null],
    ['Infinity', null],
    ['0x10', null],
    ['1,2,3', null],
    ['1.2.3', null],
  ])('%s is %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });
});

describe('ux 4.6 #72: numbers as other places and keyboards write them', () => {
  it.each([
    ['a decimal comma', '1,5', 1.5],
    ['and another', '-0,25', -0.25],
    ['a decimal comma behind points', '1.234.567,5', 1_234_567.5],
    ['points between thousands alone', '1.234.567', 1_234_567],
    ['one point is a decimal point', '1.500', 1.5],
    ['spaces between thousands', '1\u202f234,5', 1234.5],
    ['apostrophes between them', '1’234.5', 1234.5],
    ['wide digits', '１２．５', 12.5],
    ['wide marks', '－１，５', -1.5],
    ['Arabic digits', '١٬٢٣٤٫٥', 1234.5],
    ['Persian digits', '۱۲', 12],
    ['Arabic digits written from the right', '\u200f١٫٥\u200f', 1.5],
    ['the minus of typesetters', '−3', -3],
    ['no number in any of them', 'خمسة', null],
  ])('%s: %s', (_, text, value) => {
    expect(parseNumber(text)).toBe(value);
  });
});
