/**
 * `npm run -s claims [-- --only S01,P2] [--json] [--table]`: plays what the chapter says and holds the engine to it. Prints for
 * each claim what was expected and what was measured, at the end `N passed, N failed`; exit code 1 if any failed. `--table` plays nothing and
 * prints docs/coverage.md.
 */

import { claims } from '../src/claims/claims.ts';
import { claimIds } from '../src/claims/ids.ts';
import { type Checked, claimText, closing, coverageTable, holdsUp } from './claims/report.ts';
import { CommandError, readCommandLine, runCommand } from './commandLine.ts';
import { isHiredAs, nodeCrew, serveNodeCrew } from './nodeCrew.ts';

const role = 'claims';
/** Seconds that a claim may take on the slowest machine: it is silent until it is over. */
const longestClaim = 1200;
const usage = 'Usage: npm run -s claims [-- --only S01,P2] [--json] [--table]';

/** @param at position in `claims` */
function checkClaim(at: number): Checked {
  const { id, says, shownBy, check } = claims[at];
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    const findings = check();
    return { id, says, shownBy, findings, broken: findings.length === 0 ? 'it found nothing' : null, seconds: seconds() };
  } catch (error) {
    return { id, says, shownBy, findings: [], broken: error instanceof Error ? error.message : String(error), seconds: seconds() };
  }
}

async function playAll(chosen: readonly number[], bundle: URL): Promise<Checked[]> {
  const crew = nodeCrew<number, null, Checked>(bundle, role, undefined, longestClaim);
  const isLong = (at: number) => Number(claims[at].isLong ?? false);
  const ended = new Map([...chosen].sort((a, b) => isLong(b) - isLong(a)).map((at) => [at, crew.add(at).ended]));
  const results = await Promise.all(
    chosen.map(async (at) => {
      const end = await ended.get(at)!;
      if (end.end === 'done') return end.result;
      const { id, says, shownBy } = claims[at];
      return { id, says, shownBy, findings: [], broken: end.end === 'failed' ? end.reason : 'cancelled', seconds: 0 };
    }),
  );
  crew.cancelAll();
  return results;
}

function chosenBy(only: string | undefined): number[] {
  const all = claims.map((_, at) => at);
  if (only === undefined) return all;
  const wanted = only.split(',').map((id) => id.trim());
  const unknown = wanted.filter((id) => !claims.some((claim) => claim.id === id));
  if (unknown.length > 0) throw new CommandError(`Nothing is claimed under ${unknown.join(', ')}.`);
  return all.filter((at) => wanted.includes(claims[at].id));
}

async function run(args: readonly string[]): Promise<string> {
  const line = readCommandLine(args, { only: 'value', json: 'flag', table: 'flag' });
  if (line.words.length > 0) throw new CommandError(usage);
  if (line.switches.table) return coverageTable(claims, claimIds);
  const results = await playAll(chosenBy(line.switches.only), new URL(import.meta.url));
  if (!results.every(holdsUp)) process.exitCode = 1;
  if (line.switches.json) return `${JSON.stringify(results, null, 2)}\n`;
  return `${[...results.map(claimText), '', closing(results)].join('\n')}\n`;
}

if (isHiredAs(role)) serveNodeCrew<number, null, Checked>(checkClaim);
else await runCommand(run);
