import { expect, it } from 'vitest';
import { countEndToEnd, countIn, countUnit } from './counts.mjs';

const spec = (line: number, status: string) => ({ title: `story ${line}`, file: 'one.spec.ts', line, tests: [{ status }] });

it('counts who passed at the second try as passed, and says his name, however deep he stands', () => {
  const report = {
    stats: { expected: 2, flaky: 2, unexpected: 1, skipped: 0 },
    suites: [
      {
        specs: [spec(1, 'expected'), spec(2, 'flaky'), spec(3, 'unexpected')],
        suites: [{ specs: [spec(4, 'flaky'), spec(5, 'expected')] }],
      },
    ],
  };
  expect(countEndToEnd(report)).toEqual({
    passed: 4,
    failed: 1,
    flaky: ['one.spec.ts:2 story 2', 'one.spec.ts:4 story 4'],
  });
});

it('counts nothing where a step was not reached', () => {
  expect(countIn('no/such/report.json', countUnit)).toEqual({ passed: 0, failed: 0, flaky: [] });
  expect(countUnit({ numPassedTests: 3, numFailedTests: 1 })).toEqual({ passed: 3, failed: 1, flaky: [] });
});
