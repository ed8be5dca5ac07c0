import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostTraceValues, tidyHeight } from './tidyTrace.ts';
import { importTrace, mostTraceRows, resampleTrace, type TraceImport } from './trace.ts';

const small = readFileSync(new URL('fixtures/trace-small.csv', import.meta.url), 'utf8');
const read = (text: string, skipBadRows = false) => importTrace(text, { name: 'test', skipBadRows });
const good = (imported: TraceImport) => {
  if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  return imported;
};
const values = (text: string) => good(read(text)).points.map((point) => point.value);
const seconds = (text: string) => good(read(text)).points.map((point) => point.seconds);
/** `line reason`, one for each bad row. */
const problems = (text: string) => {
  const imported = read(text);
  return imported.ok ? [] : imported.problems.map(({ line, reason }) => `${line} ${reason}`);
};
const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

describe('a table of times and values', () => {
  it('is read with its header, its step and its gaps', () => {
    expect(good(read(small))).toMatchObject({
      name: 'test',
      rows: 12,
      skipped: 1,
      stepSeconds: 300,
      timed: true,
      problems: [],
      gaps: [{ afterLine: 6, missing: 1 }],
    });
    expect(seconds(small).slice(0, 7)).toEqual([0, 300, 600, 900, 1200, 1800, 2100]);
  });

  it.each([
    ['no header', '2014-04-10 00:00:00,1\n2014-04-10 00:05:00,2'],
    ['semicolons', 'time;value\n2014-04-10 00:00:00;1\n2014-04-10 00:05:00;2'],
    ['tabs', '2014-04-10 00:00:00\t1\n2014-04-10 00:05:00\t2'],
    ['quotes', '"time","value"\n"2014-04-10 00:00:00","1"\n"2014-04-10 00:05:00","2"'],
    ['windows line ends', '2014-04-10 00:00:00,1\r\n2014-04-10 00:05:00,2\r\n'],
    ['old line ends', '2014-04-10 00:00:00,1\r2014-04-10 00:05:00,2\r'],
    ['a byte order mark', '\ufeff2014-04-10 00:00:00,1\n2014-04-10 00:05:00,2'],
    ['blank lines and comments', '# mine\n\n2014-04-10 00:00:00,1\n  \n2014-04-10 00:05:00,2\n\n'],
    ['ISO times', '2014-04-10T00:00:00Z,1\n2014-04-10T00:05:00Z,2'],
    ['times of two zones', '2014-04-10T00:00:00Z,1\n2014-04-10T09:05:00+09:00,2'],
    ['times without seconds', '2014/04/10 0:00,1\n2014/04/10 0:05,2'],
    ['seconds since 1970', '1397088000,1\n1397088300,2'],
    ['milliseconds since 1970', '1397088000000,1\n1397088300000,2'],
    ['blanks', ' 2014-04-10 00:00:00 , 1 \n2014-04-10 00:05:00 , 2 '],
    ['exponents', '2014-04-10 00:00:00,1e0\n2014-04-10 00:05:00,.2E1'],
  ])('may have %s', (_, text) => {
    expect(values(text)).toEqual([1, 2]);
    expect(seconds(text)).toEqual([0, 300]);
  });

  it('crosses months, years and leap days', () => {
    expect(seconds('2016-02-28,1\n2016-02-29,1\n2016-03-01,1\n2016-12-31,1\n2017-01-01,1').map((s) => s / 86_400)).toEqual([
      0, 1, 2, 307, 308,
    ]);
  });

  it('may have a decimal comma where the comma parts nothing', () => {
    expect(values('2014-04-10 00:00:00;1,5\n2014-04-10 00:05:00;2,25')).toEqual([1.5, 2.25]);
  });
});

describe('a list of values', () => {
  it.each(['1\n2\n3', 'value\n1\n2\n3', '"requests"\n"1"\n"2"\n"3"\n'])('%o is read, one second apart', (text) => {
    expect([values(text), seconds(text)]).toEqual([
      [1, 2, 3],
      [0, 1, 2],
    ]);
    expect(good(read(text)).timed).toBe(false);
  });
});

describe('bad rows', () => {
  it('are named with their lines and reasons', () => {
    const text = [
      'time,value',
      '2014-04-10 00:00:00,1',
      '2014-04-10 00:05:00,many',
      '2014-04-10 00:10:00,-3',
      '2014-04-10 00:15:00,',
      '2014-04-10 00:20:00,1,2',
      '2014-04-10 00:25:00',
      '2014-13-10 00:30:00,1',
      'yesterday,1',
      '2014-04-09 23:00:00,1',
      '2014-04-10 00:00:00,1',
      '2014-04-10 00:35:00,NaN',
      '2014-04-10 00:40:00,1e999',
      '2014-04-10 00:45:00,=1+1',
      '',
      '2014-04-10 00:50:00,2',
    ].join('\r\n');
    expect(problems(text)).toEqual([
      '3 not-a-number',
      '4 negative',
      '5 missing-value',
      '6 columns',
      '7 columns',
      '8 bad-time',
      '9 bad-time',
      '10 time-backwards',
      '11 time-backwards',
      '12 not-a-number',
      '13 not-a-number',
      '14 not-a-number',
    ]);
    expect(read(text)).toMatchObject({ problems: [{ given: '2014-04-10 00:05:00,many' }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}] });
  });

  it('can be left out on request', () => {
    const imported = good(read('time,value\n2014-04-10 00:00:00,1\n2014-04-10 00:05:00,x\n2014-04-10 00:10:00,3', true));
    expect(imported).toMatchObject({ rows: 2, skipped: 2, problems: [{ line: 3, reason: 'not-a-number' }] });
  });

  it('are not all listed in a file of the wrong kind', () => {
    expect(problems(Array.from({ length: 5000 }, () => 'a,b,c').join('\n'))).toHaveLength(100);
    expect(problems('{\n  "json": [1, 2],\n  "x": 1\n}').length).toBeGreaterThan(0);
  });

  it.each([
    ['', '0 empty'],
    ['\n\n', '0 empty'],
    ['time,value\n', '0 empty'],
    ['7', '0 too-few'],
    ['0\n0\n0', '0 all-zero'],
  ])('%o is refused as a whole', (text, problem) => expect(problems(text)).toEqual([problem]));

  it('of a huge file are not looked for', () => {
    expect(problems('1\n'.repeat(mostTraceRows + 1))).toEqual(['0 too-big']);
    expect(problems('1'.repeat(9_000_000))).toEqual(['0 too-big']);
  });

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.boolean(), (text, skip) => typeof read(text, skip).ok === 'boolean'),
    );
    const odd = fc.array(
      fc.constantFrom('1', '2', ',', ';', '\t', '\n', '\r', '"', '-', '.', ' ', 'a', '2014-04-10 00:00:00', '2015-01-01'),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(odd, (pieces) => {
        const imported = read(pieces.join(''), true);
        if (imported.ok) expect(resampleTrace(imported.points, { name: '', seconds: 60 }).values.every((v) => v >= 0 && v <= 1)).toBe(true);
      }),
    );
  });
});

describe('the series a design keeps', () => {
  const resample = (text: string, most?: number) =>
    resampleTrace(good(read(text)).points, { name: 'x', seconds: 600, ...(most ? { most } : {}) }).values;

  it('of a short regular trace is the trace, its peak at 1', () => {
    expect(resample('1\n2\n4\n0\n3')).toEqual([0.25, 0.5, 1, 0, 0.75]);
  });

  it('fills gaps along a straight line', () => {
    expect(resample('0,2\n10,4\n30,8\n40,6')).toEqual([0.25, 0.5, 0.75, 1, 0.75]);
    expect(resample(small)).toHaveLength(13);
    expect(resample(small)[5]).toBe(tidyHeight((51 + 123) / 2 / 640));
  });

  it('follows time, not rows, where the rows come irregularly', () => {
    // Two rows in the first ten seconds, then one for each ten: the dense beginning is a fifth of the curve, not a third.
    expect(resample('0,8\n5,8\n10,4\n20,4\n30,4\n40,4', 5)).toEqual([1, 0.5, 0.5, 0.5, 0.5]);
  });

  it('holds four decimals at most, and 240 values', () => {
    const text = Array.from({ length: 5000 }, (_, i) => Math.abs(Math.sin(i)) * 1000).join('\n');
    const heights = resample(text);
    expect(heights).toHaveLength(mostTraceValues);
    expect(heights.every((height) => height === Number(height.toFixed(4)))).toBe(true);
  });

  it('keeps the peak, and the load elsewhere', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 2, maxLength: 2000 }), fc.integer({ min: 1, max: 240 }), (rows, most) => {
        fc.pre(rows.some((row) => row > 0));
        const heights = resampleTrace(
          rows.map((value, i) => ({ seconds: i * 60, value })),
          { name: '', seconds: 60, most },
        ).values;
        expect(Math.max(...heights)).toBe(1);
        expect(heights.length).toBe(Math.min(most, rows.length));
        const peak = Math.max(...rows);
        const lifted = mean(heights) - mean(rows) / peak;
        // Only one stretch was lifted, so the mean can have risen by one stretch at most.
        expect(lifted).toBeGreaterThan(-0.0002);
        expect(lifted).toBeLessThan(1 / heights.length + 0.0002);
      }),
    );
  });

  it('names and times are the caller’s', () => {
    expect(
      resampleTrace(
        [
          { seconds: 0, value: 2 },
          { seconds: 1, value: 1 },
        ],
        { name: 'a\nb', seconds: 42 },
      ),
    ).toEqual({ name: 'a b', values: [1, 0.5], seconds: 42 });
  });
});

const real = (name: string) => new URL(`../../../shared/data/${name}.csv`, import.meta.url);
const ofOurMaking = new URL('fixtures/trace-small.csv', import.meta.url);

/**
 * Real traces where they lie beside the repository, which does not carry them; the small one everywhere. Rows, peak, mean, gaps. Of the small
 * one: 1,838 in twelve rows, and in the missing one, on the line between its neighbours, (51 + 123) / 2.
 */
const traces = [
  ['of our making', ofOurMaking, 12, 640, (1838 + 87) / 13, 1],
  ['elb-requests', real('elb-requests'), 4032, 656, 61.8, 8],
  ['mentions-per-5min', real('mentions-per-5min'), 15_902, 13_479, 85.6, 0],
] as const;

it.each(traces.filter(([, file]) => existsSync(file)))(
  'of the trace %s every row is read, gaps are found, peak and load are kept',
  (name, file, rows, peak, average, gaps) => {
    const imported = good(read(readFileSync(file, 'utf8')));
    expect(imported).toMatchObject({ rows, skipped: 1, stepSeconds: 300 });
    expect(imported.gaps).toHaveLength(gaps);
    expect(Math.max(...imported.points.map((point) => point.value))).toBe(peak);
    const { values: heights } = resampleTrace(imported.points, { name, seconds: 600 });
    expect(heights).toHaveLength(Math.min(240, rows + gaps));
    expect(Math.max(...heights)).toBe(1);
    expect(Math.abs(mean(heights) - average / peak)).toBeLessThan(1 / 240);
  },
);
