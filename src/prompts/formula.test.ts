import { describe, expect, it } from 'vitest';
import { namesIn, valueOf } from './formula.ts';

describe('formulas', () => {
  it.each([
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['10 - 3 - 2', 5],
    ['100 / 5 / 2', 10],
    ['dau * readsPerDay / 86400', 100],
    ['0.5 * (dau - 40000) / 4', 100],
  ])('%s', (formula, value) => expect(valueOf(formula, { dau: 40_800, readsPerDay: 211.76470588235293 })).toBeCloseTo(value, 9));

  it.each(['2 +', '(2', '2 3', 'dau * x', '2 ^ 3', ''])('"%s" cannot be read', (formula) =>
    expect(() => valueOf(formula, { dau: 1 })).toThrow(),
  );

  it('says what it asks for', () => expect(namesIn('a * b / (a + 2)')).toEqual(['a', 'b']));
});
