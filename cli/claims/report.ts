/** Claims as text: each with its numbers, how many hold, and the table of docs/coverage.md. */

import type { Finding } from '../../src/claims/claim.ts';

export interface Checked {
  id: string;
  says: string;
  shownBy: string;
  findings: readonly Finding[];
  /** Why it could not be played to its end; null when it could. */
  broken: string | null;
  seconds: number;
}

export const holdsUp = ({ findings, broken }: Checked): boolean =>
  broken === null && findings.length > 0 && findings.every(({ passed }) => passed);

const digits = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(Math.abs(value) >= 1000 ? 6 : 4)));

function line({ what, expected, measured, unit, passed, derivation }: Finding): string {
  const told = `  ${what.padEnd(70)} ${expected.padEnd(28)} ${`${digits(measured)}${unit && ` ${unit}`}`.padEnd(18)} ${passed ? 'passed' : 'FAILED'}`;
  return derivation === undefined ? told : `${told}\n      ${derivation}`;
}

export function claimText(checked: Checked): string {
  const { id, says, findings, broken, seconds, shownBy } = checked;
  const head = `${holdsUp(checked) ? 'passed' : 'FAILED'}  ${id}  ${says}  (${shownBy}; ${seconds.toFixed(1)} s)`;
  return [head, ...findings.map(line), ...(broken === null ? [] : [`  could not be played: ${broken}`])].join('\n');
}

export function closing(all: readonly Checked[]): string {
  const passed = all.filter(holdsUp).length;
  return `${passed} passed, ${all.length - passed} failed`;
}

/**
 * @param claims what is claimed, in any order
 * @param ids all that is to be claimed some day, in order
 */
export function coverageTable(claims: readonly { id: string; says: string; shownBy: string }[], ids: readonly string[]): string {
  const rows = ids.map((id) => {
    const found = claims.filter((claim) => claim.id === id);
    if (found.length === 0) return `| ${id} | | not yet |`;
    return `| ${id} | ${found.map(({ says }) => says).join('; ')} | ${[...new Set(found.map(({ shownBy }) => `\`${shownBy}\``))].join(', ')} |`;
  });
  const covered = ids.filter((id) => claims.some((claim) => claim.id === id)).length;
  return [
    '# What the chapter says, and where it is shown',
    '',
    'Written by `npm run -s claims -- --table`; a test holds it to what is claimed. `npm run -s claims` plays every line and measures it.',
    '',
    `${covered} of ${ids.length} are claimed.`,
    '',
    '| id | what is claimed and measured | template |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
