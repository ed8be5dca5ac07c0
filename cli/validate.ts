/**
 * `npm run -s validate -- [cases.json] [--only id or kind] [--quick] [--json] [--times] [--max-seconds n] [--max-megabytes n]`
 * Holds the product's engine against answers that are known: builds each case out of the kinds anybody can wire, runs it for as
 * long as its precision needs, and prints expected, measured, 99 % interval and verdict. The rule of the verdict is in
 * `src/physics/verdict.ts`. Without a file it takes the cases that the page shows under "Check our physics".
 * `--times` adds what each case cost, the dearest first. The two limits are each case's own. Exit code 1 if any case fails, 2 if the file is none.
 */

import { readFileSync, statSync } from 'node:fs';
import ownCases from '../src/library/physics/cases.json?raw';
import { defaultLimits } from '../src/physics/budget.ts';
import { CaseError } from '../src/physics/caseFile.ts';
import { listCases, mostMegabytes } from '../src/physics/caseList.ts';
import type { CaseResult } from '../src/physics/check.ts';
import { CommandError, type CommandLine, numberSwitch, readCommandLine, runCommand } from './commandLine.ts';
import { playAll, servesAsWorker } from './validate/playAll.ts';
import { caseText, closing, coverage, times } from './validate/report.ts';

const usage =
  'Usage: npm run -s validate -- [cases.json] [--only id or kind] [--quick] [--json] [--times] [--max-seconds n] [--max-megabytes n]';

function read(file: string): string {
  try {
    const megabytes = statSync(file).size / 1e6;
    if (megabytes > mostMegabytes)
      throw new CommandError(`${file} is too large: ${Math.round(megabytes)} MB, at most ${mostMegabytes} MB are read.`);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${file} cannot be read.`);
  }
}

function limitsOf(line: CommandLine) {
  return {
    ...defaultLimits,
    seconds: numberSwitch(line, 'max-seconds', 0.1, 86_400) ?? defaultLimits.seconds,
    megabytes: numberSwitch(line, 'max-megabytes', 50, 100_000) ?? defaultLimits.megabytes,
  };
}

/** A terminal sees how far it has come; a file or a pipe gets results only. */
function progressOf(all: number): (result: CaseResult) => void {
  let done = 0;
  return ({ id }) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${++done < all ? `${done} of ${all}: ${id}` : ''}`);
  };
}

/** Prints results in the order of the file, each as soon as those before it are there: a command that is ended early has told what it knew. */
function inOrder(print: (text: string) => void): (result: CaseResult, at: number) => void {
  const known = new Map<number, CaseResult>();
  let next = 0;
  return (result, at) => {
    known.set(at, result);
    for (let ready = known.get(next); ready; ready = known.get(++next)) print(`${caseText(ready)}\n`);
  };
}

/**
 * The text that the command prints, and what it is about.
 * @param bundle this command as a file that can be a worker, or null
 * @param print takes the lines of a case as soon as they are known; they are then left out of the text. Never called with `--json`
 */
export async function validate(
  args: readonly string[],
  bundle: URL | null = null,
  print: ((text: string) => void) | null = null,
): Promise<{ text: string; results: readonly CaseResult[] }> {
  const known = { only: 'value', quick: 'flag', json: 'flag', times: 'flag', 'max-seconds': 'value', 'max-megabytes': 'value' } as const;
  const line = readCommandLine(args, known);
  if (line.words.length > 1) throw new CommandError(usage);
  const [file] = line.words;
  const { only } = line.switches;
  const options = { quick: line.switches.quick === 'true', limits: limitsOf(line) };
  try {
    const chosen = listCases(file === undefined ? ownCases : read(file)).filter(
      ({ id, kind }) => only === undefined || id === only || kind === only,
    );
    if (chosen.length === 0) throw new CommandError(`There is no case and no kind "${only}" in ${file ?? 'our own cases'}.`);
    const progress = progressOf(chosen.length);
    const early = print && !line.switches.json ? inOrder(print) : null;
    const results = await playAll(chosen, options, bundle, (result, at) => {
      early?.(result, at);
      progress(result);
    });
    const text = line.switches.json
      ? JSON.stringify({ coverage: coverage(results), results }, null, 2)
      : [...(early ? [] : results.map(caseText)), '', ...(line.switches.times ? [times(results), ''] : []), closing(results)].join('\n');
    return { text: `${text}\n`, results };
  } catch (error) {
    if (error instanceof CaseError) throw new CommandError(`${file ?? 'Our own cases'}: ${error.message}.`);
    throw error;
  }
}

if (!servesAsWorker() && process.argv[1] && /[\\/]validate[^\\/]*$/.test(process.argv[1])) {
  await runCommand(async (args) => {
    const { text, results } = await validate(args, new URL(import.meta.url), (lines) => {
      // where the progress stands on a terminal
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
      process.stdout.write(lines);
    });
    if (results.some(({ verdict }) => verdict === 'failed')) process.exitCode = 1;
    return text;
  });
}
