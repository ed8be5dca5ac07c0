import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatClock, formatCount, formatDuration, formatExact, formatNumber, formatShare, nothing } from './format.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('formatNumber', () => {
  it.each([
    [0, '', '0'],
    [-0, '', '0'],
    [1234.5, '/s', '1,230/s'],
    [999.9, '/s', '1,000/s'],
    [0.0412, 's', '0.041 s'],
    [12.34, 'ms', '12.3 ms'],
    [71.44, '%', '71.4%'],
    [5, 'x', '5×'],
    [1_234_567, '', '1.23M'],
    [2.5e9, '', '2.5B'],
    [-6.28765, '', '-6.29'],
    [0.0001, '', '<0.001'],
  ])('%d %s reads %s', (value, unit, text) => {
    expect(plain(formatNumber(value, unit))).toBe(text);
  });

  it('shows nothing where there is no number', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect([formatNumber(value), formatCount(value), formatExact(value), formatDuration(value), formatClock(value)]).toEqual(
        Array(5).fill(nothing),
      );
    }
  });

  it('never writes NaN, Infinity, a negative zero or an exponent', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        for (const text of [formatNumber(value, 'ms'), formatCount(value), formatDuration(value), formatClock(value), formatShare(value)]) {
          expect(text).not.toMatch(/NaN|Infinity|undefined/);
          expect(text).not.toMatch(/^-0(?![.\d])/);
        }
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        expect(formatNumber(value)).toMatch(/^[<>]?-?[\d,]+(\.\d{1,3})?[MB]?$/);
      }),
    );
  });
});

describe('formatCount and formatExact', () => {
  it('keep what they are given', () => {
    expect(formatCount(12_345_678)).toBe('12,345,678');
    expect(formatCount(-0.2)).toBe('0');
    expect(formatExact(0.014, 'ms')).toBe('0.014\u00a0ms');
    expect(formatExact(1234.5)).toBe('1,234.5');
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 ms'],
    [0.000_12, '120 µs'],
    [0.0412, '41.2 ms'],
    [0.9996, '1 s'],
    [2.1, '2.1 s'],
    [59.97, '1 min'],
    [200, '3 min 20 s'],
    [7500, '2 h 5 min'],
    [-1, nothing],
  ])('%d s reads %s', (seconds, text) => {
    expect(plain(formatDuration(seconds))).toBe(text);
  });
});

describe('formatShare', () => {
  it.each([
    [0, '0%'],
    [0.714, '71.4%'],
    [0.9876, '98.8%'],
    [0.989_99, '99%'],
    [0.9934, '99.34%'],
    [0.998_99, '99.89%'],
    [0.9993, '99.93%'],
    [0.9995, '99.95%'],
    [0.999_95, '99.995%'],
    [0.999_99, '99.999%'],
    [0.999_991, '>99.999%'],
    [1 - 1e-9, '>99.999%'],
    [0.1 + 0.2 + 0.7 - 2 ** -52, '100%'],
    [1, '100%'],
    [1.25, '125%'],
  ])('%d reads %s', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });

  it('never says all while one of them is missing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e10 }), (all) => {
        expect(formatShare((all - 1) / all)).not.toBe('100%');
      }),
    );
  });

  it('from 99 % on says no more than there is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.99, max: 0.999_989, noNaN: true }), (share) => {
        expect(Number.parseFloat(formatShare(share))).toBeLessThanOrEqual(share * 100 + 1e-7);
      }),
    );
  });
});

describe('formatClock', () => {
  it.each([
    [0, '0:00.0'],
    [41.2, '0:41.2'],
    [0.3, '0:00.3'],
    [0.1 + 0.2, '0:00.3'],
    [59.99, '0:59.9'],
    [3723.45, '1:02:03.4'],
  ])('%d s reads %s', (seconds, text) => {
    expect(formatClock(seconds)).toBe(text);
  });
});
