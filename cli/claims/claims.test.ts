import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { near, shareWithin } from '../../src/claims/claim.ts';
import { claims } from '../../src/claims/claims.ts';
import { claimIds } from '../../src/claims/ids.ts';
import { templateNamed } from '../../src/library/templates.ts';
import { type Checked, claimText, closing, coverageTable, holdsUp } from './report.ts';

const checked = (over: Partial<Checked>): Checked => ({
  id: 'S01',
  says: 'one is one',
  shownBy: 'single',
  findings: [near('one', 1, 1, { by: 0 })],
  broken: null,
  seconds: 1,
  ...over,
});

describe('claims', () => {
  it('each have an id of the brief and a template that is there', () => {
    for (const { id, shownBy } of claims) {
      expect(claimIds).toContain(id);
      expect(templateNamed(shownBy), `${id} is shown by ${shownBy}`).toBeDefined();
    }
  });

  it('stand in docs/coverage.md as they are', () => {
    expect(readFileSync('docs/coverage.md', 'utf8'), 'npm run -s claims -- --table > docs/coverage.md').toBe(
      coverageTable(claims, claimIds),
    );
  });

  it('fail when a number is off, when there is none, and when they cannot be played', () => {
    expect(holdsUp(checked({}))).toBe(true);
    expect(holdsUp(checked({ findings: [near('one', 1.2, 1, { share: 0.1 })] }))).toBe(false);
    expect(holdsUp(checked({ findings: [near('nothing', Number.NaN, 1, { share: 0.1 })] }))).toBe(false);
    expect(holdsUp(checked({ findings: [] }))).toBe(false);
    expect(holdsUp(checked({ broken: 'no plan' }))).toBe(false);
  });

  it('are told with what was expected and measured', () => {
    expect(claimText(checked({ findings: [near('p99', 34, 33, { share: 0.1 }, { unit: 'ms', derivation: 'because' })] }))).toMatch(
      /passed {2}S01 {2}one is one .*\n {2}p99 +33 ± 3.3 ms +34 ms +passed\n +because/,
    );
    expect(closing([checked({}), checked({ findings: [] })])).toBe('1 passed, 1 failed');
  });

  it('of a share are held to three standard errors, or 2 % of it', () => {
    expect(shareWithin(0.5, 1000)).toEqual({ by: 3 * Math.sqrt(0.25 / 1000) });
    expect(shareWithin(0.5, 1e9)).toEqual({ by: 0.01 });
  });
});
