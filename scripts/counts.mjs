// What the reports of the two test runners say: how many passed and failed, and which tests needed a second try.
import { existsSync, readFileSync } from 'node:fs';

/** One that failed at first and passed when it was tried once more counts as passed, and is named. */
export function countEndToEnd(report) {
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected, flaky: flakyIn(report) };
}

function flakyIn({ specs = [], suites = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  return [...own.map(({ file, line, title }) => `${file}:${line} ${title}`), ...suites.flatMap(flakyIn)];
}

export const countUnit = ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests, flaky: [] });

/** Where a step was not reached there is no report: nothing passed. */
export function countIn(path, count) {
  return existsSync(path) ? count(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 0, flaky: [] };
}
