import { describe, expect, it } from 'vitest';
import { toCsv } from './csvText.ts';

describe('toCsv', () => {
  it('writes numbers in full and gaps as empty cells', () => {
    expect(
      toCsv(
        ['From (s)', 'served (/s)'],
        [
          [0, 1 / 3],
          [1, null],
        ],
      ),
    ).toBe('From (s),served (/s)\r\n0,0.3333333333333333\r\n1,\r\n');
  });

  it('keeps a spreadsheet from taking text for a formula', () => {
    for (const bad of ['=1+1', '+1', '-1', '@x', '\tx', '\rx']) expect(toCsv([bad], [])).toBe(`"'${bad}"\r\n`);
    expect(toCsv(['web -1'], [[-1]])).toBe('web -1\r\n-1\r\n');
  });

  it('quotes commas, quotes and line ends', () => {
    expect(toCsv(['a,b', 'say "hi"', 'two\nlines'], [])).toBe('"a,b","say ""hi""","two\nlines"\r\n');
  });

  it('never writes a number that is none', () => {
    expect(toCsv(['x'], [[Number.NaN], [Number.POSITIVE_INFINITY]])).toBe('x\r\n\r\n\r\n');
  });
});
