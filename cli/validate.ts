/**
 * `npm run -s validate -- <cases.json> [--only id or kind] [--quick] [--json]`
 * Holds the product's engine against answers that are known: builds each case out of the kinds anybody can wire, runs it for as
 * long as its precision needs, and prints expected, measured, 99 % interval and verdict. The rule of the verdict is in
 * `validate/check.ts`. Exit code 1 if any case fails.
 */

import { readFileSync } from 'node:fs';
import { isMainThread, workerData } from 'node:worker_threads';
import { CaseError, readCases } from '../src/physics/caseFile.ts';
import type { CaseResult } from '../src/physics/check.ts';
import { CommandError, readCommandLine, runCommand } from './commandLine.ts';
import { runAll, serve } from './validate/crew.ts';
import { caseText, closing, coverage } from './validate/report.ts';

const usage = 'Usage: npm run -s validate -- <cases.json> [--only id or kind] [--quick] [--json]';

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CommandError(`${file} cannot be read.`);
  }
}

/** The text that the command prints, and what it is about. `bundle` is this command as a file that can be a worker, or null. */
export async function validate(
  args: readonly string[],
  bundle: URL | null = null,
): Promise<{ text: string; results: readonly CaseResult[] }> {
  const line = readCommandLine(args, { only: 'value', quick: 'flag', json: 'flag' });
  if (line.words.length !== 1) throw new CommandError(usage);
  const file = read(line.words[0]);
  try {
    const { only } = line.switches;
    const chosen = readCases(file).filter(({ id, kind }) => only === undefined || id === only || kind === only);
    if (chosen.length === 0) throw new CommandError(`There is no case and no kind "${only}" in ${line.words[0]}.`);
    const ids = chosen.map(({ id }) => id);
    const results = await runAll(file, ids, { quick: line.switches.quick === 'true' }, bundle, () => undefined);
    const text = line.switches.json
      ? JSON.stringify({ coverage: coverage(results), results }, null, 2)
      : [...results.map(caseText), '', closing(results)].join('\n');
    return { text: `${text}\n`, results };
  } catch (error) {
    if (error instanceof CaseError) throw new CommandError(error.message);
    throw error;
  }
}

if (!isMainThread && workerData?.text !== undefined) {
  serve(workerData);
} else if (process.argv[1] && /[\\/]validate[^\\/]*$/.test(process.argv[1])) {
  await runCommand(async (args) => {
    const { text, results } = await validate(args, new URL(import.meta.url));
    if (results.some(({ verdict }) => verdict === 'failed')) process.exitCode = 1;
    return text;
  });
}
