/**
 * `npm run -s sim -- <design.json | share link | template id> [--seed n] [--seconds s] [--json] [--list]`
 * Runs a design without a page, on the same engine, and prints the same metrics. The same input prints the same bytes.
 */

import { setSeconds, setSeed } from '../src/design/edits.ts';
import type { Problem } from '../src/design/problems.ts';
import { templates } from '../src/library/templates.ts';
import { behaviors } from '../src/nodes/behaviors.ts';
import { compile } from '../src/runner/compile.ts';
import { framesHash } from '../src/runner/framesHash.ts';
import { runHeadless } from '../src/runner/headless.ts';
import { summarise } from '../src/runner/summary.ts';
import { CommandError, numberSwitch, readCommandLine, runCommand } from './commandLine.ts';
import { readDesign } from './readDesign.ts';
import { summaryTable } from './summaryTable.ts';

const usage = 'Usage: npm run -s sim -- <design.json | share link | template id> [--seed n] [--seconds s] [--json] [--list]';

function problemText({ code, node, link, details }: Problem): string {
  const told = Object.entries(details).map(([name, value]) => `${name} ${value}`);
  return `${[code, node ?? link].filter(Boolean).join(' at ')}${told.length > 0 ? ` (${told.join(', ')})` : ''}`;
}

/** The text that the command prints. */
export async function sim(args: readonly string[]): Promise<string> {
  const line = readCommandLine(args, { seed: 'value', seconds: 'value', json: 'flag', list: 'flag' });
  if (line.switches.list) return templates.map(({ id, design }) => `${id.padEnd(16)}${design.title}\n`).join('');
  if (line.words.length !== 1) throw new CommandError(usage);
  const seconds = numberSwitch(line, 'seconds', 1, 86_400);
  const read = await readDesign(line.words[0]);
  const { seed } = line.switches;
  if (seed !== undefined && (seed === '' || [...seed].length > 24)) throw new CommandError('--seed takes 1 to 24 characters.');
  const seeded = seed === undefined ? read.design : setSeed(read.design, seed);
  const design = seconds === null ? seeded : setSeconds(seeded, seconds);
  const { plan, problems } = compile(design);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (!plan) throw new CommandError(`This design cannot run:\n${errors.map((problem) => `- ${problemText(problem)}`).join('\n')}`);
  const { layout, frames, notes } = runHeadless(plan, behaviors);
  const summary = summarise({ plan, layout, frames, notes });
  const hash = framesHash(frames);
  if (line.switches.json) {
    const { title } = design;
    return `${JSON.stringify({ title, seed: design.seed, seconds: design.seconds, framesHash: hash, repairs: read.repairs, problems, ...summary, notes }, null, 2)}\n`;
  }
  const head: [string, string][] = [
    ['design', design.title || '(untitled)'],
    ['seed', design.seed],
    ['simulated', `${design.seconds} s`],
    ['frames hash', hash],
  ];
  for (const problem of problems) head.push(['note', problemText(problem)]);
  if (read.repairs.length > 0) head.push(['note', `${read.repairs.length} things in it were mended on opening`]);
  return `${summaryTable(summary, head)}\n`;
}

if (process.argv[1] && /[\\/]sim[^\\/]*$/.test(process.argv[1])) await runCommand(sim);
